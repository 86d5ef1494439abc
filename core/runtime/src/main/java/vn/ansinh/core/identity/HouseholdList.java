package vn.ansinh.core.identity;

import java.util.List;
import java.util.Locale;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.identity.Households.HouseholdPage;
import vn.ansinh.api.identity.Households.Row;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.sql.Rows;
import vn.ansinh.core.sql.Slice;

/** Pages of households that last. */
final class HouseholdList {

    private static final int LONGEST_PAGE = 500;

    private static final String SQL = """
            select h.id, h.unit_id, a.hamlet, a.address, p.full_name,
                (select count(*) from ansinh.household_member m join ansinh.person q on q.id = m.person_id
                    where m.household_id = h.id and m.to_date is null and q.deleted_at is null)
            from ansinh.household h
                join ansinh.household_address a on a.household_id = h.id and a.to_date is null
                left join ansinh.household_head k on k.household_id = h.id and k.to_date is null
                left join ansinh.person p on p.id = k.person_id
            where h.to_date is null and h.id > ? and %s
              and (? = '' or p.search_name like ? or lower(coalesce(a.hamlet, '') || ' ' || coalesce(a.address, '')) like ?)
            order by h.id limit ?""";

    private final Transactions transactions;
    private final Access access;
    private final Units units;

    HouseholdList(Transactions transactions, Access access, Units units) {
        this.transactions = transactions;
        this.access = access;
        this.units = units;
    }

    HouseholdPage page(long unitId, String text, String cursor, int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw Problem.invalid("AS-HOUSEHOLD-LIMIT", "Mỗi trang có từ 1 đến 500 hộ.");
        }
        PersonScope scope = PersonScope.of(access.require(Permissions.HOUSEHOLD_READ), unitId, units, "h.unit_id");
        long after = after(cursor);
        String typed = text == null ? "" : escaped(Vietnamese.normalize(text));
        List<Row> rows = transactions.call(connection -> Rows.list(
                connection,
                SQL.formatted(scope.sql()),
                select -> {
                    select.setLong(1, after);
                    int position = scope.bind(select, 2);
                    select.setString(position++, typed);
                    select.setString(
                            position++,
                            "% " + escaped(PersonFilter.searchName(typed).strip()) + "%");
                    select.setString(position++, "%" + typed.toLowerCase(Locale.ROOT) + "%");
                    select.setInt(position, limit + 1);
                },
                row -> new Row(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getInt(6))));
        Slice<Row> page = Slice.of(rows, limit);
        return new HouseholdPage(page.rows(), page.next(last -> Long.toString(last.id())));
    }

    private static String escaped(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1");
    }

    private static long after(String cursor) {
        try {
            return cursor == null ? 0 : Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw Problem.invalid(
                    "AS-HOUSEHOLD-CURSOR",
                    "Vị trí trang trong danh sách không còn dùng được. Hãy mở lại danh sách từ đầu.");
        }
    }
}
