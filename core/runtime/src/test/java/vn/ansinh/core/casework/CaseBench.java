package vn.ansinh.core.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.casework.CaseFiles;
import vn.ansinh.api.casework.CaseFiles.CaseQuery;
import vn.ansinh.api.casework.CaseFiles.View;
import vn.ansinh.core.audit.StoredAudit;
import vn.ansinh.core.codelist.CoreCodeLists;
import vn.ansinh.core.sql.Rows;
import vn.ansinh.testkit.TestDatabase;

/**
 * The first page of the worklist among 100,000 open cases, and as many that have ended, as officials of a commune, a province and a
 * ministry ask for it: below row-level security, with names, audited. None may take longer than 200 ms at p95. Beside each stands the
 * bare query: the same rows by the same order, above row-level security, without the service.
 *
 * <pre>{@code mvn verify -Pbench -pl core/runtime -am -Dtest=CaseBench -Dsurefire.failIfNoSpecifiedTests=false}</pre>
 */
@EnabledIfSystemProperty(named = "bench.people", matches = "[0-9]+")
class CaseBench {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final int OPEN = Integer.getInteger("bench.cases", 100_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 100);
    private static final int PAGE = 50;
    private static final double PATIENCE = 200;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    /** A tenth of the country lives in the first province. */
    private static final String PLACES = """
            create temp table place on commit drop as
            select row_number() over (order by parent_id, id) - 1 as n, id from ansinh.unit
            where level = 'COMMUNE' and valid_to is null""";

    private static final String PEOPLE = """
            insert into ansinh.person (full_name, search_name, sort_key, birth_date, birth_year_only, sex, unit_id, address)
            select 'Nguyễn Văn ' || g, ' nguyen van ' || g || ' ', lpad(g::text, 9, '0'), '1950-01-01', false, 'MALE', p.id, 'Thôn 1'
            from generate_series(1, %d) g
            join place p on p.n = floor(power((g * 7919 %% 100003) / 100003.0, 1.5) * (select count(*) from place))""";

    private static final String CASES = """
            insert into ansinh.case_file (number, procedure, version, program, effect, person_id, person_name, unit_id,
                holder_unit_id, state, step, step_kind, benefit, sensitive, received_on, since, due, provisional, missing, papers,
                paper_place, applicant_name, applicant_phone, entitlements, created_by)
            select '%1$s' || id, 'btxh.tro-cap-hang-thang', '2025', 'btxh', 'OPEN', id, full_name, unit_id, unit_id, '%2$s',
                case id %% 5000 when 7 then 'khieu-nai'
                    else (array['xet-duyet', 'de-nghi', 'tham-dinh', 'quyet-dinh'])[1 + id %% 4] end,
                case id %% 5000 when 7 then 'COMPLAINT'
                    else (array['REVIEW', 'SUBMISSION', 'APPRAISAL', 'DECISION'])[1 + id %% 4] end,
                'BT6', false, date '2026-11-01' - (id %% 30)::integer, '2026-11-10',
                case when id %% 20 > 0 then date '2026-11-22' + (id * 31 %% 120)::integer - 60 end, false, '{}', '{}', 'Tủ 1',
                'Nguyễn Văn', '', '{}', 'bench'
            from ansinh.person""";

    private static final String BARE = "select " + CaseRows.COLUMNS + CaseRows.FROM
            + " where c.state in ('OPEN', 'WAITING', 'DECIDED') and (? = 0 or c.unit_id in (select unit_id from"
            + " ansinh.unit_sight where ancestor_id = ?)) order by c.sort_due, c.id limit 51";

    private final List<String> report = new ArrayList<>();

    @Test
    void firstPages() throws Exception {
        CaseOffice office = new CaseOffice(DATABASE, TODAY);
        settle();
        CaseFiles cases = new StoredCaseFiles(new CaseDesk(
                DATABASE.scopedBy(office.access),
                DATABASE.transactions(),
                office.access,
                office.units,
                office.people,
                null,
                office.facts,
                office.policies,
                office.entitlements,
                null,
                office.procedures,
                CoreCodeLists.read(),
                new HandWrittenPapers(),
                new StoredAudit(
                        DATABASE.scopedBy(office.access),
                        office.clock,
                        () -> Optional.of(office.access),
                        null,
                        List.of()),
                office.clock));
        long province = busiest("(select parent_id from ansinh.unit u where u.id = unit_id)");
        long commune = busiest("unit_id");
        say("%d open cases; milliseconds of a first page of %d, %d times each".formatted(OPEN, PAGE, ROUNDS));
        List<String> slow = new ArrayList<>();
        for (long unit : new long[] {commune, province, 0}) {
            String who = unit == 0 ? "ministry" : unit == province ? "province" : "commune";
            Caller caller = new Caller("can.bo", "Cán bộ", unit, Set.of("*"));
            for (View view : View.values()) {
                CaseQuery query = new CaseQuery(view, "btxh", unit, null, null, "", false, null, PAGE);
                slow.addAll(measured(
                        who + " " + view,
                        () -> office.access
                                .callAs(caller, () -> cases.page(query))
                                .rows()
                                .size()));
            }
            CaseQuery late = new CaseQuery(View.RUNNING, "btxh", unit, null, null, "", true, null, PAGE);
            slow.addAll(measured(
                    who + " late",
                    () -> office.access
                            .callAs(caller, () -> cases.page(late))
                            .rows()
                            .size()));
            for (String step : List.of("Bước xet-duyet", "Bước khieu-nai")) {
                CaseQuery in = new CaseQuery(View.RUNNING, "btxh", unit, null, step, "", false, null, PAGE);
                slow.addAll(measured(
                        who + " " + step,
                        () -> office.access
                                .callAs(caller, () -> cases.page(in))
                                .rows()
                                .size()));
            }
            measured(who + " bare", () -> bare(unit));
            measured(
                    who + " counts",
                    () -> office.access.callAs(caller, () -> cases.counts(late)).all());
        }
        Files.write(Path.of("target", "case-bench.txt"), report);
        assertEquals(List.of(), slow, "slower than 200 ms at p95");
    }

    private static void settle() {
        DATABASE.transactions().run(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(PLACES);
                statement.execute(PEOPLE.formatted(OPEN));
                statement.execute(CASES.formatted("B", "OPEN"));
                statement.execute(CASES.formatted("A", "DONE"));
            }
        });
        try (Connection connection = DATABASE.owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze ansinh.person, ansinh.case_file");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long busiest(String unit) {
        return DATABASE.transactions()
                .call(connection -> Rows.list(
                        connection,
                        "select " + unit + " from ansinh.case_file group by 1 order by count(*) desc limit 1",
                        none -> {},
                        row -> row.getLong(1)))
                .get(0);
    }

    private static int bare(long unit) {
        return DATABASE.transactions().call(connection -> {
            try (PreparedStatement select = connection.prepareStatement(BARE)) {
                select.setLong(1, unit);
                select.setLong(2, unit);
                return Rows.list(select, CaseRows::read).size();
            }
        });
    }

    private List<String> measured(String what, Callable<Integer> asked) throws Exception {
        int found = 0;
        double[] millis = new double[ROUNDS];
        for (int i = -3; i < ROUNDS; i++) {
            long start = System.nanoTime();
            found = asked.call();
            if (i >= 0) {
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(millis);
        double late = millis[(int) Math.ceil(ROUNDS * 0.95) - 1];
        String line = "%-20s p50 %7.1f  p95 %7.1f  max %7.1f  %d"
                .formatted(what, millis[ROUNDS / 2], late, millis[ROUNDS - 1], found);
        say(line);
        return late > PATIENCE ? List.of(line) : List.of();
    }

    private void say(String line) {
        System.out.println(line);
        report.add(line);
    }
}
