package vn.ansinh.core.benefit;

import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.testkit.TestDatabase;

/**
 * Prints how long a commune of 20,000 people takes right after it was imported, when the tables have no statistics. Run by
 * {@code mvn test -pl core/runtime -am -Dtest=PayrollBench -Dansinh.bench=true -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@EnabledIfSystemProperty(named = "ansinh.bench", matches = "true")
class PayrollBench {

    private static final int PEOPLE = 20_000;

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    @Test
    void aMonthOfTwentyThousandPeople() throws Exception {
        Office office = new Office(DATABASE);
        office.confirmAll();
        for (String paidThrough : List.of("2026-10", "2026-06", "2024-07")) {
            long commune = office.commune();
            fill(office, commune, paidThrough);
            System.out.println("paid through " + paidThrough);
            print("  first run", () -> office.run(commune, "2026-11"));
            print("  second run", () -> office.run(commune, "2026-11"));
            print("  closing", () -> office.close(commune, "2026-11"));
            print("  December", () -> office.run(commune, "2026-12"));
            print("  first page", () -> office.page(commune, "2026-11", null).size());
        }
    }

    private static void print(String what, Callable<?> work) throws Exception {
        long start = System.nanoTime();
        Object result = work.call();
        System.out.printf("%s: %d ms, %s%n", what, (System.nanoTime() - start) / 1_000_000, result);
    }

    private static void fill(Office office, long commune, String paidThrough) {
        office.execute("""
                with people as (
                    insert into ansinh.person (full_name, search_name, sort_key, birth_date, birth_year_only, sex, unit_id)
                    select 'Người ' || n, ' nguoi ' || n || ' ', lpad(n::text, 8, '0'), date '1940-01-01' + n, false,
                        'FEMALE', %1$d
                    from generate_series(1, %2$d) n
                    returning id),
                known as (
                    insert into ansinh.fact (subject_kind, subject_id, key, value, valid_from, source, recorded_by)
                    select 'PERSON', id, k.key, k.value, '2020-01-01', 'bench', 'bench'
                    from people, (values ('muc-do', 'nang'), ('trong-co-so', 'khong'), ('con', '2015-02-03 An')) k (key, value))
                insert into ansinh.entitlement (person_id, program, benefit, unit_id, from_month, paid_through,
                    payment_method, payee_role)
                select id, 'thu', 'KHUYET-TAT', %1$d, '2024-07-01', '%3$s-01', 'TM-DCT', 'SELF' from people""".formatted(commune, PEOPLE, paidThrough));
    }
}
