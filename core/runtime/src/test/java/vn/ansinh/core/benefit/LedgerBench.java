package vn.ansinh.core.benefit;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.reflect.Proxy;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.benefit.Payrolls.Closing;
import vn.ansinh.api.benefit.Payrolls.Reviewed;
import vn.ansinh.api.board.Boards.Board;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.access.ThreadAccess;
import vn.ansinh.core.board.StoredBoards;
import vn.ansinh.core.fact.DeclaredFacts;
import vn.ansinh.core.policy.Arrival;
import vn.ansinh.core.policy.PolicyRegistry;
import vn.ansinh.core.policy.TestPack;
import vn.ansinh.database.postgres.Durability;
import vn.ansinh.database.postgres.PostgresServer;
import vn.ansinh.database.service.Database;
import vn.ansinh.database.transaction.ThreadTransactions;

/**
 * The ledger at the scale of the country, beside what PostgreSQL alone needs to write the finished rows. Prints and writes
 * {@code target/ledger-bench.txt}; nothing depends on a clock.
 *
 * <pre>{@code mvn verify -Pbench -pl core/runtime -am -Dbench.people=1000000 -Dbench.cycles=36}</pre>
 */
@EnabledIfSystemProperty(named = "bench.people", matches = "[0-9]+")
class LedgerBench {

    private static final int PEOPLE = Integer.getInteger("bench.people", 200_000);
    private static final int CYCLES = Integer.getInteger("bench.cycles", 3);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final YearMonth FIRST = YearMonth.of(2026, 8);

    /** Everything lies within everything: who may do what is not measured here. */
    private static final Units UNITS = (Units) Proxy.newProxyInstance(
            Units.class.getClassLoader(),
            new Class<?>[] {Units.class},
            (proxy, method, arguments) -> switch (method.getName()) {
                case "isWithin" -> true;
                case "byId" -> Optional.empty();
                default -> throw new UnsupportedOperationException(method.getName());
            });

    private final List<String> report = new ArrayList<>();
    private Transactions transactions;
    private PolicyRegistry policies;
    private Access access;
    private BenchCountry country;

    @Test
    void monthsOfTheCountry() throws Exception {
        Path directory =
                Files.createTempDirectory(Path.of(System.getProperty("bench.directory", "/var/tmp")), "ansinh-bench-");
        // the server's account has to pass through it when this is run by root
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (PostgresServer server = PostgresServer.start(directory, 0, Durability.SAFE);
                Database database = Database.openEmbedded(server, "bench", 4)) {
            database.migration().apply("ansinh", scripts());
            transactions = new ThreadTransactions(database.system());
            access = new ThreadAccess(null, UNITS);
            YearMonth start = FIRST.minusMonths(CYCLES - 2);
            Facts facts = DeclaredFacts.of(transactions, access, TestPack.KEYS_FILE);
            policies = new PolicyRegistry(transactions, access, facts, Arrival.IN_FORCE);
            policies.offer(
                    TestPack.SOURCE.replace(
                            "tinh-tu: 2024-07, hieu-luc: 2024-07-01",
                            "tinh-tu: " + start + ", hieu-luc: " + start.atDay(1)),
                    TestPack.FILE,
                    facts.keys());
            country = new BenchCountry(server.superuser("bench"), PEOPLE);
            measure();
        } finally {
            delete(directory);
            Files.write(Path.of("target", "ledger-bench.txt"), report);
        }
    }

    private static List<URL> scripts() throws IOException, URISyntaxException {
        Path first = Path.of(
                PolicyRegistry.class.getResource("/db/migration/V1__unit.sql").toURI());
        List<URL> scripts = new ArrayList<>();
        try (Stream<Path> files = Files.list(first.getParent())) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                scripts.add(file.toUri().toURL());
            }
        }
        return scripts;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path path : (Iterable<Path>) tree.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(path);
            }
        }
    }

    private void measure() throws Exception {
        say("%d people, %d closed cycles behind them, %d processors, heap at most %d MiB"
                .formatted(
                        PEOPLE,
                        CYCLES,
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.getRuntime().maxMemory() >> 20));
        time("invented", () -> {
            country.settle(FIRST.minusMonths(1));
            return null;
        });
        time("first month, everybody computed", () -> draft(FIRST, LocalDate.of(2026, 8, 3)));
        time("closing it", () -> close(FIRST));
        country.forgetPaidThrough();
        time("cycles of the past", () -> {
            country.pastCycles(FIRST, CYCLES - 2);
            return country.number("select count(*) from ansinh.payroll_line") + " lines, "
                    + (country.number("select sum(pg_total_relation_size(inhrelid)) from pg_inherits"
                                    + " where inhparent = 'ansinh.payroll_line'::regclass")
                            >> 20)
                    + " MiB";
        });
        YearMonth second = FIRST.plusMonths(1);
        country.goOn(second);
        time("regular month", () -> draft(second, LocalDate.of(2026, 9, 3)));
        time("closing it", () -> close(second));

        YearMonth regular = FIRST.plusMonths(2);
        LocalDate beforeTheDecree = LocalDate.of(2026, 10, 2);
        country.goOn(regular);
        country.execute("checkpoint");
        time("regular month, warming up", () -> draft(regular, beforeTheDecree));
        country.finish(regular);
        List<Long> ours = new ArrayList<>();
        List<Long> bare = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            country.undo(regular);
            bare.add(time("bare insert of the finished rows", () -> {
                country.insertFinished();
                return "";
            }));
            country.undo(regular);
            ours.add(time("regular month", () -> draft(regular, beforeTheDecree)));
        }
        time("closing it", () -> close(regular));

        YearMonth retroactive = FIRST.plusMonths(3);
        LocalDate afterTheDecree = LocalDate.of(2026, 11, 3);
        country.goOn(retroactive);
        List<Long> back = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            if (i > 0) {
                country.undo(retroactive);
            }
            back.add(time("retroactive month", () -> draft(retroactive, afterTheDecree)));
        }
        time("closing it", () -> close(retroactive));
        boards(retroactive);
        say("median: regular %d ms, bare %d ms, ratio %.2f; retroactive %d ms, ratio %.2f"
                .formatted(
                        median(ours),
                        median(bare),
                        (double) median(ours) / median(bare),
                        median(back),
                        (double) median(back) / median(ours)));
        say("peak of the heap: %d MiB".formatted(peak() >> 20));
    }

    /** Closings counted for the board already; cycles of the past are counted as the migration counts them. */
    private void boards(YearMonth last) throws Exception {
        for (YearMonth month = FIRST.minusMonths(CYCLES - 2L); month.isBefore(FIRST); month = month.plusMonths(1)) {
            String counting = "select ansinh.board_count('" + month.atDay(1) + "', array(select id from ansinh.payroll"
                    + " where state = 'CLOSED' and month = '" + month.atDay(1) + "'))";
            time("a month counted for the board", () -> {
                country.execute(counting);
                return "";
            });
        }
        country.execute("vacuum analyze ansinh.board_benefit");
        StoredBoards boards = new StoredBoards(transactions, access, UNITS, policies);
        for (int i = 0; i < ROUNDS; i++) {
            time(
                    "board of the country",
                    () -> access.callAs(Caller.SYSTEM, () -> {
                        Board board = boards.board(Set.of("thu"), 0, last);
                        return board.current() + ", " + board.parts().size() + " parts";
                    }));
        }
    }

    private String draft(YearMonth month, LocalDate asOf) throws SQLException {
        country.execute("select ansinh.payroll_partition('" + month.atDay(1) + "')");
        String drafted = transactions
                .call(connection -> new PayrollDrafting(transactions, connection, policies, "thu", month)
                        .draft(policies.book(), 0, asOf, "hung", (done, total) -> {}))
                .toString();
        country.execute("select ansinh.payroll_analyze('" + month.atDay(1) + "')");
        return drafted;
    }

    private String close(YearMonth month) throws Exception {
        return access.callAs(Caller.SYSTEM, () -> {
            policies.provisionalValues("thu")
                    .forEach(value ->
                            policies.confirm(value.pack(), value.value().id(), "Công báo"));
            Closing closing = transactions.call(connection -> {
                List<Reviewed> reviewed = new ArrayList<>();
                try (var select = connection.prepareStatement(
                        "select id, run_id from ansinh.payroll where month = ? and state = 'DRAFT'")) {
                    select.setDate(1, EntitlementRows.date(month));
                    try (var row = select.executeQuery()) {
                        while (row.next()) {
                            reviewed.add(new Reviewed(row.getLong(1), row.getLong(2)));
                        }
                    }
                }
                return new PayrollClosing(
                                connection,
                                access,
                                UNITS,
                                policies,
                                "lan",
                                java.time.Clock.systemUTC(),
                                InTime.ALWAYS,
                                ClosingFunds.UNASKED)
                        .close(reviewed, false);
            });
            return closing.payrolls() + " lists, " + closing.lines() + " lines, " + closing.total()
                    + " đồng, taken out " + closing.takenOut().size();
        });
    }

    private long time(String what, Callable<?> work) throws Exception {
        long start = System.nanoTime();
        Object result = work.call();
        long millis = (System.nanoTime() - start) / 1_000_000;
        say("%-40s %9d ms  %s".formatted(what, millis, result == null ? "" : result));
        return millis;
    }

    private void say(String line) {
        System.out.println(line);
        report.add(line);
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    /** Sum of what each part of the heap held at its fullest: never less than the true peak. */
    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
