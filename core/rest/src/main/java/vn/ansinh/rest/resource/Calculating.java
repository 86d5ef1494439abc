package vn.ansinh.rest.resource;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.api.policy.Claim;
import vn.ansinh.api.policy.PersonFacts;
import vn.ansinh.api.policy.Policies;
import vn.ansinh.api.policy.Question;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.rest.resource.CalculationRequest.Claimed;
import vn.ansinh.rest.resource.CalculationRequest.Described;
import vn.ansinh.rest.resource.CalculationRequest.Months;
import vn.ansinh.rest.resource.CalculationRequest.Stated;

/** Puts what an integrator asks to the calculator. */
public final class Calculating {

    /** Nobody in the registry: the person is only described. */
    private static final Subject NOBODY = Subject.person(0);

    private final UnitCodes units;
    private final Policies policies;
    private final Facts facts;
    private final Today today;

    /** @param facts know which keys are declared */
    public Calculating(UnitCodes units, Policies policies, Facts facts, Today today) {
        this.units = units;
        this.policies = policies;
        this.facts = facts;
        this.today = today;
    }

    List<CalculatedBenefit> answer(CalculationRequest request) {
        LocalDate asOf = today.or(request.asOf());
        YearMonth current = YearMonth.from(today.or(null));
        Months months = request.months();
        YearMonth from = months == null || months.from() == null ? current : months.from();
        YearMonth to = months == null || months.to() == null ? from : months.to();
        long unit = request.unit() == null || request.unit().isBlank() ? Claim.NOWHERE : units.id(request.unit());
        Question question = new Question(
                unit,
                person(Required.parameter("person", request.person())),
                claims(request.claims(), unit, from),
                from,
                to,
                asOf);
        return policies.evaluate(question).outcomes().stream()
                .map(CalculatedBenefit::of)
                .toList();
    }

    private PersonFacts person(Described person) {
        LocalDate born = Required.parameter("person.born", person.born());
        List<Fact> stated = new ArrayList<>();
        for (Stated each : person.facts() == null ? List.<Stated>of() : person.facts()) {
            String key = Required.parameter("person.facts.key", each.key());
            String value = Required.parameter("person.facts.value", each.value());
            FactKey declared = facts.key(key)
                    .orElseThrow(() ->
                            Problem.invalid("AS-FACT-KEY", "Chưa có chương trình nào khai báo sự kiện «" + key + "»."));
            if (!declared.allows(value)) {
                throw Problem.invalid("AS-FACT-VALUE", "Sự kiện «" + key + "» không có giá trị «" + value + "».");
            }
            stated.add(new Fact(NOBODY, key, value, each.from() == null ? born : each.from(), each.to(), "tinh-thu"));
        }
        return new PersonFacts(born, person.died(), stated);
    }

    private static List<Claim> claims(List<Claimed> claimed, long unit, YearMonth from) {
        List<Claim> claims = new ArrayList<>();
        for (Claimed each : claimed == null ? List.<Claimed>of() : claimed) {
            claims.add(new Claim(
                    claims.size() + 1L,
                    Required.parameter("claims.benefit", each.benefit()),
                    each.from() == null ? from : each.from(),
                    each.to(),
                    unit));
        }
        return claims;
    }
}
