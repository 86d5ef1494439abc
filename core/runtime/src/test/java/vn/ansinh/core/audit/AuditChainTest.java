package vn.ansinh.core.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Entry;
import vn.ansinh.api.audit.Entry.Act;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.audit.Verification;
import vn.ansinh.api.transaction.TransactionFailedException;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.testkit.TestDatabase;

/** What was seen and changed stays told: whoever rewrites it, with whatever rights in the database, is found out. */
class AuditChainTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final Subject AN_ACCOUNT = new Subject(Subject.ACCOUNT, 7);

    private final SmallCountry country = new SmallCountry();
    private final Access access = country.access();

    @TempDir
    private Path directory;

    private Path file;
    private Sealer sealer;
    private Audit audit;
    private Access.Binding official;

    @BeforeEach
    void anEmptyAuditAndAnOfficial() throws SQLException {
        asOwner("truncate ansinh.audit_entry restart identity", "truncate ansinh.audit_seal, ansinh.audit_head");
        file = directory.resolve("audit/heads.log");
        begin();
        official = access.bind(SmallCountry.official(SmallCountry.HA_TINH));
    }

    @AfterEach
    void theOfficialLeaves() {
        official.close();
    }

    private void begin() {
        sealer = new Sealer(file, DATABASE.transactions(), Clock.systemUTC(), () -> Optional.of(access));
        audit = new StoredAudit(
                DATABASE.transactions(), Clock.systemUTC(), () -> Optional.of(access), sealer, List.of());
    }

    /** Three batches of two rows. */
    private void threeBatches() {
        for (int i = 0; i < 3; i++) {
            audit.read(new Subject(Subject.ACCOUNT, i), "Xem");
            audit.changed(AN_ACCOUNT, "account.change", Map.of("name", "Lan"), Map.of("name", "Lan " + i), "Sửa tên");
            sealer.seal();
        }
    }

    @Test
    void anUntouchedAuditIsWhole() {
        threeBatches();
        Verification found = sealer.verify();
        assertTrue(found.whole(), found::toString);
        assertEquals(3, found.batches());
        assertEquals(6, found.entries());
        assertEquals(0, found.unsealed());
    }

    @Test
    void aTamperedRowIsFound() throws SQLException {
        threeBatches();
        asOwner("update ansinh.audit_entry set account = 'somebody.else' where id = 3");
        found(2, "có dòng bị sửa");
    }

    @Test
    void aDeletedRowIsFound() throws SQLException {
        threeBatches();
        asOwner("delete from ansinh.audit_entry where id = 4");
        found(2, "có 2 dòng khi niêm phong, nay có 1 dòng");
    }

    @Test
    void aRowAddedToAnOldBatchIsFound() throws SQLException {
        threeBatches();
        asOwner("insert into ansinh.audit_entry (xid, at, account, full_name, unit_id, channel, act, subject_kind)"
                + " select xid, at, 'forged', '', 0, '', 'READ', 'person' from ansinh.audit_entry where id = 1");
        found(1, "nay có 3 dòng");
    }

    @Test
    void swappedBatchesAreFound() throws SQLException {
        threeBatches();
        asOwner(
                "update ansinh.audit_seal set no = 9 where no = 2",
                "update ansinh.audit_seal set no = 2 where no = 3",
                "update ansinh.audit_seal set no = 3 where no = 9");
        Verification broken = sealer.verify();
        assertFalse(broken.whole());
        assertEquals(2, broken.faults().get(0).batch());
    }

    @Test
    void aChainForgedAnewInTheDatabaseIsFoundByTheFileOutside() throws SQLException {
        threeBatches();
        asOwner(
                "update ansinh.audit_entry set account = 'somebody.else' where id = 3",
                "delete from ansinh.audit_seal");
        Sealer forger = new Sealer(
                directory.resolve("forged.log"), DATABASE.transactions(), Clock.systemUTC(), () -> Optional.of(access));
        forger.seal();
        assertTrue(forger.verify().whole(), "the database alone tells nothing");
        assertFalse(sealer.verify().whole());
    }

    @Test
    void aCutFileOfHeadsIsFoundWhetherTheServerRunsOrNot() throws Exception {
        threeBatches();
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.indexOf('\n') + 1));
        found(3, "bị sửa trong khi hệ thống đang chạy");

        Files.writeString(file, whole.substring(0, whole.indexOf('\n') + 1));
        begin();
        found(3, "bị cắt: đã ghi đến lô 3, chỉ còn đến lô 1");
    }

    @Test
    void aLineThatPowerLossLeftUnfinishedHarmsNothing() throws Exception {
        threeBatches();
        Files.writeString(file, Files.readString(file) + "4 abc");
        begin();
        audit.read(AN_ACCOUNT, null);
        sealer.seal();
        Verification found = sealer.verify();
        assertTrue(found.whole(), found::toString);
        assertEquals(4, found.batches());
    }

    @Test
    void aLongTransactionKeepsNobodyElsesRowsFromBeingSealed() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch sealed = new CountDownLatch(1);
        Thread slow = new Thread(() -> DATABASE.transactions().run(connection -> {
            audit.changed(AN_ACCOUNT, "slow", Map.of(), Map.of("a", "1"), null);
            written.countDown();
            assertTrue(sealed.await(20, TimeUnit.SECONDS));
        }));
        slow.start();
        assertTrue(written.await(20, TimeUnit.SECONDS));
        audit.read(AN_ACCOUNT, null);
        sealer.seal();
        assertEquals(1, sealer.verify().entries());
        sealed.countDown();
        slow.join();
        sealer.seal();
        Verification found = sealer.verify();
        assertTrue(found.whole(), found::toString);
        assertEquals(2, found.entries());
    }

    @Test
    void nobodyChangesRowsFromTheApplication() {
        threeBatches();
        for (String sql : List.of(
                "update ansinh.audit_entry set why = null",
                "delete from ansinh.audit_entry",
                "truncate ansinh.audit_entry",
                "update ansinh.audit_seal set entries = 1",
                "delete from ansinh.audit_seal")) {
            assertThrows(
                    TransactionFailedException.class,
                    () -> DATABASE.transactions().run(connection -> {
                        try (Statement statement = connection.createStatement()) {
                            statement.execute(sql);
                        }
                    }),
                    sql);
        }
    }

    @Test
    void whatIsListedForAFileIsOneRowWithEverybodyInIt() {
        country.store(DATABASE.transactions());
        audit.exporting("danh sách tháng 11", "tap.xlsx", () -> {
            audit.listed(Subject.PERSON, "trang 1", List.of(11L, 12L));
            audit.listed(Subject.PERSON, "trang 2", List.of(12L, 13L));
        });
        List<Entry> rows = audit.entries(Audit.Query.all(10)).entries();
        assertEquals(1, rows.size());
        assertEquals(Act.EXPORT, rows.get(0).act());
        assertEquals(3, rows.get(0).count());
        assertEquals("tap.xlsx", rows.get(0).file());
    }

    @Test
    void aPersonsOwnLogTellsTheListsTooAndOnlyWhoMayReadItDoes() {
        country.store(DATABASE.transactions());
        long person = DATABASE.transactions().call(connection -> {
            try (Statement statement = connection.createStatement();
                    var row = statement.executeQuery("insert into ansinh.person (full_name, search_name, sort_key,"
                            + " birth_date, birth_year_only, sex, unit_id) values ('Lê Thị Mơ', ' le thi mo ', 'x',"
                            + " '1950-01-01', false, 'FEMALE', " + SmallCountry.THANH_SEN + ") returning id")) {
                row.next();
                return row.getLong(1);
            }
        });
        audit.read(Subject.person(person), "Xem hồ sơ");
        audit.listed(Subject.PERSON, "họ Lê", List.of(person, person + 1));
        audit.changed(
                Subject.person(person),
                "person.change",
                Map.of("address", "Thôn 1", "sex", "FEMALE"),
                Map.of("address", "Thôn 2", "sex", "FEMALE"),
                "Chuyển nhà");
        List<Entry> log = audit.of(Subject.person(person), null, null, 10);
        assertEquals(
                List.of(Act.CHANGE, Act.LIST, Act.READ),
                log.stream().map(Entry::act).toList());
        assertEquals(Map.of("địa chỉ", "Thôn 1"), log.get(0).before());
        assertEquals(Map.of("địa chỉ", "Thôn 2"), log.get(0).after());
        assertEquals("can.bo", log.get(2).account());

        try (Access.Binding ignored = access.bind(SmallCountry.official(SmallCountry.NGHE_AN))) {
            assertThrows(vn.ansinh.api.problem.Problem.class, () -> audit.of(Subject.person(person), null, null, 10));
            assertEquals(List.of(), audit.entries(Audit.Query.all(10)).entries());
        }
        try (Access.Binding ignored = access.bind(Caller.SYSTEM)) {
            audit.read(Subject.person(person), "the platform's own reading is none");
        }
        assertEquals(
                "Xem nhật ký truy cập",
                audit.of(Subject.person(person), null, null, 10).get(0).why(),
                "who looked into the log is in it");
        assertEquals(5, audit.of(Subject.person(person), null, null, 10).size());
    }

    private void found(long batch, String message) {
        Verification broken = sealer.verify();
        assertFalse(broken.whole());
        assertTrue(
                broken.faults().stream()
                        .anyMatch(fault ->
                                fault.batch() == batch && fault.message().contains(message)),
                broken::toString);
    }

    /** As whoever owns the tables and stops at nothing. */
    private static void asOwner(String... statements) throws SQLException {
        try (Connection connection = DATABASE.owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter table ansinh.audit_entry disable trigger user");
            statement.execute("alter table ansinh.audit_seal disable trigger user");
            for (String sql : statements) {
                statement.execute(sql);
            }
            statement.execute("alter table ansinh.audit_entry enable trigger user");
            statement.execute("alter table ansinh.audit_seal enable trigger user");
        }
    }
}
