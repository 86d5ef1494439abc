package vn.ansinh.core.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.ansinh.core.access.RawSql.COUNTRY;
import static vn.ansinh.core.access.RawSql.HA_TINH;
import static vn.ansinh.core.access.RawSql.HUONG_SON;
import static vn.ansinh.core.access.RawSql.NEVER_CHANGES;
import static vn.ansinh.core.access.RawSql.NOBODY_ACTS;
import static vn.ansinh.core.access.RawSql.PLATFORM_ONLY;
import static vn.ansinh.core.access.RawSql.REFUSED;
import static vn.ansinh.core.access.RawSql.THANH_SEN;
import static vn.ansinh.core.access.RawSql.THANH_SEN_A;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.transaction.Scope;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.testkit.TestDatabase;

/** Every table, view and function: the application's login reaches the rows of the scope and writes none of the ledger. */
class RowSecurityTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    /** Rows seen by the country, the province, the commune, the commune's department of program a, the commune beside it. */
    private static final Map<String, String> SEEN = new TreeMap<>(Map.ofEntries(
            Map.entry("person", "3 2 2 2 0"),
            Map.entry("fact", "3 2 2 2 0"),
            Map.entry("entitlement", "3 2 2 1 0"),
            Map.entry("entitlement_event", "3 2 2 1 0"),
            Map.entry("entitlement_account", "3 2 2 1 0"),
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
            Map.entry("board_benefit", "3 2 2 1 0"),
            Map.entry("board_transfer", "3 2 2 1 0"),
            Map.entry("notice", "6 4 4 2 0"),
            Map.entry("notice_replacement", "3 2 2 1 0"),
            Map.entry("notice_file", "3 2 2 1 0"),
            Map.entry("notice_read", "1 1 1 1 1"),
            Map.entry("question", "3 2 2 1 0"),
            Map.entry("question_message", "3 2 2 1 0"),
            Map.entry("report_closing", "6 4 4 2 0"),
            Map.entry("report_closing_column", "3 2 2 1 0"),
            Map.entry("report_closing_row", "3 2 2 1 0"),
            Map.entry("report_closing_correction", "3 2 2 1 0"),
            Map.entry("report_closing_file", "3 2 2 1 0"),
            Map.entry("report_closing_part", "3 2 2 1 0"),
            Map.entry("bulk_decision", "3 2 2 1 0"),
            Map.entry("bulk_row", "3 2 2 1 0"),
            Map.entry("review_mark", "3 2 2 1 0"),
            Map.entry("case_file", "3 2 2 1 0"),
            Map.entry("case_step", "3 2 2 1 0"),
            Map.entry("case_stop", "3 2 2 1 0"),
            Map.entry("case_answer", "3 2 2 1 0"),
            Map.entry("case_paper", "3 2 2 1 0"),
            Map.entry("case_draft", "3 2 2 1 0"),
            Map.entry("case_complaint", "3 2 2 1 0"),
            Map.entry("case_event", "3 2 2 1 0"),
            Map.entry("document", "3 2 2 1 0"),
            Map.entry("document_content", "3 2 2 1 0"),
            Map.entry("document_register", "3 2 2 2 0"),
            Map.entry("document_number", "3 2 2 2 0"),
            Map.entry("document_notation", "3 2 2 2 0"),
            Map.entry("paper_template", "3 2 2 2 0"),
            Map.entry("funding_estimate", "3 2 2 1 0"),
            Map.entry("funding_estimate_line", "3 2 2 1 0"),
            Map.entry("funding_decision", "3 3 2 1 0"),
            Map.entry("funding_line", "3 3 2 1 0"),
            Map.entry("funding_use", "6 4 4 2 0"),
            Map.entry("funding_submission", "3 2 2 1 0"),
            Map.entry("funding_charge", "3 2 2 1 0"),
            Map.entry("funding_agent_return", "3 2 2 1 0"),
            Map.entry("funding_settlement", "3 2 2 1 0"),
            Map.entry("funding_settlement_row", "3 2 2 1 0"),
            Map.entry("job", "3 1 1 1 1")));

    /** Told, read and asked by officials themselves, each in their own subtree. */
    private static final Set<String> OFFICIALS_OWN = Set.of(
            "notice",
            "notice_replacement",
            "notice_file",
            "notice_read",
            "question",
            "case_file",
            "case_step",
            "case_stop",
            "case_answer",
            "case_paper",
            "case_draft",
            "case_complaint");

    /** Tables with a column that names a person or a unit, and why they need no policy. */
    private static final Map<String, String> WITHOUT_POLICY = Map.of(
            "payroll_change",
                    "ids of people whom a change may concern, until the next runs: no name, no unit, no amount",
            "payroll_commune", "the latest closed month of a commune: no person; officials' changes lock its rows",
            "payroll_run", "when a month was computed for a unit: no person",
            "agency_version", "an agency's name and territory: no person",
            "audit_head", "where sealed batches end: no person",
            "payment_number", "how many orders a unit made in a year: no person",
            "funding_entry", "a view that reads as who asks: no person",
            "unit_sight", "which unit sees which: no person");

    /** Functions that work as the owner of the tables, and why the application's login may call them. */
    private static final Map<String, String> DOORS = Map.ofEntries(
            Map.entry("scope_free", "says of the login whether it stands above"),
            Map.entry("scope_parts", "says what the transaction was told"),
            Map.entry("scope_unit", "says what the transaction was told"),
            Map.entry("scope_programs", "says what the transaction was told"),
            Map.entry("scope_account", "says what the transaction was told"),
            Map.entry("scope_plain_keys", "names of keys of facts, for the login of ordinary reports: no person"),
            Map.entry("published_whole_numbers", "yes or no: what the report at work was allowed"),
            Map.entry("scope_units", "units of the scope: no person"),
            Map.entry("in_scope", "yes or no of a unit"),
            Map.entry("pays", "yes or no: only of people whom the scope itself pays"),
            Map.entry("paid", "yes or no: only of rights that the scope itself paid"),
            Map.entry("ordered", "yes or no: only of orders that pay the scope's people"),
            Map.entry("person_find", "ids of people within the scope: in_scope is asked first"),
            Map.entry("person_words_count", "counts words of names"),
            Map.entry("people_counted", "counts words of names, and tells the planner how many people there are"),
            Map.entry("payroll_partition", "makes an empty month"),
            Map.entry("payment_partition", "makes an empty month"),
            Map.entry("payroll_analyze", "gathers statistics of a month"),
            Map.entry("payroll_annul", "asks for the platform first"));

    private static RawSql sql;

    @BeforeAll
    static void lay() throws SQLException {
        sql = new RawSql(DATABASE);
    }

    @Test
    void everyPolicedTableGivesTheRowsOfTheScope() {
        Map<String, String> seen = new TreeMap<>();
        for (String table : SEEN.keySet()) {
            List<String> counts = new ArrayList<>();
            for (Scope scope : List.of(COUNTRY, HA_TINH, THANH_SEN, THANH_SEN_A, HUONG_SON)) {
                counts.add(sql.as(scope, "select count(*) from ansinh." + table));
            }
            seen.put(table, String.join(" ", counts));
        }
        assertEquals(SEEN, seen);
    }

    @Test
    void everyTableWithPeopleOrUnitsIsPolicedOrSaysWhyNot() throws SQLException {
        Set<String> policed =
                new TreeSet<>(sql.list("select relname from pg_class where relnamespace = 'ansinh'::regnamespace"
                        + " and relkind in ('r', 'p') and relrowsecurity and not relispartition"));
        Set<String> named = new TreeSet<>(sql.list("select distinct c.relname from pg_class c join pg_attribute a on"
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
            assertEquals(NOBODY_ACTS, sql.raw("select count(*) from ansinh." + table), table);
        }
        assertEquals(NOBODY_ACTS, sql.raw("select * from ansinh.account"));
        assertEquals("0", sql.raw("select count(*) from ansinh.scope_key"));
    }

    @Test
    void partitionsAreReachedThroughTheirTableOnly() throws SQLException {
        List<String> partitions = sql.list("select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid"
                + " where c.relnamespace = 'ansinh'::regnamespace and c.relkind = 'r'");
        assertFalse(partitions.isEmpty());
        for (String partition : partitions) {
            assertEquals(REFUSED, sql.raw("select count(*) from ansinh." + partition), partition);
            assertEquals(REFUSED, sql.raw("delete from ansinh." + partition), partition);
        }
    }

    @Test
    void viewsReadAsWhoAsksOrShowNobody() throws SQLException {
        List<String> views = sql.list("select relname from pg_class where relnamespace = 'ansinh'::regnamespace"
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
                        sql.list(
                                "select proname from pg_proc where pronamespace = 'ansinh'::regnamespace and prosecdef and prorettype <> 'trigger'::regtype")),
                "Each works above row-level security: say here why that is harmless");
        assertEquals("true true", sql.as(THANH_SEN, "select ansinh.in_scope(2) || ' ' || ansinh.pays(1)"));
        assertEquals("false false", sql.as(THANH_SEN, "select ansinh.in_scope(5) || ' ' || ansinh.pays(2)"));
        assertEquals("false", sql.as(THANH_SEN, "select ansinh.paid(2)::text"));
        String find =
                "select string_agg(p::text, ',') from ansinh.person_find(%d, '{van}', '1900-01-01', '2100-01-01', false,"
                        + " -1, '', 0, 9) p";
        assertEquals("1,3", sql.as(THANH_SEN, find.formatted(SmallCountry.THANH_SEN)));
        assertNull(sql.as(THANH_SEN, find.formatted(SmallCountry.VINH_HUNG)));
        assertNull(sql.as(THANH_SEN, find.formatted(0)));
        assertEquals(PLATFORM_ONLY, sql.as(THANH_SEN, "select ansinh.payroll_annul(1, 'x', 'x')"));
        assertEquals(PLATFORM_ONLY, sql.as(COUNTRY, "select ansinh.payroll_annul(1, 'x', 'x')"));
    }

    @Test
    void onlyThePlatformWritesRightsAndMoney() {
        Set<String> written = new TreeSet<>(SEEN.keySet());
        written.removeAll(Set.of("person", "payment_line"));
        written.removeAll(OFFICIALS_OWN);
        for (String table : written) {
            assertTrue(
                    Set.of(PLATFORM_ONLY, NEVER_CHANGES).contains(sql.as(COUNTRY, "delete from ansinh." + table)),
                    table);
        }
        assertEquals(PLATFORM_ONLY, sql.as(COUNTRY, "update ansinh.payroll set total = 0"));
        assertEquals(
                PLATFORM_ONLY,
                sql.as(COUNTRY, "select id from ansinh.payroll for key share"),
                "nor locks silently nothing");
        assertEquals(PLATFORM_ONLY, sql.as(THANH_SEN, "update ansinh.entitlement set account_number = '1'"));
        assertEquals(
                PLATFORM_ONLY,
                sql.as(THANH_SEN, "insert into ansinh.unit_closure (ancestor_id, unit_id) values (2, 5)"),
                "nobody extends their own sight");
        assertEquals(PLATFORM_ONLY, sql.as(COUNTRY, "update ansinh.account set unit_id = null"));
        assertEquals(
                PLATFORM_ONLY,
                sql.as(COUNTRY, "insert into ansinh.code_list (code, name, local) values ('x', 'X', true)"));
        assertEquals(
                REFUSED,
                sql.as(THANH_SEN, "update ansinh.person set unit_id = 5 where id = 1"),
                "not out of the scope");
        assertEquals(
                "1", sql.as(THANH_SEN, "update ansinh.person set address = 'Thôn 1' where id in (1, 2) returning id"));
    }

    @Test
    void onlyThePlatformSaysWhatReportsMayNameAndWhomTheyAreFor() {
        for (String row : List.of(
                "published_benefit values ('h', 'a', 'H', 'H', '{}', 'MONTH', null, false)",
                "published_fact_key values ('h', 'H', false)",
                "published_neutral values (2, 'h')")) {
            assertEquals(PLATFORM_ONLY, sql.as(COUNTRY, "insert into ansinh." + row), row);
        }
        assertEquals(PLATFORM_ONLY, sql.as(COUNTRY, "select ansinh.published_neutral_renew()"));
        assertEquals("", sql.as(COUNTRY, "delete from ansinh.report_scope returning pid"), "nobody's is seen");
        assertEquals(
                REFUSED,
                sql.as(
                        COUNTRY,
                        "insert into ansinh.report_scope values (1, 'ansinh_report', 0, '*', 'x', true, now())"));
        assertEquals(REFUSED, sql.as(COUNTRY, "insert into ansinh.report_login values ('ansinh_app', true)"));
        assertEquals(REFUSED, sql.as(COUNTRY, "select ansinh.report_logins('ansinh_app', 'ansinh_app')"));
    }

    @Test
    void officialsTellAndAskInTheirOwnSubtreeOnly() {
        assertEquals("", sql.as(HUONG_SON, "update ansinh.notice set title = 'x' where id = 1 returning id"));
        assertEquals(REFUSED, sql.as(THANH_SEN, "update ansinh.notice set unit_id = 5 where id = 1"), "not elsewhere");
        assertEquals("", sql.as(HUONG_SON, "delete from ansinh.notice_file returning id"));
        assertEquals(
                REFUSED,
                sql.as(
                        HUONG_SON,
                        "insert into ansinh.notice_read (notice_id, account, read_at) values (2, 'khac', now())"),
                "nobody reads for somebody else");
        assertEquals("", sql.as(HUONG_SON, "update ansinh.question set state = 'CLOSED' where id = 1 returning id"));
    }

    @Test
    void whoPaysSomebodyElsewhereSeesTheNameAndNothingElse() {
        DATABASE.transactions()
                .run(connection -> RawSql.execute(connection, "update ansinh.person set unit_id = 5 where id = 3"));
        try {
            assertEquals("1,3", sql.as(THANH_SEN, "select string_agg(id::text, ',' order by id) from ansinh.person"));
            assertEquals("1", sql.as(THANH_SEN_A, "select string_agg(id::text, ',' order by id) from ansinh.person"));
            assertEquals(
                    "0",
                    sql.as(
                            THANH_SEN,
                            "with w as (update ansinh.person set address = '' where id = 3 returning 1)"
                                    + " select count(*) from w"));
        } finally {
            DATABASE.transactions()
                    .run(connection -> RawSql.execute(connection, "update ansinh.person set unit_id = 2 where id = 3"));
        }
    }

    @Test
    void theSuccessorOfAnEndedUnitSeesWhatItHeld() {
        DATABASE.transactions()
                .run(connection -> RawSql.execute(
                        connection, "insert into ansinh.unit_reach (ancestor_id, unit_id) values (3, 5)"));
        try {
            assertEquals("1", sql.as(HUONG_SON, "select count(*) from ansinh.person"));
        } finally {
            DATABASE.transactions().run(connection -> RawSql.execute(connection, "delete from ansinh.unit_reach"));
        }
    }
}
