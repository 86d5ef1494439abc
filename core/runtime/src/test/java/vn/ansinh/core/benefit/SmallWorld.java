package vn.ansinh.core.benefit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.benefit.Entitlement;
import vn.ansinh.api.benefit.Entitlements.Suspension;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.api.benefit.PaymentDetails.PayeeRole;
import vn.ansinh.api.benefit.Payroll;
import vn.ansinh.api.benefit.PayrollState;
import vn.ansinh.api.benefit.Payrolls.Reviewed;
import vn.ansinh.api.problem.Problem;

/**
 * A province with two communes, a few people and two programs, in which anything may happen in any order between June and
 * December 2026. It uses the services as officials do, and knows nothing of what should come out.
 */
final class SmallWorld {

    static final String[] BIRTHS = {"1990-01-01", "1966-08-20", "1950-01-01"};
    static final String[] PROGRAMS = {"mot", "hai"};
    static final YearMonth FIRST_CYCLE = YearMonth.of(2026, 6);
    private static final String[] METHODS = {"TM-DCT", "BD"};

    private final Office office;
    private final SmallTreasury treasury;
    private final SmallLaw law;
    private final long province;
    private final long[] communes;
    private final List<Long> people = new ArrayList<>();
    private final Map<String, List<Reviewed>> reviewed = new HashMap<>();
    private final Map<String, Integer> done = new TreeMap<>();
    private LocalDate today = LocalDate.of(2026, 6, 20);

    SmallWorld(Office office, int persons) {
        this.office = office;
        long[] units = office.country.addProvince(2);
        office.country.store(office.database.transactions());
        province = units[0];
        communes = new long[] {units[1], units[2]};
        treasury = new SmallTreasury(office, province);
        law = new SmallLaw(office);
        office.turnTo(today);
        for (int i = 0; i < persons; i++) {
            long person = office.person("Người " + i, BIRTHS[i % BIRTHS.length], communes[i % 2]);
            people.add(person);
            office.fact(person, "muc-do", i % 2 == 0 ? "nang" : "nhe", "2026-04-15");
            open(person, i % 3 == 2 ? "CT" : "KT", communes[i % 2], "2026-06");
        }
    }

    List<Long> people() {
        return people;
    }

    long[] communes() {
        return communes;
    }

    LocalDate today() {
        return today;
    }

    /** What happened how often. */
    Map<String, Integer> done() {
        return done;
    }

    /** Lets a step happen; what is refused by a sentence does not. */
    void happen(Step step) {
        try {
            switch (step.act()) {
                case RUN -> run(step);
                case CLOSE -> close(step);
                case RUN_AND_CLOSE -> {
                    run(step);
                    close(step);
                }
                case PAID_OUT -> paidOut(step);
                case CRASHED_RUN -> crashed(() -> run(step));
                case CRASHED_CLOSE -> crashed(() -> close(step));
                case ANNUL, ORDER, RESULT -> money(step);
                case DECIDE, WAIVE, WITHDRAW -> treasury.recover(step, people, today);
                case OPEN, END, SUSPEND, RESUME, MOVE, PAY -> right(step);
                default -> life(step);
            }
            count(step.act().name());
        } catch (Problem refused) {
            count(step.act() + " refused: " + refused.code());
        }
    }

    private void count(String what) {
        done.merge(what, 1, Integer::sum);
    }

    private void life(Step step) {
        long person = people.get(step.person() % people.size());
        String day = step.at() + "-15";
        switch (step.act()) {
            case DEGREE -> {
                office.execute("update ansinh.fact set retracted_at = now() where key = 'muc-do' and subject_id = "
                        + person + " and retracted_at is null and valid_from >= '" + day + "'");
                office.execute("update ansinh.fact set valid_to = '" + day + "' where key = 'muc-do' and subject_id = "
                        + person + " and retracted_at is null and (valid_to is null or valid_to > '" + day + "')");
                office.fact(person, "muc-do", step.choice() % 2 == 0 ? "nang" : "nhe", day);
            }
            case HOME -> {
                office.fact(person, "trong-co-so", "co", day);
                office.execute("update ansinh.fact set valid_to = valid_from + interval '" + (1 + step.choice() % 3)
                        + " months' where key = 'trong-co-so' and valid_to is null and subject_id = " + person);
            }
            case RETRACT ->
                office.execute("update ansinh.fact set retracted_at = now() where id = (select max(id) from"
                        + " ansinh.fact where retracted_at is null and subject_id = " + person + ")");
            case DEATH -> office.died(person, day);
            case NO_DEATH -> office.execute("update ansinh.person set deceased_on = null where id = " + person);
            case BORN ->
                office.execute("update ansinh.person set birth_date = '" + BIRTHS[step.choice() % BIRTHS.length]
                        + "' where id = " + person);
            case DECREE -> law.decree(step, today);
            case LATER -> {
                LocalDate later = today.plusDays(3 + 8L * step.choice());
                today = later.isAfter(LocalDate.of(2026, 11, 28)) ? today : later;
                office.turnTo(today);
            }
            default -> throw new IllegalStateException(step.toString());
        }
    }

    private void open(long person, String benefit, long commune, String from) {
        office.open(benefit.equals("CT") ? "hai" : "mot", person, benefit, commune, from, null);
    }

    private void right(Step step) {
        long person = people.get(step.person() % people.size());
        long commune = communes[step.place() % 2];
        if (step.act() == Step.Act.RESUME) {
            resume(step);
            return;
        }
        if (step.act() == Step.Act.OPEN) {
            open(person, step.benefit(), commune, step.at().toString());
            return;
        }
        List<Entitlement> rights = office.asSystem(() -> office.entitlements.ofPerson(person));
        if (rights.isEmpty()) {
            return;
        }
        long id = rights.get(step.choice() % rights.size()).id();
        act(step, id, commune);
    }

    /** The next person whose payment is suspended. */
    private void resume(Step step) {
        for (int i = 0; i < people.size(); i++) {
            long person = people.get((step.person() + i) % people.size());
            for (Entitlement right : office.asSystem(() -> office.entitlements.ofPerson(person))) {
                List<Suspension> suspended = office.asSystem(() -> office.entitlements.suspensions(right.id()));
                if (!suspended.isEmpty() && suspended.get(0).to() == null) {
                    office.decide(
                            paper -> office.entitlements.resume(right.id(), step.at(), step.choice() % 2 == 0, paper),
                            "T03");
                    return;
                }
            }
        }
    }

    private void act(Step step, long id, long commune) {
        switch (step.act()) {
            case END -> office.decide(paper -> office.entitlements.end(id, step.at(), paper), "G03");
            case SUSPEND -> office.decide(paper -> office.entitlements.suspend(id, step.at(), paper), "G09");
            case RESUME ->
                office.decide(paper -> office.entitlements.resume(id, step.at(), step.place() % 2 == 0, paper), "T03");
            case MOVE -> office.decide(paper -> office.entitlements.move(id, commune, step.at(), paper), "T02");
            default ->
                office.decide(
                        paper -> office.entitlements.changePayment(
                                id,
                                new PaymentDetails(
                                        METHODS[step.place() % METHODS.length], null, null, null, null, PayeeRole.SELF),
                                paper),
                        "D03");
        }
    }

    /** The month after the latest closed one of the commune, or of the first of both. */
    private YearMonth next(String program, long commune) {
        YearMonth closed = latestClosed(program, commune);
        return closed == null ? FIRST_CYCLE : closed.plusMonths(1);
    }

    private YearMonth latestClosed(String program, long commune) {
        return office.database.transactions().call(connection -> {
            try (var select = connection.prepareStatement(
                    "select closed_through from ansinh.payroll_commune where program = ? and unit_id = ?")) {
                select.setString(1, program);
                select.setLong(2, commune);
                try (var row = select.executeQuery()) {
                    return row.next() ? EntitlementRows.month(row, 1) : null;
                }
            }
        });
    }

    private long unit(Step step) {
        return step.place() % 3 == 2 ? province : communes[step.place() % 3];
    }

    private void run(Step step) {
        long unit = unit(step);
        YearMonth month = next(step.program(), unit == province ? communes[0] : unit);
        run(step.program(), unit, step.month() % 4 == 0 ? month.plusMonths(1) : month);
    }

    private void run(String program, long unit, YearMonth month) {
        office.run(Office.official("lap", unit), program, unit, month.toString());
        for (Payroll payroll : office.asSystem(() -> office.payrolls.payrolls(program, unit, month))) {
            if (payroll.state() == PayrollState.DRAFT) {
                reviewed.computeIfAbsent(program + payroll.unitId(), key -> new ArrayList<>())
                        .add(new Reviewed(payroll.id(), payroll.runId()));
            }
        }
    }

    /** Days on which law was read for what a step may close. */
    Set<LocalDate> lawDays(Step step) {
        Set<LocalDate> days = new TreeSet<>(Set.of(today));
        for (Reviewed one : lastReviewed(step)) {
            office.asSystem(() -> office.payrolls.byId(one.payrollId())).ifPresent(payroll -> days.add(payroll.asOf()));
        }
        return days;
    }

    private List<Reviewed> lastReviewed(Step step) {
        List<Reviewed> together = new ArrayList<>();
        for (long commune : unit(step) == province ? communes : new long[] {unit(step)}) {
            List<Reviewed> seen = reviewed.getOrDefault(step.program() + commune, List.of());
            if (!seen.isEmpty()) {
                together.add(seen.get(seen.size() - 1));
            }
        }
        return together;
    }

    private void close(Step step) {
        List<Reviewed> together = lastReviewed(step);
        if (!together.isEmpty() && !isClosed(together)) {
            office.as(Office.official("chot", province), () -> office.payrolls.close(together));
        }
    }

    private boolean isClosed(List<Reviewed> all) {
        return all.stream()
                .allMatch(one -> office.asSystem(() -> office.payrolls.byId(one.payrollId()))
                        .filter(payroll -> payroll.state() == PayrollState.CLOSED)
                        .isPresent());
    }

    /** The power fails after the last word was written and before it was committed. */
    private void crashed(Runnable work) {
        PowerCut cut = new PowerCut();
        Map<String, List<Reviewed>> before = new HashMap<>();
        reviewed.forEach((key, list) -> before.put(key, new ArrayList<>(list)));
        try {
            office.database.transactions().run(connection -> {
                work.run();
                throw cut;
            });
        } catch (PowerCut gone) {
            reviewed.clear();
            reviewed.putAll(before);
        }
    }

    private static final class PowerCut extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private void money(Step step) {
        Caller lan = Office.official("lan", province);
        switch (step.act()) {
            case ANNUL -> {
                long commune = communes[step.place() % 2];
                YearMonth month = latestClosed(step.program(), commune);
                if (month != null) {
                    long id = office.asSystem(() -> office.payrolls.payrolls(step.program(), commune, month))
                            .get(0)
                            .id();
                    office.as(lan, () -> {
                        office.payrolls.annul(id, "Lập sai");
                        return null;
                    });
                }
            }
            case ORDER -> {
                long unit = unit(step);
                YearMonth month = latestClosed(step.program(), unit == province ? communes[0] : unit);
                if (month != null) {
                    treasury.order(step, unit, month);
                }
            }
            default -> treasury.result(step, today);
        }
    }

    private void paidOut(Step step) {
        run(step);
        close(step);
        long unit = unit(step);
        YearMonth month = latestClosed(step.program(), unit == province ? communes[0] : unit);
        if (month != null) {
            treasury.payOut(step.program(), unit, month, today);
        }
    }

    /** Everything comes to rest: all communes draft and close two more months, nothing happens in between. @return the last */
    YearMonth rest() {
        YearMonth month = FIRST_CYCLE;
        for (String program : PROGRAMS) {
            for (long commune : communes) {
                YearMonth next = next(program, commune);
                month = next.isAfter(month) ? next : month;
            }
        }
        if (month.plusMonths(1).isAfter(YearMonth.from(today).plusMonths(2))) {
            today = month.minusMonths(1).atDay(28);
            office.turnTo(today);
        }
        for (YearMonth last : List.of(month, month.plusMonths(1))) {
            for (String program : PROGRAMS) {
                for (long commune : communes) {
                    draftLeftBehind(program, commune, last);
                }
                run(program, province, last);
                List<Reviewed> drafts = new ArrayList<>();
                for (Payroll payroll : office.asSystem(() -> office.payrolls.payrolls(program, province, last))) {
                    drafts.add(new Reviewed(payroll.id(), payroll.runId()));
                }
                if (!drafts.isEmpty()) {
                    office.as(Office.official("chot", province), () -> office.payrolls.close(drafts));
                }
            }
        }
        return month.plusMonths(1);
    }

    /** Drafts of earlier months stand in the way: they are drafted anew and closed first. */
    private void draftLeftBehind(String program, long commune, YearMonth last) {
        for (YearMonth month = FIRST_CYCLE; month.isBefore(last); month = month.plusMonths(1)) {
            YearMonth earlier = month;
            for (Payroll payroll : office.asSystem(() -> office.payrolls.payrolls(program, commune, earlier))) {
                if (payroll.state() == PayrollState.DRAFT) {
                    run(program, commune, earlier);
                    Payroll anew = office.asSystem(() -> office.payrolls.byId(payroll.id()))
                            .orElseThrow();
                    office.as(
                            Office.official("chot", province),
                            () -> office.payrolls.close(List.of(new Reviewed(anew.id(), anew.runId()))));
                }
            }
        }
    }
}
