package vn.ansinh.core.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.api.operation.Backups;
import vn.ansinh.api.operation.Backups.Backup;
import vn.ansinh.database.backup.StoredBackups;
import vn.ansinh.database.postgres.Durability;
import vn.ansinh.database.postgres.PostgresServer;
import vn.ansinh.database.service.Database;

/**
 * Communes close their lists one after the other, each with a file made of it, while the backup is taken; the copy, opened from
 * an empty directory, has every list that was closed before, pays the same to the đồng, and misses no document.
 */
class LedgerBackupTest {

    private static final int PEOPLE = 40;
    private static final int CLOSED_BEFORE = 10;

    private static final String PLACES = """
            insert into ansinh.unit (id, code, level, name, valid_from) overriding system value
                select n, n::text, 'COMMUNE', 'Xã thử ' || n, '2025-07-01' from generate_series(1, 5000) n;
            insert into ansinh.unit_closure (ancestor_id, unit_id) select id, id from ansinh.unit;
            insert into ansinh.policy_version (pack, version, program, source, digest) values ('goi', 1, 'btxh', '-', '-');
            insert into ansinh.payroll_rule (id, pack, version, benefit, rate, rate_name, base, base_value, base_label,
                    base_clause, base_provisional, coefficient, coefficient_value, coefficient_label, coefficient_clause,
                    coefficient_provisional, base_pack, base_version, coefficient_pack, coefficient_version)
                overriding system value
                values (1, 'goi', 1, 'tcht', 'nang', 'Nặng', 540000, 'b', 'b', '', false, 1.5, 'c', 'c', '', false, 'goi', 1,
                    'goi', 1);
            insert into ansinh.payroll_run (id, program, month, as_of, started_at, account) overriding system value
                values (1, 'btxh', '2026-11-01', '2026-11-20', now(), 'system');
            select ansinh.payroll_partition('2026-11-01')""";

    /** A commune's people, rights, draft and lines. */
    private static final String DRAFT = """
            insert into ansinh.person (id, full_name, search_name, sort_key, birth_date, birth_year_only, sex, unit_id)
                overriding system value
                select ? * 1000 + n, 'Lê Thị Mơ', ' le thi mo ', 'mo', '1950-01-01', false, 'FEMALE', ?
                from generate_series(1, %1$d) n;
            insert into ansinh.entitlement (id, person_id, program, benefit, unit_id, from_month, payment_method, payee_role)
                overriding system value
                select id, id, 'btxh', 'tcht', unit_id, '2026-11-01', 'TM', 'SELF' from ansinh.person where unit_id = ?;
            insert into ansinh.payroll (id, program, month, unit_id, state, run_id, run_count, people, lines, total, arrears,
                    drafted_at) overriding system value
                values (?, 'btxh', '2026-11-01', ?, 'DRAFT', 1, 1, %1$d, %1$d, %1$d * 810000, 0, now());
            insert into ansinh.payroll_line (month, payroll_id, entitlement_id, person_id, period, rule_id, multiple, due,
                    paid_before, amount, payment_method, payee_role)
                select '2026-11-01', unit_id, id, id, '2026-11-01', 1, 1, 810000, 0, 810000, 'TM', 'SELF'
                from ansinh.person where unit_id = ?;
            update ansinh.payroll set state = 'CLOSED', closed_by = 'lan.nguyen', closed_at = now() where id = ?;
            insert into ansinh.job (type, title, state, parameters, account, output_path, submitted_at)
                values ('payroll.export', '', 'DONE', '{}', 'lan.nguyen', 'out/' || ?, now())""".formatted(PEOPLE);

    private static final int PARAMETERS = 8;

    private Path directory;
    private Path data;
    private PostgresServer server;
    private Database database;
    private Backups backups;

    @BeforeEach
    void aProvincesServer() throws Exception {
        directory = Files.createTempDirectory("ansinh-ledger-backup-");
        // the server's account has to pass through it when tests are run by root
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        data = Files.createDirectory(directory.resolve("data"));
        Files.createDirectories(data.resolve("jobs/out"));
        server = PostgresServer.start(data.resolve("postgresql"), 0, Durability.SAFE);
        database = Database.openEmbedded(server, Database.NAME, 4);
        database.migration().apply("ansinh", scripts());
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(PLACES);
        }
        backups = new StoredBackups(Optional.of(server), data);
    }

    @AfterEach
    void away() throws IOException {
        database.close();
        server.close();
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path path : (Iterable<Path>) tree.sorted(java.util.Comparator.reverseOrder())::iterator) {
                Files.delete(path);
            }
        }
    }

    @Test
    void aCopyTakenWhileListsAreClosedPaysTheSameAndMissesNoDocument() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Void> load = CompletableFuture.runAsync(() -> closeOneAfterTheOther(enough));
        while (lists().size() < CLOSED_BEFORE) {
            Thread.sleep(20);
        }
        Map<Long, String> before = lists();
        Backup backup = backups.take(directory.resolve("copies"), told -> {});
        Map<Long, String> during = lists();
        enough.set(true);
        load.get();
        assertTrue(during.size() > before.size(), "nobody worked meanwhile");

        Path empty = directory.resolve("restored");
        backups.restore(backup.directory(), empty, told -> {});
        Map<Long, String> original = lists();
        Map<Long, String> copied = new TreeMap<>();
        CopySums sums = backups.inspect(empty, connection -> {
            copied.putAll(lists(connection));
            return CopySums.of(connection, empty);
        });

        assertTrue(copied.keySet().containsAll(before.keySet()), "what was closed before the backup began is in it");
        copied.forEach((list, paid) -> assertEquals(original.get(list), paid));
        assertTrue(sums.whole(), sums::toString);
        assertEquals(copied.size(), sums.lists());
        assertEquals(sums.lists() * PEOPLE * 810_000L, sums.paid());
        assertEquals(copied.size(), sums.documents());
        for (long list : copied.keySet()) {
            assertArrayEquals(
                    Files.readAllBytes(data.resolve("jobs/out/" + list)),
                    Files.readAllBytes(empty.resolve("jobs/out/" + list)));
        }
        System.out.println("Taken under load, restored into an empty directory: " + sums.lists() + " closed lists, "
                + sums.lines() + " lines, " + sums.paid() + " đồng, " + sums.documents() + " documents, equal ("
                + before.size() + " lists closed before, " + during.size() + " when it ended)");
    }

    private void closeOneAfterTheOther(AtomicBoolean enough) {
        try (Connection connection = database.owner().getConnection()) {
            connection.setAutoCommit(false);
            for (long commune = 1; !enough.get(); commune++) {
                Files.writeString(data.resolve("jobs/out/" + commune), "danh sách xã " + commune);
                try (PreparedStatement statement = connection.prepareStatement(DRAFT)) {
                    for (int i = 1; i <= PARAMETERS; i++) {
                        statement.setLong(i, commune);
                    }
                    statement.execute();
                }
                connection.commit();
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<Long, String> lists() throws SQLException {
        try (Connection connection = database.owner().getConnection()) {
            return lists(connection);
        }
    }

    /** What each closed list says and what its lines come to. */
    private static Map<Long, String> lists(Connection connection) throws SQLException {
        Map<Long, String> lists = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select y.id, y.total || ' ' || count(*) || ' ' || sum(l.amount)"
                        + " || ' ' || y.closed_by from ansinh.payroll y join ansinh.payroll_line l"
                        + " on l.payroll_id = y.id and l.month = y.month where y.state = 'CLOSED' group by y.id")) {
            while (row.next()) {
                lists.put(row.getLong(1), row.getString(2));
            }
        }
        return lists;
    }

    private static List<URL> scripts() throws Exception {
        Path scripts = Path.of(LedgerBackupTest.class
                        .getResource("/db/migration/V1__unit.sql")
                        .toURI())
                .getParent();
        try (Stream<Path> files = Files.list(scripts)) {
            return files.map(LedgerBackupTest::url).toList();
        }
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
