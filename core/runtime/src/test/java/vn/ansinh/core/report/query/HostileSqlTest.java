package vn.ansinh.core.report.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.transaction.ReportTransactions.Question;
import vn.ansinh.api.transaction.Scope;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.core.sql.Rows;
import vn.ansinh.testkit.TestDatabase;

/** What somebody who writes a report may try: told in words of the field by the runner, and contained by the logins without it. */
class HostileSqlTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final String REFUSED = "42501";
    private static final String READ_ONLY = "25006";

    private static ReportDesk desk;

    @BeforeAll
    static void open() {
        desk = new ReportDesk(DATABASE, Audit.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from published.person_v1",
                "insert into published.unit_v1 (code) values ('x')",
                "update published.person_v1 set full_name = 'x'",
                "with gone as (delete from published.person_v1 returning full_name) select full_name as a from gone",
                "select full_name as a into published.copy from published.person_v1",
                "select full_name as a from published.person_v1 for update",
                "select full_name as a from ansinh.person",
                "select full_name as a from \"ansinh\".\"person\"",
                "select password_hash as a from ansinh.account",
                "select encode(key, 'hex') as a from ansinh.scope_key",
                "select ansinh.scope_unit()::text as a",
                "select ansinh.published_masked('1') as a",
                "select benefit_name as a from published.sensitive_entitlement_v1",
                "select value as a from sensitive_fact_v1",
                "select rolpassword as a from pg_authid",
                "select passwd as a from pg_catalog.pg_shadow",
                "select \"passwd\" as a from \"pg_shadow\"",
                "select stavalues1::text as a from pg_statistic",
                "select most_common_vals::text as a from pg_stats",
                "select query as a from pg_stat_activity",
                "select pg_sleep(3600)::text as a",
                "select 1::text as a from pg_sleep_for('1 hour')",
                "select set_config('ansinh.scope', '0|*|x|1|y', false) as a",
                "select set_config('row_security', 'off', false) as a",
                "select set_config('statement_timeout', '0', false) as a",
                "select set_config('default_transaction_read_only', 'off', false) as a",
                "select current_setting('ansinh.scope', true) as a",
                "set role ansinh_owner",
                "set session authorization postgres",
                "reset all",
                "select query_to_xml('select * from ansinh.person', true, true, '')::text as a",
                "select table_to_xml('ansinh.person', true, true, '')::text as a",
                "select database_to_xml(true, true, '')::text as a",
                "select word as a from ts_stat('select search_name::tsvector from ansinh.person')",
                "select a from dblink('dbname=ansinh', 'select 1') as t(a text)",
                "select pg_read_file('/etc/passwd') as a",
                "select pg_ls_dir('/')::text as a",
                "select lo_import('/etc/passwd')::text as a",
                "select lo_export(1, '/tmp/x')::text as a",
                "select lo_from_bytea(0, 'x')::text as a",
                "copy published.person_v1 to '/tmp/x'",
                "copy (select 1) to program 'id'",
                "select 'x' as a; select 'y' as a",
                "select 'x' as a; drop table ansinh.person",
                "select 'x' as a;;select 'y' as a",
                "do $$ begin perform 1; end $$",
                "call x()",
                "begin",
                "commit",
                "prepare p as select 1",
                "listen x",
                "create temp table x as select 1 as a",
                "create function pg_temp.f() returns text language sql as 'select 1'",
                "select pg_advisory_lock(1)::text as a",
                "select pg_try_advisory_xact_lock(hashtextextended('ansinh.policy_event', 0))::text as a",
                "select pg_notify('x', 'y')::text as a",
                "select pg_terminate_backend(1)::text as a",
                "select pg_cancel_backend(pid)::text as a from pg_stat_activity",
                "select pg_export_snapshot() as a",
                "select pg_logical_emit_message(false, 'x', 'y')::text as a",
                "select U&\"pg\\005Fsleep\"(1)::text as a",
                "select nextval('ansinh.person_id_seq')::text as a",
                "table published.person_v1",
                "explain analyze select 1",
                "select $1::text as a",
                ""
            })
    void isToldAndRefused(String sql) {
        Problem refused = desk.refused(sql);
        assertEquals("AS-REPORT-QUERY", refused.code(), refused.getMessage());
        assertEquals(Problem.Kind.INVALID, refused.kind());
        assertFalse(refused.getMessage().contains("ERROR"), refused.getMessage());
    }

    @Test
    void theLoginsRefuseWhatNobodyLookedThrough() {
        for (boolean sensitive : new boolean[] {false, true}) {
            for (String sql : List.of(
                    "select full_name from ansinh.person",
                    "select key from ansinh.scope_key",
                    "select * from ansinh.report_scope",
                    "select ansinh.report_logins('ansinh_app', 'ansinh_app')",
                    "insert into ansinh.report_scope values (1, 'x', 0, '*', 'x', true, now())",
                    "select rolpassword from pg_authid",
                    "set role ansinh_owner",
                    "set role ansinh_app",
                    "set role ansinh_report_sensitive",
                    "set session authorization ansinh_app",
                    "select pg_sleep(1)",
                    "select set_config('statement_timeout', '0', false)",
                    "select pg_advisory_lock(1)",
                    "select pg_try_advisory_lock_shared(1)",
                    "select pg_notify('x', 'y')",
                    "select pg_terminate_backend(pg_backend_pid())",
                    "select pg_cancel_backend(pg_backend_pid())",
                    "select query from pg_stat_activity",
                    "select pg_stat_get_backend_activity(1)",
                    "select query_to_xml('select 1', true, true, '')",
                    "select table_to_xml('published.unit_v1'::regclass, true, true, '')",
                    "select pg_read_file('/etc/passwd')",
                    "select lo_import('/etc/passwd')",
                    "select lo_creat(0)",
                    "select pg_logical_emit_message(false, 'x', 'y')",
                    "select usesysid from pg_stat_get_activity(null)",
                    "select ts_stat('select 1')",
                    "copy (select 1) to program 'id'",
                    "copy (select 1) to '/tmp/x'")) {
                if (!(sensitive && sql.equals("set role ansinh_report_sensitive"))) {
                    assertEquals(REFUSED, desk.raw(sensitive, sql), sql);
                }
            }
            for (String sql : List.of(
                    "create table published.x (a int)",
                    "create temp table x as select 1",
                    "create function pg_temp.f() returns int language sql as 'select 1'",
                    "delete from published.person_v1",
                    "select nextval('published.x')",
                    "alter role ansinh_report superuser",
                    "create view published.y as select 1")) {
                assertTrue(Set.of(READ_ONLY, REFUSED, "42P01").contains(desk.raw(sensitive, sql)), sql);
            }
        }
        assertEquals(REFUSED, desk.raw(false, "select value from published.sensitive_fact_v1"));
        assertEquals(
                "3", desk.raw(true, "select count(*) + 1 from published.sensitive_fact_v1"), "two of the province");
        assertEquals(
                "",
                desk.raw(
                        false,
                        "select * from pg_stats s where s.schemaname = 'ansinh' and s.tablename in ('person', 'fact',"
                                + " 'entitlement', 'payroll_line', 'report_scope')"),
                "the planner's samples of people");
        assertEquals(
                "0", desk.raw(false, "select count(*) from information_schema.tables where table_schema = 'public'"));
    }

    @Test
    void whatASettingSaysOfTheScopeIsNotBelieved() {
        assertEquals(
                "2",
                desk.raw(false, "set ansinh.scope = '0|*|system|1|x'; select count(*) from published.person_v1"),
                "set can be typed where nobody looks through");
        assertEquals(
                "42501",
                desk.raw(false, "set row_security = off; select count(*) from published.person_v1"),
                "a policy that is not applied is an error");
        assertEquals("on", desk.raw(false, "show transaction_read_only"));
        assertEquals(
                REFUSED,
                desk.raw(false, "set transaction read write; delete from published.person_v1"),
                "whatever the transaction allows, the login may write nothing");
        String former = desk.raw(
                false,
                "set session statement_timeout = 0; set session work_mem = '1GB'; set session ansinh.scope = 'x';"
                        + " select 'left behind'");
        assertEquals("left behind", former);
        assertEquals("", desk.raw(false, "select current_setting('ansinh.scope', true)"), "gone with its question");
        assertFalse(desk.raw(false, "show work_mem").equals("1GB"));
    }

    @Test
    void nobodyElsesPeopleAreReached() {
        String all = "select string_agg(full_name, ', ' order by full_name) as a from person_v1";
        assertEquals(List.of("[Nguyễn Văn 1, Nguyễn Văn 3]"), desk.column(all));
        assertEquals(
                List.of("[Nguyễn Văn 1, Nguyễn Văn 3]"),
                desk.column(
                        all + " where unit_id in (select unit_id from unit_tree_v1 where ancestor_id = 0) or true"));
        assertEquals(List.of("[null]"), desk.column(all + " where unit_id = " + SmallCountry.VINH_HUNG));
        for (String view : List.of(
                "entitlement_v1",
                "entitlement_event_v1",
                "entitlement_pause_v1",
                "payroll_line_v1",
                "payment_v1",
                "receivable_v1",
                "fact_v1")) {
            String count =
                    desk.column("select count(*)::text as a from " + view).get(0);
            assertEquals("[2]", count, view);
        }
        assertEquals(List.of("[4]"), desk.column("select count(*)::text as a from payroll_v1"));
    }

    @Test
    void aConnectionToWhichNobodyToldAnythingReachesNobody() {
        Question nobody = new Question(Scope.NOTHING, true, true, Duration.ofSeconds(5));
        for (String view : views()) {
            String told;
            try {
                told = DATABASE.reports().call(nobody, connection -> {
                    try (Statement statement = connection.createStatement()) {
                        return statement
                                        .executeQuery("select * from published." + view + " limit 1")
                                        .next()
                                ? "a row"
                                : "";
                    }
                });
            } catch (RuntimeException e) {
                told = ((SQLException) e.getCause()).getSQLState();
            }
            boolean open = Set.of("unit_v1", "unit_tree_v1", "code_v1").contains(view);
            assertTrue(open || Set.of("AS002", "").contains(told), view + " " + told);
        }
        assertEquals(
                List.of(),
                DATABASE.transactions()
                        .call(connection -> Rows.list(
                                connection, "select pid from ansinh.report_scope", select -> {}, row -> row.getInt(1))),
                "scopes go with their questions");
    }

    private static List<String> views() {
        return DATABASE.transactions()
                .call(connection -> Rows.list(
                        connection,
                        "select relname from pg_class where relnamespace = 'published'::regnamespace",
                        select -> {},
                        row -> row.getString(1)));
    }

    @Test
    void timeIsUpAlsoForWhoLiftsTheServersLimit() throws SQLException {
        assertEquals(
                "AS-REPORT-TOO-LONG",
                desk.raw(
                        false,
                        "set statement_timeout = 0; select count(*) from generate_series(1, 100000) a,"
                                + " generate_series(1, 1000000) b"));
        Question patient = new Question(
                new Scope(SmallCountry.HA_TINH, Set.of("*"), "can.bo"), false, false, Duration.ofSeconds(1));
        String drip = "";
        try {
            DATABASE.reports().call(patient, connection -> readSlowly(connection));
        } catch (Problem late) {
            drip = late.code();
        }
        assertEquals("AS-REPORT-TOO-LONG", drip, "each part in time, all together not");
    }

    private static int readSlowly(Connection connection) throws SQLException, InterruptedException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(10);
            var rows = statement.executeQuery("select generate_series(1, 1000000000)");
            int count = 0;
            while (rows.next()) {
                if (++count % 100 == 0) {
                    Thread.sleep(5);
                }
            }
            return count;
        }
    }

    @Test
    void aValueThatFillsTheMemoryIsRefusedBeforeItDoes() {
        Problem refused = desk.refused("select repeat('x', 500000000) as a");
        assertEquals("AS-REPORT-TOO-LARGE", refused.code());
        Problem cell = desk.refused("select repeat('x', 40000) as a");
        assertEquals("AS-REPORT-CELL", cell.code());
        assertEquals(List.of("[1]"), desk.column("select '1' as a"));
        assertEquals(
                List.of("[150000]"),
                desk.rows(
                        desk.limited(200_000, Duration.ofMinutes(1)),
                        ReportDesk.HA_TINH,
                        ReportDesk.report(
                                "select i, repeat('x', 600) as a from generate_series(1, 150000) i",
                                "a TEXT",
                                "i NUMBER"),
                        Map.of(),
                        row -> row.values().get(1).equals(150_000L) ? "[150000]" : null),
                "all rows together may be larger than the memory");
    }
}
