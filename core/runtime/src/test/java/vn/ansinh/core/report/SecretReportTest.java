package vn.ansinh.core.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.payment.PaymentChannel;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.report.ReportColumn;
import vn.ansinh.api.report.ReportColumn.Opens;
import vn.ansinh.api.report.ReportColumn.Privacy;
import vn.ansinh.api.report.ReportColumn.Type;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportRow.Kind;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.core.benefit.BtxhProvince;
import vn.ansinh.core.report.definition.KnownReport;
import vn.ansinh.core.report.query.PublishedReportRunner;
import vn.ansinh.core.report.query.PublishedWords;
import vn.ansinh.core.report.query.ReportLimits;
import vn.ansinh.core.report.query.ReportRunner;
import vn.ansinh.core.sql.Rows;
import vn.ansinh.testkit.TestDatabase;

/**
 * Somebody who may see everything tries to make an ordinary report say who has HIV, under the law that is shipped. Hồ Thị Kín and
 * her child do, in Hương Sơn; she is also with child, a fact that is nobody's business either.
 */
class SecretReportTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final Caller EVERYBODY = SmallCountry.official(0);

    /** What would give it away: codes, names, clauses and keys of the law, whatever letters they are in. */
    private static final List<String> TELLING = List.of(
            "bt3",
            "bt8",
            "hiv",
            "nhiễm",
            "thuộc khoản 3",
            "thuộc khoản 8",
            "khoản 8 điều 5",
            "điểm c khoản 1",
            "mang-thai",
            "mang thai",
            "btxh20-3",
            "btxh20-8");

    private static final List<String> told = new ArrayList<>();
    private static final List<Collection<Long>> toldOf = new ArrayList<>();
    private static BtxhProvince province;
    private static ReportRunner runner;

    @BeforeAll
    static void opens() throws Exception {
        province = new BtxhProvince(DATABASE);
        DATABASE.transactions().run(connection -> {
            try (var insert = connection.prepareStatement(
                    "insert into ansinh.fact (subject_kind, subject_id, key, value,"
                            + " valid_from, source, recorded_by) values ('PERSON', ?, 'mang-thai', 'co', '2026-05-01', 'x', 'x')")) {
                insert.setLong(1, province.person("Hồ Thị Kín"));
                insert.executeUpdate();
            }
        });
        Audit audit = (Audit) Proxy.newProxyInstance(
                Audit.class.getClassLoader(), new Class<?>[] {Audit.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("listed")) {
                        told.add((String) arguments[1]);
                        toldOf.add(Set.copyOf((Collection<Long>) arguments[2]));
                    }
                    return null;
                });
        runner = new PublishedReportRunner(
                DATABASE.reports(),
                DATABASE.scopedBy(province.access()),
                province.access(),
                new PublishedWords(DATABASE.transactions(), province.policies(), province.facts()),
                audit,
                Clock.systemUTC(),
                new ReportLimits(100_000, Duration.ofMinutes(1)));
    }

    @Test
    void noOrdinaryViewSaysItInWhateverForm() throws Exception {
        List<String> views = views("relname not like 'sensitive%'");
        assertTrue(views.size() > 12, views.toString());
        for (String view : views) {
            for (String form : List.of(
                    "v::text",
                    "row_to_json(v)::text",
                    "to_jsonb(v)::text",
                    "(select string_agg(e.value, ' ') from jsonb_each_text(to_jsonb(v)) e)",
                    "array[v]::text",
                    "encode(convert_to(v::text, 'UTF8'), 'escape')")) {
                for (String answer : asked(EVERYBODY, report(false, "select " + form + " as a from " + view + " v"))) {
                    assertTellsNothing(view + " as " + form, answer);
                }
            }
            for (String answer : tried("select json_agg(v)::text as a from published." + view + " v")) {
                assertTellsNothing(view, answer);
            }
        }
    }

    @Test
    void hersLooksLikeThatOfHerNeighbours() throws Exception {
        assertEquals(
                List.of("Hồ Bé Kín CHUNG", "Hồ Thị Kín CHUNG", "Moong Thị May CHUNG", "Vừ A Sính CHUNG"),
                tried("select distinct full_name || ' ' || benefit as a from payroll_line_v1 where unit_id = "
                        + SmallCountry.HUONG_SON + " order by 1"));
        assertEquals(
                List.of("1"),
                tried("select count(distinct (benefit, benefit_name, kind_name, rate_name, fund, basis))::text as a"
                        + " from payroll_line_v1 where unit_id = " + SmallCountry.HUONG_SON
                        + " and month = '2026-10-01'"),
                "in every word that a line has");
        assertEquals(
                List.of("1"),
                tried("select count(distinct (benefit, benefit_name, kind_name, cadence, fund))::text as a"
                        + " from entitlement_v1 where unit_id = " + SmallCountry.HUONG_SON));
        assertFalse(
                tried("select distinct benefit as a from payroll_line_v1 where unit_id = " + SmallCountry.THANH_SEN)
                        .contains("CHUNG"),
                "where nobody has it, benefits have their names");
        for (String named : List.of("BT8", "BT3", "HTXH-X")) {
            assertEquals(
                    List.of("0"),
                    tried("select count(*)::text as a from entitlement_v1 where benefit = '" + named + "'"));
        }
    }

    @Test
    void herCaseLooksLikeThatOfHerNeighbour() throws Exception {
        assertEquals(
                List.of("1 2"),
                tried("select count(distinct to_jsonb(c) - 'case_id' - 'number' - 'person_id') || ' ' || count(*) as a"
                        + " from case_file_v1 c where c.received_on = '2026-08-03'"));
        assertEquals(
                List.of(),
                DATABASE.transactions()
                        .call(connection -> Rows.list(
                                connection,
                                "select attname from pg_attribute where attrelid = 'published.case_file_v1'::regclass"
                                        + " and attname ~ 'benefit|sensitive|step|since|due|missing|paper|reason|answer'",
                                select -> {},
                                row -> row.getString(1))),
                "nothing that depends on what it is about");
    }

    @Test
    void noErrorTellsWhatAViewLeavesOut() throws Exception {
        long kin = province.person("Hồ Thị Kín");
        for (String sql : List.of(
                "select benefit::int::text as a from entitlement_v1",
                "select rate_name::date::text as a from payroll_line_v1",
                "select key::numeric::text as a from fact_v1",
                "select value::boolean::text as a from fact_v1",
                "select (row_to_json(v)::text)::int::text as a from entitlement_v1 v",
                "select a.benefit as a from entitlement_v1 a join fact_v1 f on f.subject_id = a.person_id"
                        + " and f.value::int = 1",
                "select 1::text as a from entitlement_v1 where (benefit || person_id)::bigint > 0",
                "select benefit_nam as a from entitlement_v1",
                "select b.benefit as a from published_benefit b",
                "select b.benefit as a from ansinh.published_benefit b",
                "select n.benefit as a from ansinh.published_neutral n",
                "select benefit as a from sensitive_entitlement_v1",
                "select e.benefit as a from published.sensitive_payroll_line_v1 e")) {
            assertTellsNothing(sql, String.join(" ", tried(sql)));
        }
        for (String probe : List.of(
                "select '' as a from fact_v1 where 1 / (case when key = 'mang-thai' then 0 else 1 end) = 1",
                "select '' as a from fact_v1 where subject_id = " + kin
                        + " and 1 / (case when key in ('ho-ngheo') then 1 else 0 end) = 1",
                "select '' as a from entitlement_v1 where 1 / (case when benefit like 'BT8%' then 0 else 1 end) = 1",
                "select '' as a from payroll_line_v1 where 1 / (case when rate_name like '%khoản 8%' then 0 else 1 end) = 1")) {
            assertFalse(
                    tried(probe).stream().anyMatch(answer -> answer.contains("không tính được")),
                    "a condition that fails on what is hidden has seen it: " + probe);
        }
    }

    @Test
    void onlyTheSecondLoginNamesItForThoseWhoMayAndTheAuditKnows() throws Exception {
        String sql = "select e.person_id, p.full_name, e.benefit as a from sensitive_entitlement_v1 e"
                + " join person_v1 p on p.person_id = e.person_id where e.sensitive order by 3";
        assertTrue(tried(sql).get(0).contains("permission denied"), "an ordinary report");
        Caller unentitled = new Caller("a", "A", 0, Set.of("report.read", "person.read"));
        Problem refused = assertThrows(Problem.class, () -> asked(unentitled, report(true, sql)));
        assertEquals(Problem.Kind.FORBIDDEN, refused.kind());
        assertEquals(List.of(), told);
        Caller entitled = new Caller("a", "A", 0, Set.of("report.read", "report.sensitive", "person.read"));
        assertEquals(List.of("BT3", "BT8"), asked(entitled, report(true, sql)));
        assertEquals(1, told.size());
        assertTrue(told.get(0).contains("btxh.thu"), told.get(0));
        assertEquals(Set.of(province.person("Hồ Thị Kín"), province.person("Hồ Bé Kín")), toldOf.get(0));
    }

    @Test
    void whoPaysIsToldOfNoBenefitAtAll() throws Exception {
        Set<String> fields = new TreeSet<>();
        Arrays.stream(PaymentChannel.Instruction.class.getRecordComponents())
                .forEach(each -> fields.add(each.getName()));
        assertFalse(
                fields.stream().anyMatch(field -> field.matches("(?i).*(benefit|rate|reason|clause|kind).*")),
                fields.toString());
        assertEquals(
                List.of(),
                DATABASE.transactions()
                        .call(connection -> Rows.list(
                                connection,
                                "select attname from pg_attribute where attrelid in ('ansinh.payment_item'::regclass,"
                                        + " 'ansinh.payment_item_line'::regclass, 'published.payment_v1'::regclass)"
                                        + " and attname ~ 'benefit|rate|clause|kind'",
                                select -> {},
                                row -> row.getString(1))));
    }

    private static List<String> views(String which) {
        return DATABASE.transactions()
                .call(connection -> Rows.list(
                        connection,
                        "select relname from pg_class where relnamespace = 'published'::regnamespace and " + which,
                        select -> {},
                        row -> row.getString(1)));
    }

    private static void assertTellsNothing(String what, String answer) {
        for (String telling : TELLING) {
            assertFalse(answer.toLowerCase().contains(telling), what + " tells " + telling + ": " + answer);
        }
    }

    /** What an ordinary report answers, or why it does not. */
    private static List<String> tried(String sql) throws Exception {
        try {
            return asked(EVERYBODY, report(false, sql));
        } catch (Problem refused) {
            return List.of(refused.getMessage());
        }
    }

    private static List<String> asked(Caller caller, KnownReport report) throws Exception {
        List<String> answers = new ArrayList<>();
        province.access()
                .callAs(
                        caller,
                        () -> runner.read(
                                report,
                                Map.of(),
                                reading -> reading.rows(row -> {
                                    if (row.kind() == Kind.DETAIL) {
                                        answers.add(String.valueOf(row.values().get(0)));
                                    }
                                })));
        return answers;
    }

    private static KnownReport report(boolean sensitive, String sql) {
        return new KnownReport(
                new ReportDefinition(
                        "btxh.thu",
                        "1.0",
                        "Thử",
                        "",
                        "btxh",
                        "Thử",
                        null,
                        false,
                        "person.read",
                        sensitive,
                        List.of(),
                        List.of(new ReportColumn(
                                "a",
                                "A",
                                null,
                                Type.TEXT,
                                10,
                                Privacy.PUBLIC,
                                false,
                                sensitive ? Opens.PERSON : Opens.NOTHING,
                                sensitive ? "person_id" : null)),
                        List.of(),
                        List.of(),
                        false,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty()),
                new KnownReport.Source.Query(sql, true),
                Map.of(),
                "thu");
    }
}
