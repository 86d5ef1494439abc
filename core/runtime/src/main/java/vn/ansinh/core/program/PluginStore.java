package vn.ansinh.core.program;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.api.program.PluginEvent;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.sql.Rows;

/** What is installed, in rows. */
final class PluginStore {

    static final String SHIPPED = "SHIPPED";
    private static final String COLUMNS =
            "id, version, kind, digest, name, description, file, api, signer, state, installed_by, installed_at";

    private final Transactions transactions;
    private final InstantSource clock;

    PluginStore(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A row without its content. @param signer {@code null} for one without a trusted signature */
    record Row(
            String id,
            String version,
            String kind,
            String digest,
            String name,
            String description,
            String file,
            String api,
            String signer,
            State state,
            String installedBy,
            Instant installedAt) {

        boolean isFile() {
            return !kind.equals(SHIPPED);
        }

        /** Whether there is no code in it. */
        boolean isReport() {
            return kind.equals(Artifact.Form.REPORT.name());
        }

        /** Tells the bundles of this very content from all others. */
        String key() {
            return PluginStore.key(id, version, digest);
        }
    }

    /** See {@link Row#key}. */
    static String key(String id, String version, String digest) {
        return id + "/" + version + "/" + digest.substring(0, 12);
    }

    /** States of a row. */
    enum State {
        INSTALLING,
        INSTALLED,
        REMOVED,
        FAILED
    }

    /** What can happen to a plugin. */
    enum What {
        INSTALL("Cài đặt"),
        UPDATE("Cập nhật"),
        REMOVE("Gỡ"),
        FAIL("Không cài được"),
        OFF("Tắt ở một địa bàn"),
        ON("Bật lại ở một địa bàn");

        private final String label;

        What(String label) {
            this.label = label;
        }
    }

    /** All rows, latest first. */
    List<Row> all() {
        return transactions.call(connection -> Rows.list(
                connection,
                "select " + COLUMNS + " from ansinh.plugin order by installed_at desc",
                select -> {},
                PluginStore::row));
    }

    Optional<Row> find(String id, String version) {
        return all().stream()
                .filter(row -> row.id().equals(id) && row.version().equals(version))
                .findFirst();
    }

    /** Keeps a file that is about to be installed. */
    void begin(Artifact artifact, String api, String account) {
        transactions.run(connection -> {
            try (InputStream content = Files.newInputStream(artifact.file());
                    PreparedStatement insert = connection.prepareStatement("insert into ansinh.plugin (" + COLUMNS
                            + ", content) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'INSTALLING', ?, ?, ?)"
                            + " on conflict (id, version) do update set state = 'INSTALLING', kind = excluded.kind,"
                            + " digest = excluded.digest, name = excluded.name, description = excluded.description,"
                            + " file = excluded.file, api = excluded.api, signer = excluded.signer,"
                            + " installed_by = excluded.installed_by, installed_at = excluded.installed_at,"
                            + " content = excluded.content")) {
                insert.setString(1, artifact.id());
                insert.setString(2, artifact.version().toString());
                insert.setString(3, artifact.form().name());
                insert.setString(4, artifact.digest());
                insert.setString(5, artifact.name());
                insert.setString(6, artifact.description());
                insert.setString(7, artifact.fileName());
                insert.setString(8, api);
                insert.setString(9, artifact.signer());
                insert.setString(10, account);
                insert.setTimestamp(11, Timestamp.from(clock.instant()));
                insert.setBinaryStream(12, content, Files.size(artifact.file()));
                insert.executeUpdate();
            }
        });
    }

    /** A file runs; what ran before of the same id does so no more. */
    void installed(String id, String version, boolean update, String account) {
        transactions.run(connection -> {
            update(connection, "REMOVED", "id = ? and state = 'INSTALLED' and version <> ?", id, version);
            update(connection, "INSTALLED", "id = ? and version = ?", id, version);
            event(connection, id, version, update ? What.UPDATE : What.INSTALL, account, "");
        });
    }

    /** What lies in the distribution was installed or removed. */
    void shipped(Installer.Shipped shipped, State state, String account) {
        transactions.run(connection -> {
            update(
                    connection,
                    "REMOVED",
                    "id = ? and state = 'INSTALLED' and version <> ?",
                    shipped.id(),
                    shipped.version());
            try (PreparedStatement upsert = connection.prepareStatement("insert into ansinh.plugin (" + COLUMNS
                    + ") values (?, ?, 'SHIPPED', '', ?, ?, '', '', null, ?, ?, ?)"
                    + " on conflict (id, version) do update set state = excluded.state, kind = 'SHIPPED', digest = '',"
                    + " content = null, signer = null, installed_by = excluded.installed_by,"
                    + " installed_at = excluded.installed_at")) {
                upsert.setString(1, shipped.id());
                upsert.setString(2, shipped.version());
                upsert.setString(3, shipped.name());
                upsert.setString(4, shipped.details());
                upsert.setString(5, state.name());
                upsert.setString(6, account);
                upsert.setTimestamp(7, Timestamp.from(clock.instant()));
                upsert.executeUpdate();
            }
            What what = state == State.INSTALLED ? What.INSTALL : What.REMOVE;
            event(connection, shipped.id(), shipped.version(), what, account, "");
        });
    }

    /** It did not come up. */
    void failed(String id, String version, String account, String reason) {
        transactions.run(connection -> {
            update(connection, "FAILED", "id = ? and version = ? and state = 'INSTALLING'", id, version);
            event(connection, id, version, What.FAIL, account, reason);
        });
    }

    /** A file was removed; its content is kept. */
    void removed(String id, String version, String account) {
        transactions.run(connection -> {
            update(connection, "REMOVED", "id = ? and version = ?", id, version);
            event(connection, id, version, What.REMOVE, account, "");
        });
    }

    /** What was interrupted by the end of a server is no longer on its way. @param longest that an installation takes */
    void giveUpInstallations(Duration longest) {
        transactions.run(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update ansinh.plugin set state = 'FAILED' where state = 'INSTALLING' and installed_at < ?")) {
                update.setTimestamp(1, Timestamp.from(clock.instant().minus(longest)));
                update.executeUpdate();
            }
        });
    }

    /** Writes a kept file out. @throws IOException when it cannot be written */
    void copy(Row row, Path target) throws IOException {
        transactions.run(connection -> {
            List<Boolean> found = Rows.list(
                    connection,
                    "select content from ansinh.plugin where id = ? and version = ? and content is not null",
                    select -> {
                        select.setString(1, row.id());
                        select.setString(2, row.version());
                    },
                    content -> {
                        try (InputStream in = content.getBinaryStream(1)) {
                            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
                            return true;
                        } catch (IOException e) {
                            throw new SQLException(e);
                        }
                    });
            if (found.isEmpty()) {
                throw new IOException("No content is kept of " + row.key());
            }
        });
    }

    List<PluginEvent> history(String id) {
        return transactions.call(connection -> Rows.list(
                connection,
                "select at, what, version, account, detail from ansinh.plugin_event where plugin = ? order by id desc"
                        + " limit 200",
                select -> select.setString(1, id),
                row -> new PluginEvent(
                        row.getTimestamp(1).toInstant(),
                        What.valueOf(row.getString(2)).label,
                        row.getString(3),
                        row.getString(4),
                        row.getString(5))));
    }

    /** Grows with everything that happens. */
    long lastEvent() {
        return transactions.call(connection -> Rows.list(
                        connection,
                        "select coalesce(max(id), 0) from ansinh.plugin_event",
                        select -> {},
                        row -> row.getLong(1))
                .get(0));
    }

    /** Units where programs were taken from the officials, by program. */
    Map<String, List<Long>> unitsOff() {
        Map<String, List<Long>> off = new HashMap<>();
        transactions.run(connection ->
                Rows.list(connection, "select program, units_off from ansinh.program_territory", select -> {}, row -> {
                    off.put(row.getString(1), List.of((Long[]) row.getArray(2).getArray()));
                    return null;
                }));
        return off;
    }

    void setUnitsOff(String id, List<Long> units, long unit, boolean off, String account) {
        transactions.run(connection -> {
            Array array = connection.createArrayOf("bigint", units.toArray());
            try (PreparedStatement upsert = connection.prepareStatement(
                    "insert into ansinh.program_territory (program, units_off) values (?, ?)"
                            + " on conflict (program) do update set units_off = excluded.units_off")) {
                upsert.setString(1, id);
                upsert.setArray(2, array);
                upsert.executeUpdate();
            }
            event(connection, id, "", off ? What.OFF : What.ON, account, Long.toString(unit));
        });
    }

    private static void update(Connection connection, String state, String where, String id, String version)
            throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update ansinh.plugin set state = ? where " + where)) {
            update.setString(1, state);
            update.setString(2, id);
            update.setString(3, version);
            update.executeUpdate();
        }
    }

    private void event(Connection connection, String id, String version, What what, String account, String detail)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into ansinh.plugin_event"
                + " (plugin, version, what, account, at, detail) values (?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, id);
            insert.setString(2, version);
            insert.setString(3, what.name());
            insert.setString(4, account);
            insert.setTimestamp(5, Timestamp.from(clock.instant()));
            insert.setString(6, detail);
            insert.executeUpdate();
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                State.valueOf(row.getString(10)),
                row.getString(11),
                row.getTimestamp(12).toInstant());
    }
}
