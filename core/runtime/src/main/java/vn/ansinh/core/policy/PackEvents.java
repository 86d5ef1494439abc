package vn.ansinh.core.policy;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.policy.PackState.Act;
import vn.ansinh.api.policy.PackVersion;
import vn.ansinh.core.audit.Fields;

/** What was done to packs: rows that only ever grow, a few dozen in a decade. Each is told to the audit as it is written. */
final class PackEvents {

    private final Audit audit;

    PackEvents(Audit audit) {
        this.audit = audit;
    }

    /** Kinds of event. */
    enum Kind {
        PROPOSED("Gửi gói", "policy.upload"),
        ACTIVATED("Kích hoạt", "policy.activate"),
        REJECTED("Trả lại", "policy.reject"),
        END_PROPOSED("Đề nghị kết thúc", "policy.propose-end"),
        END_CONFIRMED("Xác nhận kết thúc", "policy.confirm-end"),
        END_WITHDRAWN("Rút đề nghị kết thúc", "policy.withdraw-end");

        private final String label;
        private final String action;

        Kind(String label, String action) {
            this.label = label;
            this.action = action;
        }

        String label() {
            return label;
        }
    }

    /**
     * One event.
     *
     * @param file of what was proposed, else {@code null}
     * @param lastMonth of an end, else {@code null}
     */
    record Row(PackVersion version, Kind kind, String file, YearMonth lastMonth, String remark, Act by) {}

    /** Lets one transaction at a time decide about packs, on all nodes. */
    static void lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(hashtextextended('ansinh.policy_event', 0))");
        }
    }

    /** Keeps every decision about packs out until the transaction ends; any number may do so at a time. */
    static void share(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock_shared(hashtextextended('ansinh.policy_event', 0))");
        }
    }

    /** Oldest first. */
    static List<Row> all(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select pack, version, kind, file, last_month, remark,"
                                + " account, full_name, recorded_at from ansinh.policy_event order by id");
                ResultSet row = select.executeQuery()) {
            List<Row> rows = new ArrayList<>();
            while (row.next()) {
                Date lastMonth = row.getDate(5);
                rows.add(new Row(
                        new PackVersion(row.getString(1), row.getInt(2)),
                        Kind.valueOf(row.getString(3)),
                        row.getString(4),
                        lastMonth == null ? null : YearMonth.from(lastMonth.toLocalDate()),
                        row.getString(6),
                        new Act(
                                row.getString(7),
                                row.getString(8),
                                row.getObject(9, OffsetDateTime.class).toInstant())));
            }
            return rows;
        }
    }

    void proposed(Connection connection, PackVersion version, String file, Caller by) throws SQLException {
        insert(connection, version, Kind.PROPOSED, file, null, null, by);
    }

    /** @param remark {@code null} for none */
    void decided(Connection connection, PackVersion version, Kind kind, String remark, Caller by) throws SQLException {
        insert(connection, version, kind, null, null, remark, by);
    }

    void ending(Connection connection, PackVersion version, Kind kind, YearMonth lastMonth, String remark, Caller by)
            throws SQLException {
        insert(connection, version, kind, null, lastMonth, remark, by);
    }

    private void insert(
            Connection connection,
            PackVersion version,
            Kind kind,
            String file,
            YearMonth lastMonth,
            String remark,
            Caller by)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into ansinh.policy_event"
                + " (pack, version, kind, file, last_month, remark, account, full_name)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, version.pack());
            insert.setInt(2, version.version());
            insert.setString(3, kind.name());
            insert.setString(4, file);
            insert.setDate(5, lastMonth == null ? null : Date.valueOf(lastMonth.atDay(1)));
            insert.setString(6, remark);
            insert.setString(7, by.account());
            insert.setString(8, by.fullName());
            insert.executeUpdate();
        }
        audit.changed(
                new Subject(Subject.POLICY, 0),
                kind.action,
                Map.of(),
                Fields.of("pack", version)
                        .and("file", file)
                        .and("last-month", lastMonth)
                        .map(),
                remark);
    }
}
