package vn.ansinh.core.operation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What a data directory comes to: by this a restored copy shows that it is whole.
 *
 * @param lists closed payrolls
 * @param listed what they say they pay
 * @param lines lines of closed payrolls
 * @param paid what these lines come to
 * @param people in the registry
 * @param entries rows of the audit
 * @param documents files that rows name
 * @param missing those of them that are not there
 */
public record CopySums(
        long lists,
        long listed,
        long lines,
        long paid,
        long people,
        long entries,
        long documents,
        List<String> missing) {

    private static final String LISTS =
            "select count(*), coalesce(sum(total), 0) from ansinh.payroll where state = 'CLOSED'";
    private static final String LINES = "select count(*), coalesce(sum(l.amount), 0) from ansinh.payroll_line l"
            + " join ansinh.payroll y on y.id = l.payroll_id and y.month = l.month where y.state = 'CLOSED'";
    private static final String FILES = "select input_path from ansinh.job where input_path is not null"
            + " union all select output_path from ansinh.job where output_path is not null";

    /**
     * Adds up.
     *
     * @param connection sees everything
     * @param dataDirectory where the files lie
     */
    public static CopySums of(Connection connection, Path dataDirectory) throws SQLException {
        long[] lists = two(connection, LISTS);
        long[] lines = two(connection, LINES);
        List<String> missing = new ArrayList<>();
        long documents = 0;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(FILES)) {
            while (row.next()) {
                documents++;
                if (!Files.isRegularFile(dataDirectory.resolve("jobs").resolve(row.getString(1)))) {
                    missing.add(row.getString(1));
                }
            }
        }
        return new CopySums(
                lists[0],
                lists[1],
                lines[0],
                lines[1],
                two(connection, "select count(*), 0 from ansinh.person")[0],
                two(connection, "select count(*), 0 from ansinh.audit_entry")[0],
                documents,
                missing);
    }

    private static long[] two(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return new long[] {row.getLong(1), row.getLong(2)};
        }
    }

    /** Whether lists and lines agree and no file is missing. */
    public boolean whole() {
        return listed == paid && missing.isEmpty();
    }
}
