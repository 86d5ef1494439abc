package vn.ansinh.core.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.PGConnection;
import vn.ansinh.api.transaction.Scope;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.database.transaction.ScopeSeal;
import vn.ansinh.testkit.TestDatabase;

/**
 * Raw SQL on the application's login: whatever it tries, it reaches the rows of the scope and writes none of the ledger. One
 * person each lives in Thành Sen (Hà Tĩnh) and in Vinh Hưng (Nghệ An), paid by program a; a third in Thành Sen, paid by b.
 */
class RowSecurityTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final String NOBODY_ACTS = "AS002";
    private static final String PLATFORM_ONLY = "AS003";
    private static final String NEVER_CHANGES = "AS001";
    private static final String REFUSED = "42501";

    private static final Scope COUNTRY = scope(0, "*");
    private static final Scope HA_TINH = scope(SmallCountry.HA_TINH, "*");
    private static final Scope THANH_SEN = scope(SmallCountry.THANH_SEN, "*");
    private static final Scope THANH_SEN_A = scope(SmallCountry.THANH_SEN, "a");
    private static final Scope HUONG_SON = scope(SmallCountry.HUONG_SON, "*");

    /** Rows seen by the country, the province, the commune, the commune's department of program a, the commune beside it. */
    private static final Map<String, String> SEEN = new TreeMap<>(Map.ofEntries(
            Map.entry("person", "3 2 2 2 0"),
            Map.entry("fact", "3 2 2 2 0"),
            Map.entry("entitlement", "3 2 2 1 0"),
            Map.entry("entitlement_event", "3 2 2 1 0"),
            Map.entry("entitlement_pause", "3 2 2 1 0"),
            Map.entry("payroll", "6 4 4 2 0"),
            Map.entry("payroll_line", "3 2 2 1 0"),
            Map.entry("payroll_line_annulled", "3 2 2 1 0"),
            Map.entry("payroll_notice", "3 2 2 1 0"),
            Map.entry("payroll_excess", "3 2 2 1 0"),
            Map.entry("payroll_cancellation", "3 2 2 1 0"),
            Map.entry("receivable", "3 2 2 1 0"),
            Map.entry("receivable_decision", "3 2 2 1 0"),
            Map.entry("receivable_instalment", "3 2 2 1 0"),
            Map.entry("receivable_receipt", "3 2 2 1 0"),
            Map.entry("payment_order", "3 2 2 1 0"),
            Map.entry("payment_item", "3 2 2 1 0"),
            Map.entry("payment_item_line", "3 2 2 1 0"),
            Map.entry("payment_order_payroll", "3 2 2 1 0"),
            Map.entry("payment_result_former", "3 2 2 1 0"),
            Map.entry("payment_line", "3 2 2 1 0"),
            Map.entry("job", "3 1 1 1 1")));

    /** Tables with a column that names a person or a unit, and why they need no policy. */
    private static final Map<String, String> WITHOUT_POLICY = Map.of(
            "payroll_change",
                    "ids of people whom a change may concern, until the next runs: no name, no unit, no amount",
            "payroll_commune", "the latest closed month of a commune: no person; officials' changes lock its rows",
            "payroll_run", "when a month was computed for a unit: no person",
            "agency_version", "an agency's name and territory: no person",
            "audit_head", "where sealed batches end: no person",
            "payment_number", "how many orders a unit made in a year: no person",
            "unit_sight", "which unit sees which: no person");

    /** Functions that work as the owner of the tables, and why the application's login may call them. */
    private static final Map<String, String> DOORS = Map.ofEntries(
            Map.entry("scope_free", "says of the login whether it stands above"),
            Map.entry("scope_parts", "says what the transaction was told"),
            Map.entry("scope_unit", "says what the transaction was told"),
            Map.entry("scope_programs", "says what the transaction was told"),
            Map.entry("scope_account", "says what the transaction was told"),
            Map.entry("scope_units", "units of the scope: no person"),
            Map.entry("in_scope", "yes or no of a unit"),
            Map.entry("pays", "yes or no: only of people whom the scope itself pays"),
            Map.entry("paid", "yes or no: only of rights that the scope itself paid"),
            Map.entry("ordered", "yes or no: only of orders that pay the scope's people"),
            Map.entry("person_find", "ids of people within the scope: in_scope is asked first"),
            Map.entry("person_words_count", "counts words of names"),
            Map.entry("payroll_partition", "makes an empty month"),
            Map.entry("payment_partition", "makes an empty month"),
            Map.entry("payroll_analyze", "gathers statistics of a month"),
            Map.entry("payroll_annul", "asks for the platform first"));

    private static Scope acting = Scope.NOTHING;
    private static Transactions scoped;

    private static Scope scope(long unit, String program) {
        return new Scope(unit, Set.of(program), "can.bo");
    }

    @BeforeAll
    static void lay() throws SQLException {
        new SmallCountry().store(DATABASE.transactions());
        scoped = DATABASE.scopedBy(() -> acting);
        DATABASE.transactions().run(connection -> {
            execute(connection, PlacedRows.LAW);
            execute(connection, PlacedRows.of(1, SmallCountry.THANH_SEN, "a"));
            execute(connection, PlacedRows.of(2, SmallCountry.VINH_HUNG, "a"));
            execute(connection, PlacedRows.of(3, SmallCountry.THANH_SEN, "b"));
        });
    }

    @Test
    void everyPolicedTableGivesTheRowsOfTheScope() {
        Map<String, String> seen = new TreeMap<>();
        for (String table : SEEN.keySet()) {
            List<String> counts = new ArrayList<>();
            for (Scope scope : List.of(COUNTRY, HA_TINH, THANH_SEN, THANH_SEN_A, HUONG_SON)) {
                counts.add(as(scope, "select count(*) from ansinh." + table));
            }
            seen.put(table, String.join(" ", counts));
        }
        assertEquals(SEEN, seen);
    }

    @Test
    void everyTableWithPeopleOrUnitsIsPolicedOrSaysWhyNot() throws SQLException {
        Set<String> policed =
                new TreeSet<>(list("select relname from pg_class where relnamespace = 'ansinh'::regnamespace"
                        + " and relkind in ('r', 'p') and relrowsecurity and not relispartition"));
        Set<String> named = new TreeSet<>(list("select distinct c.relname from pg_class c join pg_attribute a on"
                + " a.attrelid = c.oid and a.attnum > 0 and a.attname in ('person_id', 'unit_id', 'subject_id',"
                + " 'entitlement_id', 'id_number', 'full_name') where c.relnamespace = 'ansinh'::regnamespace"
                + " and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition"));
        named.removeAll(policed);
        named.removeAll(WITHOUT_POLICY.keySet());
        named.remove("payment_line"); // a view that reads as who asks; the test above looks at it
        named.remove("policy_event"); // full_name is the official's
        assertEquals(Set.of(), named, "Tables with people that no policy guards");
    }

    @Test
    void whereNobodyActsStatementsFail() {
        for (String table : SEEN.keySet()) {
            assertEquals(NOBODY_ACTS, raw("select count(*) from ansinh." + table), table);
        }
        assertEquals(NOBODY_ACTS, raw("select * from ansinh.account"));
        assertEquals("0", raw("select count(*) from ansinh.scope_key"));
    }

    @Test
    void aForgedScopeIsNotBelieved() throws Exception {
        String own = as(HUONG_SON, "select current_setting('ansinh.scope')");
        assertEquals(
                "0",
                raw(own, "select count(*) from ansinh.person"),
                "the value itself holds: it is the official's own");
        for (String forged : List.of(
                "0|*|can.bo|" + own.split("\\|")[3] + "|",
                own.replaceFirst("^" + SmallCountry.HUONG_SON, "0"),
                own.replaceFirst("can\\.bo", "system"),
                own.replaceFirst("\\|\\*\\|", "|*,b|"),
                own.substring(0, own.length() - 1),
                own + "|",
                "0|*|system|" + own.split("\\|")[3] + "|" + own.split("\\|")[4],
                "'; drop table ansinh.person; --")) {
            assertEquals(NOBODY_ACTS, raw(forged, "select count(*) from ansinh.person"), forged);
        }
        String old = new ScopeSeal(
                        DATABASE.owner(), InstantSource.fixed(Instant.now().minus(Duration.ofHours(26))))
                .seal(COUNTRY);
        assertEquals(NOBODY_ACTS, raw(old, "select count(*) from ansinh.person"), "yesterday's");
        String text = "0|*|can.bo|" + own.split("\\|")[3];
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
        String other = text + "|" + HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        assertEquals(NOBODY_ACTS, raw(other, "select count(*) from ansinh.person"), "signed with another key");
    }

    @Test
    void noOtherRoleCanBeTaken() {
        for (String role : List.of("ansinh_owner", "ansinh_system", "postgres", "pg_read_all_data")) {
            assertEquals(REFUSED, raw("set role " + role), role);
            assertEquals(REFUSED, raw("set session authorization " + role), role);
        }
        assertEquals(REFUSED, raw("set row_security = off; select count(*) from ansinh.person"));
        assertEquals(REFUSED, raw("alter table ansinh.person disable row level security"));
        assertEquals(REFUSED, raw("create policy mine on ansinh.person using (true)"));
        assertEquals(
                REFUSED, raw("create function ansinh.scope_unit() returns bigint language sql as 'select 0::bigint'"));
        assertEquals(REFUSED, raw("select pg_read_file('postgresql.conf')"));
    }

    @Test
    void aFunctionOfTheSameNameElsewhereIsNotAsked() {
        assertEquals(
                NOBODY_ACTS,
                raw("create function pg_temp.scope_free() returns boolean language sql as 'select true';"
                        + " create function pg_temp.scope_unit() returns bigint language sql as 'select 0::bigint';"
                        + " set search_path = pg_temp, ansinh, public; select count(*) from ansinh.person"));
    }

    @Test
    void partitionsAreReachedThroughTheirTableOnly() throws SQLException {
        List<String> partitions = list("select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid"
                + " where c.relnamespace = 'ansinh'::regnamespace and c.relkind = 'r'");
        assertFalse(partitions.isEmpty());
        for (String partition : partitions) {
            assertEquals(REFUSED, raw("select count(*) from ansinh." + partition), partition);
            assertEquals(REFUSED, raw("delete from ansinh." + partition), partition);
        }
    }

    @Test
    void viewsReadAsWhoAsksOrShowNobody() throws SQLException {
        List<String> views = list("select relname from pg_class where relnamespace = 'ansinh'::regnamespace"
                + " and relkind in ('v', 'm') and not coalesce(reloptions @> '{security_invoker=true}', false)");
        assertEquals(
                Set.of("unit_sight", "payroll_unconfirmed_value"),
                Set.copyOf(views),
                "A view of the owner shows all rows");
    }

    @Test
    void functionsOfTheOwnerAreKnownDoors() throws SQLException {
        assertEquals(
                DOORS.keySet(),
                Set.copyOf(
                        list(
                                "select proname from pg_proc where pronamespace = 'ansinh'::regnamespace and prosecdef and prorettype <> 'trigger'::regtype")),
                "Each works above row-level security: say here why that is harmless");
        assertEquals("true true", as(THANH_SEN, "select ansinh.in_scope(2) || ' ' || ansinh.pays(1)"));
        assertEquals("false false", as(THANH_SEN, "select ansinh.in_scope(5) || ' ' || ansinh.pays(2)"));
        assertEquals("false", as(THANH_SEN, "select ansinh.paid(2)::text"));
        String find =
                "select string_agg(p::text, ',') from ansinh.person_find(%d, '{van}', '1900-01-01', '2100-01-01', false,"
                        + " -1, '', 0, 9) p";
        assertEquals("1,3", as(THANH_SEN, find.formatted(SmallCountry.THANH_SEN)));
        assertNull(as(THANH_SEN, find.formatted(SmallCountry.VINH_HUNG)));
        assertNull(as(THANH_SEN, find.formatted(0)));
        assertEquals(PLATFORM_ONLY, as(THANH_SEN, "select ansinh.payroll_annul(1, 'x', 'x')"));
        assertEquals(PLATFORM_ONLY, as(COUNTRY, "select ansinh.payroll_annul(1, 'x', 'x')"));
    }

    @Test
    void onlyThePlatformWritesRightsAndMoney() {
        Set<String> written = new TreeSet<>(SEEN.keySet());
        written.removeAll(Set.of("person", "payment_line"));
        for (String table : written) {
            assertTrue(
                    Set.of(PLATFORM_ONLY, NEVER_CHANGES).contains(as(COUNTRY, "delete from ansinh." + table)), table);
        }
        assertEquals(PLATFORM_ONLY, as(COUNTRY, "update ansinh.payroll set total = 0"));
        assertEquals(
                PLATFORM_ONLY,
                as(COUNTRY, "select id from ansinh.payroll for key share"),
                "nor locks silently nothing");
        assertEquals(PLATFORM_ONLY, as(THANH_SEN, "update ansinh.entitlement set account_number = '1'"));
        assertEquals(
                PLATFORM_ONLY,
                as(THANH_SEN, "insert into ansinh.unit_closure (ancestor_id, unit_id) values (2, 5)"),
                "nobody extends their own sight");
        assertEquals(PLATFORM_ONLY, as(COUNTRY, "update ansinh.account set unit_id = null"));
        assertEquals(
                REFUSED, as(THANH_SEN, "update ansinh.person set unit_id = 5 where id = 1"), "not out of the scope");
        assertEquals("1", as(THANH_SEN, "update ansinh.person set address = 'Thôn 1' where id in (1, 2) returning id"));
    }

    @Test
    void whatHasBeenAskedForOneIsNotAnsweredToAnother() {
        // more often than the driver needs to prepare the statement on the server, on the pool's few connections
        for (int i = 0; i < 40; i++) {
            Scope scope = List.of(COUNTRY, THANH_SEN, HUONG_SON, THANH_SEN_A).get(i % 4);
            String seen = List.of("3", "2", "0", "1").get(i % 4);
            assertEquals(seen, as(scope, "select count(*) from ansinh.entitlement"));
            assertEquals(NOBODY_ACTS, raw("select count(*) from ansinh.entitlement"), "the connection is narrow again");
        }
    }

    @Test
    void aScopeKeptForTheSessionEndsWithTheTransaction() {
        as(COUNTRY, "select set_config('ansinh.scope', current_setting('ansinh.scope'), false)");
        assertEquals(NOBODY_ACTS, as(Scope.NOTHING, "select count(*) from ansinh.person"));
        assertEquals("0", as(HUONG_SON, "select count(*) from ansinh.person"));
        as(HUONG_SON, "select set_config('ansinh.scope', '', false)");
    }

    @Test
    void copyOutGivesTheRowsOfTheScope() {
        acting = HUONG_SON;
        scoped.run(connection -> {
            StringWriter out = new StringWriter();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (select * from ansinh.person) to stdout", out);
            assertEquals("", out.toString());
        });
        assertEquals(
                "0", as(HUONG_SON, "with all_people as (select * from ansinh.person) select count(*) from all_people"));
    }

    @Test
    void aWiderCallInsideEndsAlsoWhenItFails() {
        acting = HUONG_SON;
        assertThrows(
                RuntimeException.class,
                () -> scoped.run(connection -> {
                    assertThrows(
                            IllegalStateException.class,
                            () -> DATABASE.transactions().run(wide -> {
                                assertEquals("3", one(wide, "select count(*) from ansinh.person"));
                                throw new IllegalStateException();
                            }));
                    assertEquals("0", one(connection, "select count(*) from ansinh.person"));
                }));
    }

    @Test
    void whoPaysSomebodyElsewhereSeesTheNameAndNothingElse() {
        DATABASE.transactions()
                .run(connection -> execute(connection, "update ansinh.person set unit_id = 5 where id = 3"));
        try {
            assertEquals("1,3", as(THANH_SEN, "select string_agg(id::text, ',' order by id) from ansinh.person"));
            assertEquals("1", as(THANH_SEN_A, "select string_agg(id::text, ',' order by id) from ansinh.person"));
            assertEquals(
                    "0",
                    as(
                            THANH_SEN,
                            "with w as (update ansinh.person set address = '' where id = 3 returning 1)"
                                    + " select count(*) from w"));
        } finally {
            DATABASE.transactions()
                    .run(connection -> execute(connection, "update ansinh.person set unit_id = 2 where id = 3"));
        }
    }

    @Test
    void theSuccessorOfAnEndedUnitSeesWhatItHeld() {
        DATABASE.transactions()
                .run(connection ->
                        execute(connection, "insert into ansinh.unit_reach (ancestor_id, unit_id) values (3, 5)"));
        try {
            assertEquals("1", as(HUONG_SON, "select count(*) from ansinh.person"));
        } finally {
            DATABASE.transactions().run(connection -> execute(connection, "delete from ansinh.unit_reach"));
        }
    }

    /** First column of the first row for somebody, or the error's code. */
    private static String as(Scope scope, String sql) {
        acting = scope;
        try {
            return scoped.call(connection -> one(connection, sql));
        } catch (RuntimeException e) {
            return code(e);
        }
    }

    /** On a connection of the pool to which nobody told anything. */
    private static String raw(String sql) {
        return raw("", sql);
    }

    private static String raw(String told, String sql) {
        try (Connection connection = DATABASE.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try {
                if (!told.isEmpty()) {
                    try (PreparedStatement set =
                            connection.prepareStatement("select set_config('ansinh.scope', ?, true)")) {
                        set.setString(1, told);
                        set.execute();
                    }
                }
                return one(connection, sql);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    private static String code(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql.getSQLState();
            }
        }
        throw new AssertionError(failure);
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (!rows && statement.getUpdateCount() >= 0) {
                rows = statement.getMoreResults();
            }
            if (!rows) {
                return "";
            }
            ResultSet row = statement.getResultSet();
            return row.next() ? row.getString(1) : "";
        }
    }

    private static List<String> list(String sql) throws SQLException {
        try (Connection connection = DATABASE.owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (row.next()) {
                values.add(row.getString(1));
            }
            return values;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
