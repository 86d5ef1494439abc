package vn.ansinh.core.unit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What follows from units and successions, and how other nodes learn that it changed. */
public final class UnitTables {

    /** The tree as it was: money and law go by it. */
    private static final String ABOVE = """
            create temp table unit_above on commit drop as
            with recursive above(ancestor_id, unit_id) as (
                select id, id from ansinh.unit
                union all
                select u.parent_id, a.unit_id from above a join ansinh.unit u on u.id = a.ancestor_id
                where u.parent_id is not null)
            select ancestor_id, unit_id from above""";

    private static final String HEIRS = """
            create temp table unit_heir on commit drop as
            with recursive heir(old_id, new_id, whole) as (
                select old_id, new_id, not partial from ansinh.unit_succession
                union
                select h.old_id, s.new_id, h.whole and not s.partial
                from heir h join ansinh.unit_succession s on s.old_id = h.new_id)
            select old_id, new_id, whole from heir""";

    /**
     * What is seen beyond the tree: a unit that ended, from every unit on its land since and from what lies above those.
     * Where it went somewhere whole, what lay below it is seen from there, too.
     */
    private static final String REACH = """
            insert into ansinh.unit_reach (ancestor_id, unit_id)
            select up.ancestor_id, down.unit_id
            from pg_temp.unit_heir h
                join pg_temp.unit_above up on up.unit_id = h.new_id
                join pg_temp.unit_above down on down.ancestor_id = h.old_id and (h.whole or down.unit_id = h.old_id)
            except select ancestor_id, unit_id from pg_temp.unit_above""";

    private UnitTables() {}

    /** Makes {@code unit_closure} and {@code unit_reach} anew. */
    public static void derive(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // apart, because a planner knows nothing yet of tables that were just filled, and may not be told
            statement.execute(ABOVE);
            statement.execute(HEIRS);
            statement.execute("analyze pg_temp.unit_above; analyze pg_temp.unit_heir");
            statement.executeUpdate("delete from ansinh.unit_closure");
            statement.executeUpdate("insert into ansinh.unit_closure (ancestor_id, unit_id)"
                    + " select ancestor_id, unit_id from pg_temp.unit_above");
            statement.executeUpdate("delete from ansinh.unit_reach");
            statement.executeUpdate(REACH);
        }
    }

    /** As {@link #derive}, on a database that was filled before there was anything to see beyond the tree. */
    static void deriveOnce(Connection connection) throws SQLException {
        boolean derived;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select exists (select from ansinh.unit_reach)")) {
            row.next();
            derived = row.getBoolean(1);
        }
        if (!derived) {
            derive(connection);
        }
    }

    /** How often the tables were changed: who has read them at another count reads them again. */
    static long changes(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from ansinh.unit_source")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Whoever changes units does so one after the other, on all nodes. */
    public static void lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(hashtext('ansinh.unit'))");
        }
    }

    /** Leaves word that {@code digest} is in the tables: a node that has not seen it reads them again. */
    public static void remember(Connection connection, String digest) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into ansinh.unit_source (digest) values (?)")) {
            insert.setString(1, digest);
            insert.executeUpdate();
        }
    }
}
