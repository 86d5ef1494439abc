package vn.ansinh.core.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.api.casework.Application;
import vn.ansinh.api.casework.Application.Applicant;
import vn.ansinh.api.casework.Application.Particulars;
import vn.ansinh.api.casework.CaseDetail;
import vn.ansinh.api.casework.CaseDetail.Draft;
import vn.ansinh.api.casework.CaseFiles;
import vn.ansinh.api.casework.CaseFiles.At;
import vn.ansinh.api.casework.CaseFiles.Signing;
import vn.ansinh.api.casework.CaseState;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.casework.Procedure.Effect;
import vn.ansinh.api.casework.Procedure.RequiredPaper;
import vn.ansinh.api.casework.Procedures;
import vn.ansinh.api.casework.Step;
import vn.ansinh.api.identity.PersonRegistry;
import vn.ansinh.api.identity.PersonRegistry.Registered;
import vn.ansinh.api.policy.Policies;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.access.DemoAccounts.Staff;

/**
 * Lets invented people apply for what they would be entitled to, and officials work on it until the cases stand everywhere a case can
 * stand. All goes through the services, as the officials themselves would do it, on days that lie behind.
 */
public final class DemoCases {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCases.class);

    /** Days that a posting hangs out here: more than any law asks for. */
    private static final int POSTED = 10;

    private static final int ADULT = 18;
    private static final String PHONE = "0912345678";

    private final Access access;
    private final PersonRegistry registry;
    private final Procedures procedures;
    private final Policies policies;
    private final CaseFiles cases;

    /** How far a case comes. */
    private enum End {
        RECEIVED(Step.Kind.RECEPTION),
        REVIEWED(Step.Kind.REVIEW),
        WAITING(Step.Kind.REVIEW),
        WITHDRAWN(Step.Kind.REVIEW),
        POSTED(Step.Kind.POSTING),
        COMPLAINED(Step.Kind.POSTING),
        APPRAISED(Step.Kind.APPRAISAL),
        REJECTED(Step.Kind.APPRAISAL),
        TO_SIGN(Step.Kind.DECISION),
        SIGNED(Step.Kind.RESULT),
        DONE(Step.Kind.RESULT);

        private final Step.Kind stop;

        End(Step.Kind stop) {
            this.stop = stop;
        }

        /** Those that have to hang out first were received longer ago. */
        private LocalDate received(LocalDate today, int number) {
            LocalDate day = ordinal() <= COMPLAINED.ordinal()
                    ? today.minusDays(2 + number % 5)
                    : today.minusDays(2L * DemoCases.POSTED + number % 8);
            return day.minusDays(weekend(day));
        }
    }

    /** How many days of the weekend have begun. */
    private static int weekend(LocalDate day) {
        return Math.max(0, day.getDayOfWeek().getValue() - DayOfWeek.FRIDAY.getValue());
    }

    /** An application that is not yet one. */
    private record Applying(DemoPerson person, long personId, Procedure procedure) {}

    public DemoCases(
            Access access, PersonRegistry registry, Procedures procedures, Policies policies, CaseFiles cases) {
        this.access = access;
        this.registry = registry;
        this.procedures = procedures;
        this.policies = policies;
        this.cases = cases;
    }

    /** Whether an application of today could be taken at all: procedures are there, and the law of what is applied for. */
    public boolean isReady(Staff staff, LocalDate today) {
        return opening(staff, today).stream()
                .anyMatch(procedure -> !policies.benefits(procedure.program()).isEmpty());
    }

    private List<Procedure> opening(Staff staff, LocalDate today) {
        return as(staff.desk(), () -> procedures.on(today)).stream()
                .filter(procedure -> procedure.effect() == Effect.OPEN)
                .toList();
    }

    /**
     * Makes cases of people who live in the staff's commune.
     *
     * @param people more than are needed: not everybody's benefit is applied for, and not everybody has all that is asked for
     * @return how many there are, at most {@code most}
     */
    public int make(List<DemoPerson> people, int most, Staff staff, LocalDate today) {
        int made = 0;
        for (Applying applying : applying(people, 2 * most, staff, today)) {
            if (made < most && make(applying, End.values()[made % End.values().length], made, staff, today)) {
                made++;
            }
        }
        return made;
    }

    private List<Applying> applying(List<DemoPerson> people, int most, Staff staff, LocalDate today) {
        List<Procedure> opening = opening(staff, today);
        Map<DemoPerson, Procedure> chosen = new LinkedHashMap<>();
        for (DemoPerson person : people) {
            String benefit = person.rights().get(0).benefit();
            opening.stream()
                    .filter(each -> each.program().equals(person.program()))
                    .filter(each -> each.benefits().isEmpty() || each.benefits().contains(benefit))
                    .findFirst()
                    .filter(each -> chosen.size() < most)
                    .ifPresent(each -> chosen.put(person, each));
        }
        List<DemoPerson> order = List.copyOf(chosen.keySet());
        List<Registered> registered = as(
                Caller.SYSTEM,
                () -> registry.registerAll(order.stream().map(DemoPerson::draft).toList()));
        List<Applying> applying = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            if (registered.get(i).created()) {
                applying.add(new Applying(order.get(i), registered.get(i).personId(), chosen.get(order.get(i))));
            }
        }
        return applying;
    }

    /** @return whether there is a case of it now */
    private boolean make(Applying applying, End end, int number, Staff staff, LocalDate today) {
        LocalDate received = end.received(today, number);
        CaseDetail taken;
        try {
            Application application = application(applying, received, staff);
            taken = as(staff.desk(), () -> cases.receive(application, false));
        } catch (Problem problem) {
            LOG.debug("An invented person does not apply: {}", problem.code());
            return false;
        }
        try {
            walk(taken, end, new Walk(staff, today), received);
        } catch (Problem problem) {
            LOG.debug("Case {} stays where it is: {}", taken.file().number(), problem.code());
        }
        return true;
    }

    private static Application application(Applying applying, LocalDate received, Staff staff) {
        DemoPerson person = applying.person();
        Map<String, List<String>> answers = person.facts().stream()
                .collect(Collectors.groupingBy(
                        DemoPerson.State::key,
                        LinkedHashMap::new,
                        Collectors.mapping(fact -> lately(fact, received), Collectors.toList())));
        return new Application(
                applying.procedure().id(),
                applying.personId(),
                staff.desk().unitId(),
                received,
                applicant(person, received),
                person.rights().get(0).benefit(),
                answers,
                applying.procedure().papers().stream()
                        .filter(paper -> isNeeded(paper, person.rights().get(0).benefit(), answers))
                        .map(RequiredPaper::code)
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                person.rights().get(0).payment(),
                Particulars.NONE,
                received.plusDays(20),
                "Tủ 1, ngăn " + (1 + applying.personId() % 5));
    }

    /** Who receives the money for somebody files for them, too: a parent of a child, a child of the old. */
    private static Applicant applicant(DemoPerson person, LocalDate received) {
        PaymentDetails payment = person.rights().get(0).payment();
        if (payment.payeeName() == null) {
            return new Applicant(person.draft().fullName(), null, PHONE);
        }
        boolean child = person.draft().birth().date().getYear() > received.getYear() - ADULT;
        boolean woman = payment.payeeNumber() != null && payment.payeeNumber().charAt(3) % 2 == 1;
        return new Applicant(payment.payeeName(), child ? woman ? "04" : "03" : "08", PHONE);
    }

    /** Papers that everybody may bring are left out where they are not required. */
    private static boolean isNeeded(RequiredPaper paper, String benefit, Map<String, List<String>> answers) {
        return (paper.required() || paper.when() != null) && paper.concerns(benefit, answers);
    }

    /** A certificate is of the days before the application, not of those when an old right began. */
    private static String lately(DemoPerson.State fact, LocalDate received) {
        return fact.value().equals(fact.from().toString())
                ? received.minusDays(12).toString()
                : fact.value();
    }

    /** Who works on the cases, and until when. */
    private record Walk(Staff staff, LocalDate today) {
        LocalDate later(LocalDate day, int days) {
            LocalDate later = day.plusDays(days);
            later = weekend(later) == 0 ? later : later.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            return later.isAfter(today) ? today : later;
        }
    }

    private void walk(CaseDetail taken, End end, Walk walk, LocalDate received) {
        CaseDetail now = taken;
        LocalDate day = received;
        while (now.file().state() == CaseState.OPEN || now.file().state() == CaseState.DECIDED) {
            Step.Kind kind = now.file().stepKind();
            // what must not hang out is not posted
            if (kind == end.stop || kind == Step.Kind.DECISION && end.stop.ordinal() < kind.ordinal()) {
                finish(now, end, walk, day);
                return;
            }
            day = walk.later(day, kind == Step.Kind.POSTING ? POSTED : 1);
            now = onward(now, walk.staff(), day);
        }
    }

    private CaseDetail onward(CaseDetail now, Staff staff, LocalDate day) {
        return switch (now.file().stepKind()) {
            case RECEPTION -> as(staff.desk(), () -> cases.forward(at(now, day), ""));
            case APPRAISAL -> drafted(now, Draft.Outcome.GRANT, "", staff, day);
            case DECISION -> signed(now, staff, day);
            default -> as(staff.official(), () -> cases.forward(at(now, day), ""));
        };
    }

    private CaseDetail drafted(CaseDetail now, Draft.Outcome outcome, String reason, Staff staff, LocalDate day) {
        CaseDetail drafted = as(staff.official(), () -> cases.draft(at(now, day), outcome, null, reason, true));
        return as(staff.official(), () -> cases.forward(at(drafted, day), ""));
    }

    private CaseDetail signed(CaseDetail now, Staff staff, LocalDate day) {
        return as(
                staff.leader(),
                () -> cases.sign(at(now, day), new Signing(staff.leader().fullName(), "CHỦ TỊCH", null, 0)));
    }

    private void finish(CaseDetail now, End end, Walk walk, LocalDate day) {
        Staff staff = walk.staff();
        LocalDate next = walk.later(day, 1);
        switch (end) {
            case WAITING ->
                as(
                        staff.official(),
                        () -> cases.askSupplement(
                                at(now, next),
                                "Bản sao giấy tờ chứng minh còn mờ.",
                                walk.today().plusDays(7)));
            case WITHDRAWN ->
                as(staff.desk(), () -> cases.withdraw(at(now, next), "Công dân đề nghị rút để bổ sung giấy tờ."));
            case COMPLAINED ->
                as(
                        staff.official(),
                        () -> cases.complain(at(now, next), "Phạm Văn Láng Giềng", "Gia đình có thu nhập ổn định."));
            case REJECTED ->
                signed(drafted(now, Draft.Outcome.REJECT, "Không thuộc đối tượng hưởng.", staff, next), staff, next);
            case DONE -> as(staff.desk(), () -> cases.giveResult(at(now, next), "Người nộp hồ sơ"));
            default -> {
                // stands where it was to stand
            }
        }
    }

    private static At at(CaseDetail seen, LocalDate day) {
        return new At(seen.file().id(), seen.file().revision(), day);
    }

    private <T> T as(Caller caller, Callable<T> work) {
        try {
            return access.callAs(caller, work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
