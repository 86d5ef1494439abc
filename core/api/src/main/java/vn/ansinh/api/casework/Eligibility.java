package vn.ansinh.api.casework;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** Which benefits apply to a person and why others do not, from the policy packs and what is known; nothing is kept. */
public interface Eligibility {

    /**
     * @param personId in the caller's subtree
     * @param procedure id and version tell which benefits are asked about
     * @param answers values by fact key that stand in for what is recorded
     * @param day on which law is read
     * @return those that apply first, the highest first; then those that do not. Needs {@code case.receive} or
     *     {@code case.process}
     */
    List<Verdict> of(long personId, Procedure procedure, Map<String, List<String>> answers, LocalDate day);

    /** What the facts already say for the questions of a procedure: value by key, with its source and first day. */
    Map<String, List<Known>> known(long personId, Procedure procedure, LocalDate day);

    /**
     * @param amount đồng a month or once, 0 when it does not apply
     * @param from first month
     * @param words base × coefficient, or why not, in Vietnamese
     * @param clause of law
     * @param provisional whether the amount rests on a value that nobody has confirmed
     */
    record Verdict(
            String benefit,
            String name,
            boolean applies,
            long amount,
            YearMonth from,
            String words,
            String clause,
            boolean provisional) {}

    /** @param source as recorded */
    record Known(String value, LocalDate from, String source) {}
}
