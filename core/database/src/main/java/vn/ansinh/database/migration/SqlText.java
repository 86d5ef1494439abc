package vn.ansinh.database.migration;

/** Names and texts as parts of SQL statements that take no parameters. */
public final class SqlText {

    private SqlText() {}

    /** The name as SQL takes it, whatever it contains. */
    public static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** The text as an SQL literal. */
    public static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
