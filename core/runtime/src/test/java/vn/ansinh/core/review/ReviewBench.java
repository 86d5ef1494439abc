package vn.ansinh.core.review;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.access.ThreadAccess;
import vn.ansinh.core.identity.PersonScope;
import vn.ansinh.core.sql.Rows;
import vn.ansinh.core.unit.UnitsInMemory;
import vn.ansinh.testkit.TestDatabase;

/**
 * The first page of every review list of social assistance in a country of {@code bench.people} people, as a commune and a province ask for it:
 * what the database does for it is written to {@code target/review-plans.txt}.
 *
 * <pre>{@code mvn verify -Pbench -pl core/runtime -am -Dtest=ReviewBench -Dsurefire.failIfNoSpecifiedTests=false -DskipITs \
 *     -Dbench.people=1000000}</pre>
 */
@EnabledIfSystemProperty(named = "bench.people", matches = "[0-9]+")
class ReviewBench {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final int PEOPLE = Integer.getInteger("bench.people");
    private static final LocalDate FROM = LocalDate.of(2026, 10, 1);
    private static final LocalDate TO = LocalDate.of(2026, 12, 31);
    private static final Path FILE =
            Path.of("..", "..", "plugins", "btxh", "src", "main", "resources", "ANSINH-INF", "review", "btxh.yaml");

    private static final String PLACES = """
            create temp table place as
            select row_number() over (order by parent_id, id) - 1 as n, id from ansinh.unit
            where level = 'COMMUNE' and valid_to is null""";

    private static final String SETTLED = """
            insert into ansinh.person (full_name, search_name, sort_key, birth_date, birth_year_only, sex, unit_id)
            select 'Nguyễn Văn ' || g, ' nguyen van ' || g || ' ', lpad(g::text, 9, '0'),
                date '1936-01-01' + (g::bigint * 7919 %% 33000)::integer, false, 'MALE', p.id
            from generate_series(0, %1$d - 1) g
                join place p on p.n = g::bigint * (select count(*) from place) / %1$d""";

    private static final String RIGHTS = """
            insert into ansinh.entitlement (person_id, program, benefit, unit_id, from_month, decision_number, decision_date,
                payment_method, payee_role)
            select id, 'btxh', case when birth_date > '2023-01-01' then 'BT7' when birth_date > '2010-01-01' then 'BT1'
                    when birth_date > '2004-01-01' then 'BT2' when id % 9 = 0 then 'BT4' when birth_date < '1946-01-01' then 'BT5C'
                    else 'BT6' end,
                unit_id, '2026-01-01', '1/QĐ', '2026-01-05', 'TM-DCT', 'SELF' from ansinh.person where id % 4 > 0""";

    private static final String FACTS = """
            insert into ansinh.fact (subject_kind, subject_id, key, value, valid_from, valid_to, source, recorded_by)
            select 'PERSON', p.id, k.key, k.value, k.first, k.last, 'bench', 'bench' from ansinh.person p cross join lateral (
                select 'khuyet-tat.muc-do' as key, 'nang' as value, date '2020-01-01' as first, null::date as last
                union all select 'dang-hoc', 'co', date '2025-09-01', date '2026-01-01' + (p.id % 700)::integer
                    where p.birth_date > '2004-01-01'
                union all select 'con-dang-nuoi', (date '2020-01-01' + (p.id * 31 % 2400)::integer)::text || ' An',
                    date '2024-01-01', null where p.id % 9 = 0
                union all select 'ho-ngheo', 'ngheo', date '2026-01-01', date '2026-12-31' where p.id % 5 = 0
                union all select 'bao-ve-khan-cap.so-ngay', '90', date '2026-06-01' + (p.id % 90)::integer, null
                    where p.id % 5000 = 0) k""";

    /** Deaths that the register knows of and nobody has acted upon. */
    private static final String DEAD =
            "update ansinh.person set deceased_on = date '2026-09-01' + (id % 100)::integer where id % 500 = 7";

    private final List<String> told = new ArrayList<>();

    @Test
    void firstPages() throws Exception {
        UnitsInMemory units = new UnitsInMemory(DATABASE.transactions());
        try (Connection connection = DATABASE.owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(PLACES);
            statement.execute(SETTLED.formatted(PEOPLE));
            statement.execute(RIGHTS);
            statement.execute(FACTS);
            statement.execute(DEAD);
            statement.execute("vacuum analyze ansinh.person, ansinh.entitlement, ansinh.fact");
        }
        ThreadAccess access = new ThreadAccess(null, units);
        Transactions everywhere = DATABASE.transactions();
        long commune = busiest("unit_id");
        long province = busiest("(select parent_id from ansinh.unit u where u.id = unit_id)");
        for (ReviewRule rule : ReviewFile.read(Files.readString(FILE), "btxh.yaml")) {
            for (long unit : new long[] {commune, province}) {
                Caller caller = new Caller("can.bo", "Cán bộ", unit, Set.of("*"));
                String who = (unit == commune ? "commune " : "province ")
                        + rule.kind().code();
                access.callAs(
                        caller,
                        () -> everywhere.call(connection -> explain(
                                connection,
                                who,
                                rule,
                                ReviewSql.of(
                                        rule,
                                        PersonScope.of(caller, unit, units, ReviewSql.scopeColumn(rule)),
                                        FROM,
                                        TO))));
            }
        }
        Files.write(Path.of("target", "review-plans.txt"), told);
    }

    private Void explain(Connection connection, String who, ReviewRule rule, ReviewSql found) throws SQLException {
        List<String> plan = List.of();
        for (int round = 0; round < 2; round++) {
            try (PreparedStatement explain = connection.prepareStatement(
                    "explain (analyze, timing off, buffers) " + StoredReviews.page(found, false, false))) {
                explain.setInt(StoredReviews.bindMark(explain, found.bind(explain, 1), rule), 51);
                plan = Rows.list(explain, row -> row.getString(1));
            }
        }
        String time = plan.stream()
                .filter(line -> line.startsWith("Execution Time"))
                .findFirst()
                .orElse("");
        String whole = plan.stream().anyMatch(line -> line.matches(".*Seq Scan on (person|entitlement|fact).*"))
                ? "  READS A WHOLE TABLE"
                : "";
        System.out.println("%-36s %s%s".formatted(who, time, whole));
        told.add("== " + who + " " + time + whole);
        told.addAll(plan);
        return null;
    }

    private static long busiest(String unit) {
        return DATABASE.transactions()
                .call(connection -> Rows.list(
                        connection,
                        "select " + unit + " from ansinh.person group by 1 order by count(*) desc limit 1",
                        none -> {},
                        row -> row.getLong(1)))
                .get(0);
    }
}
