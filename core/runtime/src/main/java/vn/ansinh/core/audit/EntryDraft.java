package vn.ansinh.core.audit;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.audit.Entry.Act;
import vn.ansinh.api.audit.Subject;

/** A row of the audit before it is written. */
final class EntryDraft {

    private static final String INSERT =
            "insert into ansinh.audit_entry (at, account, full_name, unit_id, address, channel, request_id, act, subject_kind,"
                    + " subject_id, ids, action, before, after, query, file, why) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                    + " jsonb_object(?, ?), jsonb_object(?, ?), ?, ?, ?)";

    private final Act act;
    private final Subject subject;
    private String action = "";
    private final Map<String, String> before = new TreeMap<>();
    private final Map<String, String> after = new TreeMap<>();
    private Collection<Long> ids;
    private String query;
    private String file;
    private String why;

    private EntryDraft(Act act, Subject subject) {
        this.act = act;
        this.subject = subject;
    }

    static EntryDraft of(Act act, Subject subject) {
        return new EntryDraft(act, subject);
    }

    EntryDraft action(String given) {
        action = given;
        return this;
    }

    /** Keeps what differs. */
    EntryDraft values(Map<String, String> former, Map<String, String> latter) {
        former.forEach((field, value) -> {
            if (!Objects.equals(value, latter.get(field))) {
                before.put(field, value);
            }
        });
        latter.forEach((field, value) -> {
            if (!Objects.equals(value, former.get(field))) {
                after.put(field, value);
            }
        });
        return this;
    }

    /** @param given {@code null} where there are none to name */
    EntryDraft ids(Collection<Long> given) {
        ids = given;
        return this;
    }

    EntryDraft asked(String given) {
        query = given;
        return this;
    }

    EntryDraft file(String given) {
        file = given;
        return this;
    }

    EntryDraft why(String given) {
        why = given;
        return this;
    }

    void insert(Connection connection, Caller caller, Instant at) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, at.atOffset(ZoneOffset.UTC));
            insert.setString(2, caller.account());
            insert.setString(3, caller.fullName());
            insert.setLong(4, caller.unitId());
            insert.setString(5, caller.origin().address());
            insert.setString(6, caller.origin().channel());
            insert.setString(7, caller.origin().requestId());
            insert.setString(8, act.name());
            insert.setString(9, subject.kind());
            insert.setLong(10, subject.id());
            if (ids == null) {
                insert.setNull(11, Types.ARRAY);
            } else {
                insert.setArray(11, connection.createArrayOf("bigint", ids.toArray()));
            }
            insert.setString(12, action);
            bind(connection, insert, 13, before);
            bind(connection, insert, 15, after);
            insert.setString(17, query);
            insert.setString(18, file);
            insert.setString(19, why);
            insert.executeUpdate();
        }
    }

    /** No fields: NULL, which is shorter than an empty object and means the same. */
    private static void bind(Connection connection, PreparedStatement insert, int at, Map<String, String> values)
            throws SQLException {
        List<String> names = List.copyOf(values.keySet());
        Array keys = names.isEmpty() ? null : connection.createArrayOf("text", names.toArray());
        Array texts = names.isEmpty()
                ? null
                : connection.createArrayOf(
                        "text", names.stream().map(values::get).toArray());
        insert.setArray(at, keys);
        insert.setArray(at + 1, texts);
    }
}
