package vn.ansinh.core.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.benefit.Decision;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.api.policy.Claim;
import vn.ansinh.api.policy.Evaluation.Outcome;
import vn.ansinh.api.policy.PersonFacts;
import vn.ansinh.api.policy.Question;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.core.benefit.Office.Law;
import vn.ansinh.core.policy.GoldenCases;
import vn.ansinh.core.policy.GoldenCases.Case;
import vn.ansinh.core.policy.GoldenCases.Month;
import vn.ansinh.testkit.TestDatabase;

/**
 * The golden cases of the shipped packs, once through the calculator and once through the ledger: rights opened, facts
 * recorded, months drafted and closed on the days of the case. For every month and benefit the closed lines then sum to what
 * is due as known on that day. The packs and cases are read where they live; nothing here knows what they say.
 */
class GoldenLedgerTest {

    private static final Path PLUGINS = Path.of("..", "..", "plugins");
    private static final Path PACKS = PLUGINS.resolve("btxh/src/main/resources/ANSINH-INF/policy");
    private static final Path DECREE = PLUGINS.resolve("policies/nd-335-2026/src");

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static Office office;

    @BeforeAll
    static void opens() throws IOException {
        Map<String, String> packs = new LinkedHashMap<>();
        for (String file : List.of(
                "btxh.policy.yaml", "co-so.policy.yaml", "ho-tro-mot-lan.policy.yaml", "huu-tri-xa-hoi.policy.yaml")) {
            packs.put(file, Files.readString(PACKS.resolve(file)));
        }
        packs.put(
                "nd-335-2026.policy.yaml",
                Files.readString(DECREE.resolve("main/resources/ANSINH-INF/policy/nd-335-2026.policy.yaml")));
        for (Path local : List.of(
                PLUGINS.resolve("btxh/src/test/resources/policy/tinh-nang-muc-chuan.policy.yaml"),
                PLUGINS.resolve(
                        "examples/ha-noi-huu-tri/src/main/resources/ANSINH-INF/policy/ha-noi-huu-tri.policy.yaml"))) {
            // the small country of these tests has Nghệ An instead
            packs.put(
                    local.getFileName().toString(),
                    Files.readString(local).replaceFirst("dia-ban: .*", "dia-ban: [\"40\"]"));
        }
        String keys = Files.readString(PLUGINS.resolve("btxh/src/main/resources/ANSINH-INF/fact/btxh.yaml"));
        office = new Office(DATABASE, new Law("btxh", packs, keys));
        office.confirmAll();
    }

    @Test
    void socialAssistanceAndTheSocialPension() throws IOException {
        assertEquals(List.of(), differences(office, PLUGINS.resolve("btxh/src/test/resources/golden/btxh.yaml")));
    }

    @Test
    void theDecreeThatCountsBackwards() throws IOException {
        assertEquals(List.of(), differences(office, DECREE.resolve("test/resources/golden/nd-335-2026.yaml")));
    }

    @Test
    void merit() throws IOException {
        Path resources = Path.of("src", "test", "resources");
        String pack = Files.readString(resources.resolve("policy/ncc-thu.policy.yaml"));
        String keys = Files.readString(resources.resolve("fact/ncc.yaml"));
        Office merit = new Office(DATABASE, new Law("ncc", Map.of("ncc-thu.policy.yaml", pack), keys));
        merit.confirmAll();
        assertEquals(List.of(), differences(merit, resources.resolve("golden/ncc.yaml")));
    }

    @Test
    void whatDecreesAndLateDecisionsLeaveOverIsPaidInOneLine() {
        assertEquals(
                List.of("2026-10 810000", "2026-07–2026-09 180000"),
                lines("1985-04-04", "nang", List.of("2026-07-20", "2026-08-20", "2026-09-20", "2026-10-20")),
                "B10: October is closed after the decree is in force");
        assertEquals(
                List.of("2026-11 1080000", "2026-07–2026-10 320000"),
                lines(
                        "1996-02-02",
                        "dac-biet-nang",
                        List.of("2026-07-20", "2026-08-20", "2026-09-20", "2026-09-24>2026-10", "2026-11-22")),
                "B11: the list of October left before the 25th of September");
    }

    @Test
    void aCertificateOlderThanTheDecisionIsPaidFromItsMonth() {
        long commune = office.commune();
        office.turnTo(LocalDate.of(2024, 1, 10));
        long person = office.person("B35", "1998-06-01", commune);
        Fact certified = new Fact(
                Subject.person(person),
                "khuyet-tat.ngay-cap-giay",
                "2023-11-28",
                LocalDate.of(2023, 11, 28),
                null,
                "test");
        office.fact(person, certified);
        office.fact(person, "khuyet-tat.muc-do", "dac-biet-nang", "2023-11-28");
        YearMonth from = office.policies.startMonth(
                "BT6", new PersonFacts(LocalDate.of(1998, 6, 1), null, List.of(certified)), LocalDate.of(2024, 1, 10));
        assertEquals(YearMonth.of(2023, 11), from);
        office.open(person, "BT6", commune, from.toString(), null);
        paid(commune, "2024-01");
        assertEquals(List.of("B35 2024-01 720000", "B35 2023-11–2023-12 1440000"), office.lines(commune, "2024-01"));
    }

    @Test
    void aProvinceThatRaisesARatePaysItToItsOwnPeople() {
        long inside = SmallCountry.VINH_HUNG;
        office.turnTo(LocalDate.of(2023, 5, 31));
        long disabled = office.person("B40", "1983-01-01", inside);
        office.fact(disabled, "khuyet-tat.muc-do", "nang");
        office.open(disabled, "BT6", inside, "2021-07", "2023-04");
        paid(inside, "2023-05");
        assertEquals(List.of("B40 2023-05 750000"), office.lines(inside, "2023-05"));

        office.turnTo(LocalDate.of(2026, 11, 22));
        office.open(office.person("Hưu trí", "1949-04-01", inside), "HTXH", inside, "2025-07", "2026-09");
        paid(inside, "2026-11");
        assertEquals(
                List.of("Hưu trí 2026-11 650000", "Hưu trí 2026-10 540000"),
                office.lines(inside, "2026-11").stream()
                        .filter(line -> line.startsWith("Hưu trí"))
                        .toList());
        long outside = office.commune();
        office.open(office.person("Hưu trí", "1949-04-01", outside), "HTXH", outside, "2025-07", "2026-10");
        paid(outside, "2026-11");
        assertEquals(List.of("Hưu trí 2026-11 540000"), office.lines(outside, "2026-11"));
    }

    /** Drafts and closes a month; what is provisional was confirmed at the beginning. */
    private static void paid(long commune, String month) {
        office.run(commune, month);
        assertEquals(List.of(), office.close(commune, month).takenOut());
    }

    /** @param days on which months are closed, each its own unless it says which */
    private static List<String> lines(String born, String severity, List<String> days) {
        long commune = office.commune();
        office.turnTo(LocalDate.parse(days.get(0).substring(0, 10)));
        long person = office.person("N", born, commune);
        office.fact(person, "khuyet-tat.muc-do", severity);
        office.open(person, "BT6", commune, "2021-07", "2026-06");
        String cycle = "";
        for (String day : days) {
            office.turnTo(LocalDate.parse(day.substring(0, 10)));
            cycle = day.contains(">") ? day.substring(11) : day.substring(0, 7);
            paid(commune, cycle);
        }
        return office.lines(commune, cycle).stream()
                .map(line -> line.substring(2))
                .toList();
    }

    private static List<String> differences(Office at, Path golden) throws IOException {
        List<String> differences = new ArrayList<>();
        for (Case each :
                GoldenCases.read(Files.readString(golden), golden.getFileName().toString())) {
            calculated(at, each, differences);
            new Life(at, each).lived(differences);
        }
        return differences;
    }

    private static void calculated(Office at, Case each, List<String> differences) {
        PersonFacts person = new PersonFacts(each.born(), each.died(), each.facts());
        for (Month month : each.months()) {
            Question question =
                    new Question(Claim.NOWHERE, person, each.claims(), month.month(), month.month(), month.asOf());
            Map<String, Long> found = new HashMap<>();
            for (Outcome outcome :
                    at.asSystem(() -> at.policies.evaluate(question)).outcomes()) {
                found.merge(
                        outcome.claim().benefit(),
                        outcome.periods().get(0).due().amount(),
                        Long::sum);
            }
            month.amounts().forEach((benefit, amount) -> compare(each, month, benefit, amount, found, differences));
        }
    }

    private static void compare(
            Case each, Month month, String benefit, long wanted, Map<String, Long> found, List<String> differences) {
        long got = found.getOrDefault(benefit, 0L);
        if (got != wanted) {
            differences.add(each.name() + ", " + month.month() + " as known on " + month.asOf() + ": " + benefit + " "
                    + wanted + " expected, " + got);
        }
    }

    /** One case lived through in communes of its own. */
    private static final class Life {

        private final Office at;
        private final Case golden;
        private final List<Long> communes = new ArrayList<>();
        private final long person;

        Life(Office at, Case golden) {
            this.at = at;
            this.golden = golden;
            communes.add(at.commune());
            at.turnTo(golden.months().get(0).asOf());
            person = at.person(golden.name(), golden.born().toString(), communes.get(0));
            golden.facts().forEach(fact -> at.fact(person, fact));
            if (golden.died() != null) {
                at.died(person, golden.died().toString());
            }
            golden.claims().forEach(this::open);
        }

        /** Paid by another system up to the case's first month; a second right to the same benefit is another commune's. */
        private void open(Claim claim) {
            YearMonth before = golden.months().stream()
                    .map(Month::month)
                    .min(YearMonth::compareTo)
                    .orElseThrow()
                    .minusMonths(1);
            boolean moved = golden.claims().stream()
                    .anyMatch(other -> other.benefit().equals(claim.benefit()) && other.id() < claim.id());
            if (moved) {
                communes.add(at.commune());
            }
            long entitlement = at.open(
                            person,
                            claim.benefit(),
                            communes.get(communes.size() - 1),
                            claim.from().toString(),
                            before.isBefore(claim.from()) ? null : before.toString())
                    .entitlementId();
            if (claim.to() != null) {
                at.asSystem(() -> {
                    at.entitlements.end(
                            entitlement,
                            claim.to(),
                            new Decision("45/QĐ-UBND", claim.to().atDay(1), "G07"));
                    return null;
                });
            }
        }

        void lived(List<String> differences) {
            Map<LocalDate, List<Month>> days = new TreeMap<>();
            golden.months()
                    .forEach(month -> days.computeIfAbsent(month.asOf(), day -> new ArrayList<>())
                            .add(month));
            days.forEach((day, months) -> {
                at.turnTo(day);
                pay(months.stream()
                        .map(Month::month)
                        .reduce(YearMonth.from(day), (one, other) -> one.isAfter(other) ? one : other));
                for (Month month : months) {
                    Map<String, Long> paid = paid(month.month());
                    month.amounts()
                            .forEach((benefit, amount) -> compare(golden, month, benefit, amount, paid, differences));
                }
            });
        }

        private void pay(YearMonth cycle) {
            for (long commune : communes) {
                at.run(commune, cycle.toString());
                if (!at.drafts(commune, cycle.toString()).isEmpty()) {
                    at.close(commune, cycle.toString());
                }
            }
        }

        /** đồng by benefit that all closed lines together pay for a month. */
        private Map<String, Long> paid(YearMonth month) {
            return at.database.transactions().call(connection -> {
                try (PreparedStatement select = connection.prepareStatement("select e.benefit, sum(l.amount / l.months)"
                        + " from ansinh.payroll_line l"
                        + " join ansinh.payroll p on p.id = l.payroll_id and p.month = l.month and p.state = 'CLOSED'"
                        + " join ansinh.entitlement e on e.id = l.entitlement_id"
                        + " where l.person_id = ? and l.period <= ?"
                        + " and l.period + make_interval(months => l.months) > ? group by 1")) {
                    select.setLong(1, person);
                    select.setDate(2, Date.valueOf(month.atDay(1)));
                    select.setDate(3, Date.valueOf(month.atDay(1)));
                    try (ResultSet row = select.executeQuery()) {
                        Map<String, Long> paid = new HashMap<>();
                        while (row.next()) {
                            paid.put(row.getString(1), row.getLong(2));
                        }
                        return paid;
                    }
                }
            });
        }
    }
}
