package vn.ansinh.core.unit;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.transaction.Transactions;

/**
 * Puts the units this release carries into the tables, once per data set and all or nothing. A unit already known (code
 * and first day) keeps its surrogate key, for people live there.
 */
final class UnitLoader {

    private static final Logger LOG = LoggerFactory.getLogger(UnitLoader.class);

    private final Transactions transactions;

    UnitLoader(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Does nothing when the data set has been loaded before. */
    void load(UnitData data) {
        transactions.run(connection -> {
            UnitTables.lock(connection);
            if (!isLoaded(connection, data.digest())) {
                UnitHistory history = UnitHistory.of(data.lists());
                write(connection, history);
                UnitTables.remember(connection, data.digest());
                LOG.info(
                        "Loaded {} administrative units and {} successions",
                        history.units().size(),
                        history.steps().size());
            } else {
                UnitTables.deriveOnce(connection);
            }
        });
    }

    private static boolean isLoaded(Connection connection, String digest) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select 1 from ansinh.unit_source where digest = ?")) {
            query.setString(1, digest);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void write(Connection connection, UnitHistory history) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "create temporary table unit_incoming (position integer, code text, level text, name text,"
                            + " parent_code text, parent_from date, valid_from date, valid_to date) on commit drop");
            statement.execute("create temporary table succession_incoming (old_code text, old_from date,"
                    + " new_code text, new_from date, partial boolean) on commit drop");
            copy(connection, "unit_incoming", unitLines(history));
            copy(connection, "succession_incoming", stepLines(history));
            statement.execute("analyze unit_incoming; analyze succession_incoming");

            statement.executeUpdate("insert into ansinh.unit (code, level, name, valid_from, valid_to)"
                    + " select code, level, name, valid_from, valid_to from unit_incoming order by position"
                    + " on conflict (code, valid_from) do update set level = excluded.level, name = excluded.name,"
                    + " valid_to = excluded.valid_to, source = 'RELEASE'");
            // what officials activated since stays in force: this release may not know it yet
            statement.executeUpdate("update ansinh.unit u set valid_to = s.since from ansinh.unit_succession s"
                    + " where s.old_id = u.id and s.source = 'RESOLUTION' and u.valid_to is null");
            statement.executeUpdate("update ansinh.unit child set parent_id = parent.id"
                    + " from unit_incoming i join ansinh.unit parent"
                    + " on parent.code = i.parent_code and parent.valid_from = i.parent_from"
                    + " where child.code = i.code and child.valid_from = i.valid_from"
                    + " and child.parent_id is distinct from parent.id");

            statement.executeUpdate("delete from ansinh.unit_succession where source = 'RELEASE'");
            statement.executeUpdate("insert into ansinh.unit_succession (old_id, new_id, since, partial)"
                    + " select old.id, new.id, new.valid_from, i.partial from succession_incoming i"
                    + " join ansinh.unit old on old.code = i.old_code and old.valid_from = i.old_from"
                    + " join ansinh.unit new on new.code = i.new_code and new.valid_from = i.new_from"
                    + " on conflict (old_id, new_id) do update set partial = excluded.partial, source = 'RELEASE'");
        }
        UnitTables.derive(connection);
    }

    private static void copy(Connection connection, String table, String lines) throws SQLException, IOException {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " from stdin (format csv)", new StringReader(lines));
    }

    private static String unitLines(UnitHistory history) {
        StringBuilder lines = new StringBuilder(history.units().size() * 64);
        int position = 0;
        for (UnitHistory.Unit unit : history.units()) {
            lines.append(position++).append(',');
            lines.append(unit.code).append(',').append(unit.level()).append(',');
            lines.append('"').append(unit.name.replace("\"", "\"\"")).append("\",");
            if (unit.parent != null) {
                lines.append(unit.parent.code).append(',').append(unit.parent.from);
            } else {
                lines.append(',');
            }
            lines.append(',').append(unit.from).append(',');
            lines.append(unit.to == null ? "" : unit.to).append('\n');
        }
        return lines.toString();
    }

    private static String stepLines(UnitHistory history) {
        StringBuilder lines = new StringBuilder(history.steps().size() * 40);
        for (UnitHistory.Step step : history.steps()) {
            lines.append(step.old().code).append(',').append(step.old().from).append(',');
            lines.append(step.next().code).append(',').append(step.next().from).append(',');
            lines.append(step.partial()).append('\n');
        }
        return lines.toString();
    }
}
