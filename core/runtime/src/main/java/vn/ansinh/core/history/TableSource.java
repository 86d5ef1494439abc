package vn.ansinh.core.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.history.HistoryEntry;
import vn.ansinh.api.history.HistorySource;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.sql.Rows;

/** What one statement tells of a person; asked as the caller, so that row-level security answers. */
final class TableSource implements HistorySource {

    private static final String PAGE = "select h.* from (%s) h where ?::date is null or (h.day, h.id) < (?::date, ?)"
            + " order by h.day desc, h.id desc limit ?";

    private final String code;
    private final String name;
    private final String permission;
    private final String sql;
    private final Words words;
    private final Transactions transactions;
    private final Access access;

    /** Makes an entry of a row. */
    interface Words {
        /** @param row with day and id first @param everything whether sensitive facts may be told */
        HistoryEntry entry(ResultSet row, boolean everything) throws SQLException;
    }

    /** @param sql with columns day and id first, and one parameter: the person */
    TableSource(
            String code,
            String name,
            String permission,
            String sql,
            Words words,
            Transactions transactions,
            Access access) {
        this.code = code;
        this.name = name;
        this.permission = permission;
        this.sql = sql;
        this.words = words;
        this.transactions = transactions;
        this.access = access;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String permission() {
        return permission;
    }

    @Override
    public List<HistoryEntry> of(long personId, HistoryEntry before, int limit) {
        Caller caller = access.require(permission);
        boolean everything = caller.may(Permissions.FACT_SENSITIVE);
        LocalDate day = before == null ? null : before.day();
        return transactions.call(connection -> Rows.list(
                connection,
                PAGE.formatted(sql),
                select -> {
                    select.setLong(1, personId);
                    select.setObject(2, day);
                    select.setObject(3, day);
                    select.setLong(4, before == null ? 0 : before.id());
                    select.setInt(5, limit);
                },
                row -> words.entry(row, everything)));
    }
}
