package vn.ansinh.core.audit;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import vn.ansinh.api.audit.Entry;
import vn.ansinh.api.audit.Entry.Act;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.identity.NumberSight;

/** Reads rows of the audit. */
final class EntryRows {

    static final String SELECT = "select e.id, e.at, e.account, e.full_name, e.address, e.channel, e.request_id, e.act,"
            + " e.subject_kind, e.subject_id, coalesce(cardinality(e.ids), 0), e.action,"
            + " array(select key from jsonb_each_text(e.before) order by key),"
            + " array(select value from jsonb_each_text(e.before) order by key),"
            + " array(select key from jsonb_each_text(e.after) order by key),"
            + " array(select value from jsonb_each_text(e.after) order by key),"
            + " e.query, e.file, e.why from ansinh.audit_entry e";

    /** A period, each end of which may be open. */
    static final String BETWEEN = " and (?::timestamptz is null or e.at >= ?) and (?::timestamptz is null or e.at < ?)";

    /** Fields in which numbers of papers and accounts stand; other long numbers are money. */
    private static final Set<String> NUMBERS =
            Set.of("account-number", "payee-number", "payment", "Số định danh", "Số CMND", "Số tạm");

    private EntryRows() {}

    static int bindBetween(PreparedStatement statement, int from, Instant first, Instant after) throws SQLException {
        bind(statement, from, first);
        bind(statement, from + 1, first);
        bind(statement, from + 2, after);
        bind(statement, from + 3, after);
        return from + 4;
    }

    private static void bind(PreparedStatement statement, int at, Instant instant) throws SQLException {
        if (instant == null) {
            statement.setNull(at, Types.TIMESTAMP_WITH_TIMEZONE);
        } else {
            statement.setObject(at, instant.atOffset(ZoneOffset.UTC));
        }
    }

    /** @param sight how much of numbers the reader is shown */
    static Entry read(ResultSet row, NumberSight sight) throws SQLException {
        return new Entry(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                AuditWords.channel(row.getString(6)),
                row.getString(7),
                Act.valueOf(row.getString(8)),
                new Subject(row.getString(9), row.getLong(10)),
                null,
                row.getInt(11),
                row.getString(12),
                AuditWords.action(row.getString(12)),
                map(row.getArray(13), row.getArray(14), sight),
                map(row.getArray(15), row.getArray(16), sight),
                sight.showWithin(row.getString(17)),
                row.getString(18),
                sight.showWithin(row.getString(19)));
    }

    private static Map<String, String> map(Array keys, Array values, NumberSight sight) throws SQLException {
        String[] names = (String[]) keys.getArray();
        String[] texts = (String[]) values.getArray();
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            String value = texts[i] == null ? null : AuditWords.value(names[i], texts[i]);
            map.put(AuditWords.field(names[i]), NUMBERS.contains(names[i]) ? sight.showWithin(value) : value);
        }
        return map;
    }
}
