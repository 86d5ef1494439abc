package vn.ansinh.core.report.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.report.Reports.Saved;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.sql.Change;
import vn.ansinh.core.sql.Rows;

/** Choices for reports that accounts keep under names. */
final class SavedChoices {

    private static final int LONGEST_NAME = 80;
    private static final int MOST = 100;

    private final Transactions transactions;

    /** @param transactions in the scope of who acts */
    SavedChoices(Transactions transactions) {
        this.transactions = transactions;
    }

    List<Saved> of(String account, String report) {
        return transactions.call(connection -> Rows.list(
                connection,
                "select s.name, array(select c.key from jsonb_each_text(s.chosen) c order by c.key),"
                        + " array(select c.value from jsonb_each_text(s.chosen) c order by c.key)"
                        + " from ansinh.report_saved s where s.account = ? and s.report = ? order by lower(s.name)",
                select -> {
                    select.setString(1, account);
                    select.setString(2, report);
                },
                SavedChoices::saved));
    }

    private static Saved saved(ResultSet row) throws SQLException {
        String[] names = (String[]) row.getArray(2).getArray();
        String[] texts = (String[]) row.getArray(3).getArray();
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            values.put(names[i], texts[i]);
        }
        return new Saved(row.getString(1), values);
    }

    /** @param values accepted by the report */
    void save(String account, String report, String name, Map<String, String> values) {
        String kept = Vietnamese.normalize(name);
        if (kept == null || kept.isEmpty() || kept.length() > LONGEST_NAME) {
            throw Problem.invalid("AS-REPORT-SAVED-NAME", "Hãy đặt tên từ 1 đến " + LONGEST_NAME + " chữ.");
        }
        List<Saved> before = of(account, report);
        if (before.size() >= MOST
                && before.stream().noneMatch(each -> each.name().equals(kept))) {
            throw Problem.invalid(
                    "AS-REPORT-SAVED-MANY",
                    "Mỗi báo cáo lưu được " + MOST + " bộ lựa chọn. Hãy bỏ bớt bộ không dùng nữa.");
        }
        String[] names = values.keySet().toArray(String[]::new);
        String[] texts = values.values().toArray(String[]::new);
        transactions.run(connection -> Change.of(
                connection,
                "insert into ansinh.report_saved (account, report, name, chosen) values (?, ?, ?, jsonb_object(?, ?))"
                        + " on conflict (account, report, name) do update set chosen = excluded.chosen, saved_at = now()",
                insert -> {
                    insert.setString(1, account);
                    insert.setString(2, report);
                    insert.setString(3, kept);
                    insert.setArray(4, connection.createArrayOf("text", names));
                    insert.setArray(5, connection.createArrayOf("text", texts));
                }));
    }

    void forget(String account, String report, String name) {
        transactions.run(connection -> Change.of(
                connection, "delete from ansinh.report_saved where account = ? and report = ? and name = ?", delete -> {
                    delete.setString(1, account);
                    delete.setString(2, report);
                    delete.setString(3, name);
                }));
    }
}
