package vn.ansinh.core.report.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.transaction.Everywhere;
import vn.ansinh.core.sql.Rows;

/** {@code ansinh:report-views}, {@code ansinh:report-views payroll_line_v1}: what reports may read, as the database itself says. */
@Service
@Command(
        scope = "ansinh",
        name = "report-views",
        description = "Published views that reports read; with a name, its columns")
public final class ReportViews implements Action {

    private static final String VIEWS =
            "select c.relname, coalesce(obj_description(c.oid, 'pg_class'), '') from pg_class c"
                    + " where c.relnamespace = 'published'::regnamespace and c.relkind = 'v' order by c.relname";
    private static final String COLUMNS = "select a.attname, format_type(a.atttypid, a.atttypmod),"
            + " coalesce(col_description(a.attrelid, a.attnum), '') from pg_attribute a"
            + " where a.attrelid = (select c.oid from pg_class c where c.relnamespace = 'published'::regnamespace"
            + " and c.relkind = 'v' and c.relname = ?) and a.attnum > 0 and not a.attisdropped order by a.attnum";

    @Argument(name = "view", description = "One of them, with or without published.")
    private String view;

    @Reference
    private Everywhere everywhere;

    @Reference
    private Access access;

    @Override
    public Object execute() throws Exception {
        List<String> lines = access.callAs(Caller.SYSTEM, view == null ? this::views : this::columns);
        lines.forEach(System.out::println);
        return null;
    }

    private List<String> views() {
        return everywhere.call(connection -> Rows.list(
                connection, VIEWS, select -> {}, row -> "published." + row.getString(1) + "\n    " + row.getString(2)));
    }

    private List<String> columns() {
        String name = view.replaceFirst("^published\\.", "");
        List<String> columns = everywhere.call(connection -> Rows.list(
                connection,
                COLUMNS,
                select -> select.setString(1, name),
                row -> row.getString(1) + " " + row.getString(2) + "\n    " + row.getString(3)));
        if (columns.isEmpty()) {
            throw Problem.notFound(
                    "AS-REPORT-VIEW", "Không có khung nhìn published." + name + ". Xem: ansinh:report-views");
        }
        return columns;
    }
}
