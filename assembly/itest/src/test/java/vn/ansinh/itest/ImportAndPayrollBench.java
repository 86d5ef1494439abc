package vn.ansinh.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * How long a province waits: start, a list of 20,000 people, their month. Beside what was written stands what PostgreSQL alone
 * needs to take in the same finished rows, into tables with the same columns and indexes, in the same run. Prints; nothing
 * depends on a clock.
 */
class ImportAndPayrollBench {

    private static final int PEOPLE = Integer.getInteger("bench.people", 20_000);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final long SEED = 42;

    private final List<String> table = new ArrayList<>();

    @Test
    void importAndPayrollOfAProvince(@TempDir Path directory) throws Exception {
        try (RunningDistribution server = RunningDistribution.start("bench")) {
            row(
                    "start on an empty directory, to the first page",
                    server.firstPage().toMillis(),
                    "");
            server.stop();
            server.launch();
            row("start again, to the first page", server.firstPage().toMillis(), "");

            Path list = directory.resolve("danh-sach.xlsx");
            InventedList.write(InventedList.people(Province.CODE, PEOPLE, TODAY, SEED), list);
            Province province = new Province(server.rest(), server.checker());
            long before = System.nanoTime();
            JsonNode checked = province.check(list);
            row("hand in and check " + PEOPLE + " rows", millisSince(before), Files.size(list) / 1024 + " KiB .xlsx");
            assertEquals(PEOPLE, checked.path("rows").asInt());
            assertEquals(0, checked.path("errors").asInt(), checked::toString);
            long write = System.nanoTime();
            JsonNode written = province.commit(checked);
            row("write", millisSince(write), written.toString());
            row("import in all", millisSince(before), "");
            remark(copyAgain(server, "person", "fact", "entitlement"));

            for (String what : List.of("run the month", "run it again")) {
                long run = System.nanoTime();
                JsonNode result = province.runAndWait();
                row(what, millisSince(run), result.toString());
            }
            remark(copyAgain(server, "payroll_line"));
            long close = System.nanoTime();
            province.confirmEverything();
            JsonNode closing = province.close(province.payrolls());
            row(
                    "confirm and close",
                    millisSince(close),
                    closing.path("lines") + " lines, " + closing.path("total") + " đồng");
            print(server.heapAfterCollection());
        }
    }

    /** Takes the rows of tables out and puts them into empty twins. @return how long that took, for the table */
    private static String copyAgain(RunningDistribution server, String... names) throws Exception {
        StringBuilder told = new StringBuilder("COPY alone:");
        try (Connection connection = server.database();
                Statement statement = connection.createStatement()) {
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            statement.execute("create schema if not exists bench");
            for (String name : names) {
                statement.execute("drop table if exists bench." + name);
                statement.execute("create table bench." + name + " (like ansinh." + name + " including all)");
                ByteArrayOutputStream rows = new ByteArrayOutputStream();
                String columns = columns(statement, name);
                copy.copyOut("copy (select " + columns + " from ansinh." + name + ") to stdout", rows);
                long before = System.nanoTime();
                long count = copy.copyIn(
                        "copy bench." + name + " (" + columns + ") from stdin",
                        new ByteArrayInputStream(rows.toByteArray()));
                told.append(
                        String.format(Locale.ROOT, " %s %,d in %.2f s;", name, count, millisSince(before) / 1000.0));
            }
        }
        return told.toString();
    }

    /** All columns that are written, not computed. */
    private static String columns(Statement statement, String table) throws SQLException {
        try (ResultSet names = statement.executeQuery("select string_agg(quote_ident(column_name), ', ') from"
                + " information_schema.columns where table_schema = 'ansinh' and table_name = '" + table
                + "' and is_generated = 'NEVER'")) {
            names.next();
            return names.getString(1);
        }
    }

    private void remark(String text) {
        table.add(" ".repeat(48) + text);
    }

    private void row(String what, long millis, String remark) {
        table.add(String.format(Locale.ROOT, "%-48s %8.2f s  %s", what, millis / 1000.0, remark));
    }

    private void print(long heap) throws Exception {
        String cpu = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .findFirst()
                .map(line -> line.split(":", 2)[1].trim())
                .orElse("unknown processor");
        String memory = Files.readAllLines(Path.of("/proc/meminfo")).get(0).replaceAll("\\D+", "");
        System.out.printf(
                "%n%s, %d cores, %d MB of memory, Java %s%n",
                cpu,
                Runtime.getRuntime().availableProcessors(),
                Long.parseLong(memory) / 1024,
                System.getProperty("java.version"));
        table.forEach(System.out::println);
        System.out.printf("%-48s %8d MB%n%n", "heap in use after a full collection", heap / 1024 / 1024);
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }
}
