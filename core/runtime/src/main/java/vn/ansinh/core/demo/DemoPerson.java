package vn.ansinh.core.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.api.identity.PersonDraft;

/**
 * An invented beneficiary, as a registry or a list would have them.
 *
 * @param draft the person
 * @param communeCode code of the commune they live in
 * @param program whose beneficiary they are
 * @param category as a list would name it
 * @param from first month of the right
 * @param paidThrough last month paid before, {@code null} for who is new
 * @param facts what is so about them
 * @param rights what they get, their own first
 */
public record DemoPerson(
        PersonDraft draft,
        String communeCode,
        String program,
        String category,
        YearMonth from,
        YearMonth paidThrough,
        String decisionNumber,
        LocalDate decisionDate,
        List<State> facts,
        List<Right> rights) {

    public DemoPerson {
        facts = List.copyOf(facts);
        rights = List.copyOf(rights);
    }

    /** The only or first value of a fact. */
    public Optional<String> fact(String key) {
        return facts.stream()
                .filter(fact -> fact.key().equals(key))
                .map(State::value)
                .findFirst();
    }

    /** @param from first day */
    public record State(String key, String value, LocalDate from) {}

    /** @param payment how and to whom it is paid */
    public record Right(String benefit, PaymentDetails payment) {}
}
