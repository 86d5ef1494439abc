package vn.ansinh.core.casework.eligibility;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.benefit.Entitlement;
import vn.ansinh.api.benefit.Entitlements;
import vn.ansinh.api.casework.CasePermissions;
import vn.ansinh.api.casework.Eligibility;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.casework.Procedure.Effect;
import vn.ansinh.api.casework.Procedure.FactQuestion;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.identity.PersonRegistry;
import vn.ansinh.api.policy.Benefit;
import vn.ansinh.api.policy.Cadence;
import vn.ansinh.api.policy.Claim;
import vn.ansinh.api.policy.Discretion;
import vn.ansinh.api.policy.Evaluation.Period;
import vn.ansinh.api.policy.PersonFacts;
import vn.ansinh.api.policy.Policies;
import vn.ansinh.api.policy.Question;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Vietnamese;

/**
 * {@link Eligibility} over the policy packs in force. Each benefit is looked at by itself, so that one who chooses sees what each is
 * worth; that only the highest of several is paid is settled when a right is decided. Looking at a person is one read in the audit.
 */
public final class PolicyEligibility implements Eligibility {

    private final Access access;
    private final PersonRegistry people;
    private final Facts facts;
    private final Entitlements entitlements;
    private final Policies policies;
    private final Discretion discretion;

    public PolicyEligibility(
            Access access, PersonRegistry people, Facts facts, Entitlements entitlements, Policies policies) {
        this.access = access;
        this.people = people;
        this.facts = facts;
        this.entitlements = entitlements;
        this.policies = policies;
        this.discretion = new Discretion(access, policies);
    }

    @Override
    public List<Verdict> of(long personId, Procedure procedure, Map<String, List<String>> answers, LocalDate day) {
        require(procedure);
        Person person = person(personId);
        Map<String, FactKey> keys = facts.keys();
        answers.forEach((key, values) -> check(procedure, keys, key, values));
        LocalDate died = person.deceasedOn();
        if (procedure.effect() == Effect.ONCE && died == null) {
            // asked for before the register of deaths told: worth what it is worth on the day it is asked for
            died = day;
        }
        PersonFacts told = new PersonFacts(person.birth().date(), died, told(personId, answers, day));
        Map<String, YearMonth> held = procedure.effect() == Effect.OPEN ? held(personId, day) : Map.of();
        List<Verdict> verdicts = new ArrayList<>();
        for (Benefit benefit : benefits(procedure)) {
            if (discretion.hides(benefit.code())) {
                verdicts.add(new Verdict(
                        benefit.code(),
                        discretion.name(benefit.code()),
                        false,
                        0,
                        null,
                        "Do người được xem thông tin nhạy cảm xem xét.",
                        "",
                        false));
            } else if (held.containsKey(benefit.code())) {
                verdicts.add(no(benefit, "Đang hưởng từ tháng " + Vietnamese.month(held.get(benefit.code())) + "."));
            } else {
                verdicts.add(
                        verdict(benefit, told, person.unitId(), day, unanswered(procedure, benefit, told, keys, day)));
            }
        }
        // stable: the pack's order among equals
        verdicts.sort(Comparator.comparing((Verdict verdict) -> !verdict.applies())
                .thenComparing(Verdict::amount, Comparator.reverseOrder()));
        return verdicts;
    }

    @Override
    public Map<String, List<Known>> known(long personId, Procedure procedure, LocalDate day) {
        Caller caller = require(procedure);
        person(personId);
        Map<String, FactKey> keys = facts.keys();
        Map<String, List<Known>> known = new LinkedHashMap<>();
        Set<String> asked =
                procedure.questions().stream().map(FactQuestion::key).collect(Collectors.toSet());
        for (Fact fact : recorded(personId)) {
            FactKey key = keys.get(fact.key());
            boolean shown = key != null && (!key.sensitive() || caller.may(Permissions.FACT_SENSITIVE));
            if (shown && asked.contains(fact.key()) && fact.holdsOn(day)) {
                known.computeIfAbsent(fact.key(), each -> new ArrayList<>())
                        .add(new Known(fact.value(), fact.from(), fact.source()));
            }
        }
        return known;
    }

    private Caller require(Procedure procedure) {
        Caller caller = access.require();
        if (!caller.may(CasePermissions.RECEIVE)) {
            access.require(CasePermissions.PROCESS);
        }
        caller.requireProgram(procedure.program());
        return caller;
    }

    private Person person(long id) {
        return people.byId(id)
                .orElseThrow(() -> Problem.notFound(
                        "AS-PERSON-UNKNOWN", "Không có người này, hoặc người đó không thuộc địa bàn được giao."));
    }

    private static void check(Procedure procedure, Map<String, FactKey> keys, String asked, List<String> values) {
        FactKey key = keys.get(asked);
        if (key == null) {
            throw UnknownAnswer.of(procedure, keys.keySet(), asked);
        }
        if (!key.many() && values.size() > 1 || !values.stream().allMatch(key::allows)) {
            throw Problem.invalid(
                    "AS-FACT-VALUE", "Giá trị của «" + key.label() + "» không đúng. Vui lòng nhập lại theo danh mục.");
        }
    }

    private List<Benefit> benefits(Procedure procedure) {
        if (procedure.benefits().isEmpty()) {
            return policies.benefits(procedure.program());
        }
        return procedure.benefits().stream()
                .map(policies::benefit)
                .flatMap(Optional::stream)
                .toList();
    }

    /** What is recorded, with what is answered in its place: from the first day of the month, so that it counts for all of it. */
    private List<Fact> told(long personId, Map<String, List<String>> answers, LocalDate day) {
        List<Fact> told = new ArrayList<>();
        recorded(personId).stream()
                .filter(fact -> !answers.containsKey(fact.key()))
                .forEach(told::add);
        Subject subject = Subject.person(personId);
        answers.forEach((key, values) ->
                values.forEach(value -> told.add(new Fact(subject, key, value, day.withDayOfMonth(1), null, "ho-so"))));
        return told;
    }

    /** All that is recorded: law looks at everything, whoever asks; what the caller may see of it is asked where it is shown. */
    private List<Fact> recorded(long personId) {
        return everything(() -> facts.of(Subject.person(personId)));
    }

    private Map<String, YearMonth> held(long personId, LocalDate day) {
        YearMonth month = YearMonth.from(day);
        return everything(() -> entitlements.ofPerson(personId)).stream()
                .filter(right -> right.to() == null || !right.to().isBefore(month))
                .collect(Collectors.toMap(Entitlement::benefit, Entitlement::from, (first, second) -> first));
    }

    /** What must be known before anybody can say that a benefit applies: law takes some of it for granted once it was decided. */
    private static String unanswered(
            Procedure procedure, Benefit benefit, PersonFacts told, Map<String, FactKey> keys, LocalDate day) {
        return procedure.questions().stream()
                .filter(question -> question.required()
                        && (question.benefits().isEmpty() || question.benefits().contains(benefit.code())))
                .map(FactQuestion::key)
                .filter(key ->
                        told.facts().stream().noneMatch(fact -> fact.key().equals(key) && fact.holdsOn(day)))
                .map(key -> keys.containsKey(key) ? keys.get(key).label() : key)
                .collect(Collectors.joining(", "));
    }

    /** @param unanswered labels of what is not known yet, blank for none: said when nothing else stands against the benefit */
    private Verdict verdict(Benefit benefit, PersonFacts person, long unitId, LocalDate day, String unanswered) {
        YearMonth month = YearMonth.from(day);
        YearMonth from = policies.startMonth(benefit.code(), person, day);
        YearMonth looked = benefit.cadence() == Cadence.ONCE && from.isBefore(month) ? from : month;
        List<Period> periods = policies.evaluate(new Question(
                        unitId, person, List.of(new Claim(1, benefit.code(), from, null, unitId)), looked, month, day))
                .outcomes()
                .get(0)
                .periods();
        Period worth = periods.stream()
                .filter(period -> period.due().reason() == null)
                .reduce((first, later) -> later)
                .orElse(null);
        if (worth == null) {
            return no(benefit, periods.get(periods.size() - 1).due().reason());
        }
        if (benefit.cadence() == Cadence.MONTH) {
            // a month is paid as a whole; who applies has the age on the day
            Optional<String> against = policies.whyNot(benefit.code(), unitId, person, day);
            if (against.isPresent()) {
                return no(benefit, against.get());
            }
        }
        if (!unanswered.isEmpty()) {
            return no(benefit, "Chưa có thông tin: " + unanswered + ".");
        }
        return new Verdict(
                benefit.code(),
                benefit.name(),
                true,
                worth.due().amount(),
                from,
                VerdictWords.formula(worth.due()),
                VerdictWords.clause(worth.due(), benefit),
                VerdictWords.isProvisional(worth));
    }

    private static Verdict no(Benefit benefit, String words) {
        return new Verdict(benefit.code(), benefit.name(), false, 0, null, words, benefit.clause(), false);
    }

    private <T> T everything(Callable<T> reading) {
        try {
            return access.callAs(Caller.SYSTEM, reading);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
