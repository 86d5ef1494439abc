package vn.ansinh.core.benefit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.benefit.Payroll;
import vn.ansinh.api.benefit.Payrolls;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.core.access.ThreadAccess;
import vn.ansinh.core.policy.PolicyRegistry;
import vn.ansinh.testkit.TestDatabase;

/** Communes with closed payment lists, for tests of rooms that begin where the list is closed. */
public final class ClosedLists {

    /** What the test pack pays to an old person for a month of late 2026, đồng. */
    public static final long MONTHLY = 540_000;

    private final Office office;

    public ClosedLists(TestDatabase database) {
        office = new Office(database);
        office.confirmAll();
    }

    public ThreadAccess access() {
        return office.access;
    }

    public Units units() {
        return office.units;
    }

    public Payrolls payrolls() {
        return office.payrolls;
    }

    public PolicyRegistry policies() {
        return office.policies;
    }

    /** Takes the latest closed list of a commune back. */
    public void annul(long commune, String month) {
        long list = office.asSystem(() -> office.payrolls.payrolls(program(), commune, YearMonth.parse(month)))
                .get(0)
                .id();
        office.as(official("tinh", SmallCountry.HA_TINH), () -> {
            office.payrolls.annul(list, "Lập sai");
            return null;
        });
    }

    /** Moves who lives and is paid in a commune to another. */
    public void move(long person, long commune, String month) {
        long right = office.asSystem(() -> office.entitlements.ofPerson(person))
                .get(0)
                .id();
        office.decide(paper -> office.entitlements.move(right, commune, YearMonth.parse(month), paper), "T02");
    }

    /** A commune of Hà Tĩnh that nobody has used yet. */
    public long commune() {
        return office.commune();
    }

    public static String program() {
        return Office.PROGRAM;
    }

    public void turnTo(LocalDate day) {
        office.turnTo(day);
    }

    public static Caller official(String account, long unit) {
        return Office.official(account, unit);
    }

    public <T> T as(Caller caller, Callable<T> work) {
        return office.as(caller, work);
    }

    /** An old person, paid through a month before, {@code method} a code of list {@code hinh-thuc-chi-tra}. */
    public long person(String name, long commune, String method, String paidThrough) {
        long person = office.person(name, "1950-01-01", commune);
        office.open(person, "CAO-TUOI", commune, "2024-07", paidThrough);
        paidBy(person, method, null);
        return person;
    }

    /** From now on this is how the person is paid. */
    public void paidBy(long person, String method, String account) {
        office.execute("update ansinh.entitlement set payment_method = '" + method + "', account_number = "
                + (account == null ? "null" : "'" + account + "'") + " where person_id = " + person);
    }

    public void died(long person, String day) {
        office.died(person, day);
    }

    /** Drafts and closes a month. */
    public void close(long commune, String... months) {
        for (String month : months) {
            office.run(commune, month);
            List<String> takenOut = office.close(commune, month).takenOut();
            if (!takenOut.isEmpty()) {
                throw new IllegalStateException(takenOut.toString());
            }
        }
    }

    /** Drafts a month of a commune. @return the list */
    public Payroll draft(long commune, String month) {
        office.run(commune, month);
        return office.drafts(commune, month).get(0);
    }

    public void execute(String sql) {
        office.execute(sql);
    }
}
