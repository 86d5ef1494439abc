package vn.ansinh.core.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.ansinh.api.transaction.TransactionFailedException;

/** People of some communes to whom something happens every month: known in time, late, or before it happens. */
final class RandomLives {

    private static final int PEOPLE = 40;
    private static final List<String> BENEFITS = List.of("KHUYET-TAT", "CAO-TUOI", "DON-THAN");

    /** All that a list says, without the keys of rows; a rule by what it says, because versions may say the same. */
    private static final String LIST = """
            select l.entitlement_id || ' ' || l.period || ' ' || l.months || ' ' || r.rate || ' ' || r.base || ' '
                || r.coefficient || ' ' || r.base_clause || ' ' || r.coefficient_clause || ' ' || l.multiple || ' ' || l.due
                || ' ' || l.paid_before || ' ' || l.amount || ' ' || l.payment_method || ' ' || l.steady_through
            from ansinh.payroll_line l join ansinh.payroll y on y.id = l.payroll_id and y.month = l.month
                join ansinh.payroll_rule r on r.id = l.rule_id
            where y.unit_id = ? and y.month = ? and y.state <> 'ANNULLED'
            union all
            select 'people ' || people || ' lines ' || lines || ' total ' || total || ' arrears ' || arrears
            from ansinh.payroll y where y.unit_id = ? and y.month = ? and y.state <> 'ANNULLED'
            union all
            select n.person_id || ' ' || n.benefit || ' ' || n.period || ' ' || n.reason
            from ansinh.payroll_notice n join ansinh.payroll y on y.id = n.payroll_id
            where y.unit_id = ? and y.month = ? and y.state <> 'ANNULLED'
            union all
            select x.entitlement_id || ' too much ' || x.period || ' ' || x.amount
            from ansinh.payroll_excess x join ansinh.payroll y on y.id = x.payroll_id
            where y.unit_id = ? and y.month = ? and y.state <> 'ANNULLED'
            order by 1""";

    final Random random;
    final List<Long> communes = new ArrayList<>();
    private final Office office;
    private final List<Long> people = new ArrayList<>();

    RandomLives(Office office, long seed) {
        this.office = office;
        this.random = new Random(seed);
        for (int i = 0; i < 3; i++) {
            communes.add(office.commune());
        }
        for (int i = 0; i < PEOPLE; i++) {
            // ages of 60 and of children of 16 are reached on the way
            LocalDate born = LocalDate.of(1940 + random.nextInt(50), 1, 1).plusDays(random.nextInt(365));
            long person = office.person("Người " + seed + "." + i, born.toString(), commune());
            people.add(person);
            office.fact(person, "muc-do", random.nextInt(3) == 0 ? "nhe" : "nang");
            if (random.nextInt(3) == 0) {
                office.fact(person, "con", child(), "2020-01-01");
            }
            open(person, YearMonth.of(2025, 6).plusMonths(random.nextInt(9)), "2025-12");
        }
    }

    private long commune() {
        return communes.get(random.nextInt(communes.size()));
    }

    private String child() {
        return LocalDate.of(2010, 1, 1).plusDays(random.nextInt(900)) + " Con " + random.nextInt(100);
    }

    private void open(long person, YearMonth from, String paidThrough) {
        office.open(person, BENEFITS.get(random.nextInt(3)), commune(), from.toString(), paidThrough);
    }

    /** Something happens to a few. */
    void goOn(YearMonth month) {
        for (int i = random.nextInt(7); i >= 0; i--) {
            happen(people.get(random.nextInt(PEOPLE)), month);
        }
    }

    private void happen(long person, YearMonth month) {
        LocalDate day = month.minusMonths(4).atDay(1).plusDays(random.nextInt(210));
        YearMonth other = month.minusMonths(4).plusMonths(random.nextInt(7));
        String rights = " where id = (select min(id) from ansinh.entitlement where person_id = " + person + ")";
        switch (random.nextInt(10)) {
            case 0 -> office.fact(person, "muc-do", "nang", day.toString());
            case 1 ->
                office.execute("insert into ansinh.fact (subject_kind, subject_id, key, value, valid_from, valid_to,"
                        + " source, recorded_by) values ('PERSON', " + person + ", 'trong-co-so', 'co', '" + day
                        + "', '"
                        + day.plusDays(1 + random.nextInt(90)) + "', 'x', 'x')");
            case 2 -> office.fact(person, "con", child(), day.toString());
            case 3 ->
                office.execute("update ansinh.fact set retracted_at = now(), retracted_by = 'x' where id ="
                        + " (select max(id) from ansinh.fact where retracted_at is null and subject_id = " + person
                        + ")");
            case 4 -> {
                if (random.nextInt(4) == 0) {
                    office.died(person, day.toString());
                }
            }
            case 5, 6 -> open(person, other, null);
            case 7 ->
                office.execute("update ansinh.entitlement set to_month = greatest(from_month, date '" + other + "-01')"
                        + rights + " and to_month is null");
            case 8 -> office.execute("update ansinh.entitlement set unit_id = " + commune() + rights);
            default -> pause(person, other);
        }
    }

    private void pause(long person, YearMonth from) {
        office.execute(
                "insert into ansinh.entitlement_pause (entitlement_id, from_month, to_month, reason, reason_name,"
                        + " recorded_by) select id, '" + from + "-01', '" + from.plusMonths(random.nextInt(3))
                        + "-01', 'x',"
                        + " 'Không nhận', 'x' from ansinh.entitlement e where person_id = " + person
                        + " and not exists (select from ansinh.entitlement_pause p where p.entitlement_id = e.id)");
    }

    /** Does something as if no run before had known anything: everybody is computed. Meanwhile no change is forgotten. */
    void withoutCarryingOver(Runnable work) {
        try (Connection aside = office.database.system().getConnection();
                Statement statement = aside.createStatement()) {
            aside.setAutoCommit(false);
            statement.execute("select from ansinh.payroll_change_kept for share");
            office.execute("update ansinh.payroll_run set cluster = -cluster");
            work.run();
            office.execute("update ansinh.payroll_run set cluster = abs(cluster)");
            aside.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> list(long commune, YearMonth month) {
        return office.database.transactions().call(connection -> {
            try (PreparedStatement select = connection.prepareStatement(LIST)) {
                for (int i = 1; i < 8; i += 2) {
                    select.setLong(i, commune);
                    select.setDate(i + 1, EntitlementRows.date(month));
                }
                List<String> list = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        list.add(row.getString(1));
                    }
                }
                return list;
            }
        });
    }

    /** Closes, after making sure that a closing that looks at everybody would leave the same lines. */
    void close(long commune, YearMonth month) {
        List<String> expected = new ArrayList<>();
        try {
            office.database.transactions().run(connection -> {
                withoutCarryingOver(() ->
                        expected.addAll(office.close(commune, month.toString()).takenOut()));
                expected.addAll(list(commune, month));
                throw new TakenBack();
            });
        } catch (TakenBack | TransactionFailedException e) {
            // nothing was closed
        }
        List<String> closed =
                new ArrayList<>(office.close(commune, month.toString()).takenOut());
        closed.addAll(list(commune, month));
        assertEquals(expected, closed, "commune " + commune + ", " + month);
    }

    /** Ends the transaction of a closing that was only tried. */
    private static final class TakenBack extends RuntimeException {

        private static final long serialVersionUID = 1;
    }
}
