package vn.ansinh.api.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** The policy packs in force, and what they say. */
public interface Policies {

    /** Benefits of a program, in the pack's order. */
    List<Benefit> benefits(String program);

    /** A benefit by code, whichever program's. */
    Optional<Benefit> benefit(String code);

    /** Whether to hold a benefit reveals health, HIV or abuse; a benefit that no pack knows any more may have done so. */
    boolean isSensitive(String benefit);

    /**
     * What each claim is worth in each month of the range, as law stood on {@code asOf}: a value that counts from an earlier
     * month but was not yet in force on that day is not applied. Groups of which only the highest is paid are settled across
     * all of {@code claims}. A pure function; touches no database.
     *
     * @return one element per claim and month, claims in the given order within each month
     */
    List<Due> due(PersonFacts person, List<Claim> claims, YearMonth from, YearMonth to, LocalDate asOf);

    /**
     * What a described person would get: every claim over the months, alike months joined, and why not where nothing is due.
     * Needs a signed-in account.
     *
     * @throws vn.ansinh.api.problem.Problem INVALID when the months are out of order or more than 600
     */
    Evaluation evaluate(Question question);

    /**
     * First month of a right that a decision opens, as the benefit's pack tells: the month of the decision, that in which the
     * person reached the age, or that of an event such as the certificate of disability (NĐ 20/2021 Điều 8 khoản 1 điểm đ).
     *
     * @param benefit its code
     * @return never after the month of the decision; that month for a benefit nobody knows, or when what decides is not known
     */
    YearMonth startMonth(String benefit, PersonFacts person, LocalDate decisionDate);

    /**
     * Why a person does not have a benefit on one very day. A month in which a condition begins or ends is paid as a whole (NĐ
     * 20/2021 Điều 8 khoản 1, 2); who applies on a day has the age and the conditions on that day, or has them not.
     *
     * @param benefit its code
     * @param unitId commune that would pay
     * @param day also that on which law is read
     * @return a sentence in Vietnamese, empty when the person has the benefit
     */
    Optional<String> whyNot(String benefit, long unitId, PersonFacts person, LocalDate day);

    /**
     * What stands against a right before it is approved: which benefit would give way to which, from when, by which clause.
     *
     * @param claims what the person holds, in all programs
     * @param proposed what is to be approved
     * @param asOf day on which law is read; conflicts are looked for from the proposal's first month to the month of this day
     * @return Vietnamese sentences, empty when nothing stands against it
     */
    List<String> conflicts(PersonFacts person, List<Claim> claims, Claim proposed, LocalDate asOf);

    /** Values in use by a program that nobody has read in the Công báo, with their confirmations. */
    List<ProvisionalValue> provisionalValues(String program);

    /**
     * Records that an official read a provisional value in the Công báo. Needs {@code policy.confirm}.
     *
     * @param gazetteReference number and date of the Công báo issue, not blank
     * @throws vn.ansinh.api.problem.Problem INVALID when it is blank, NOT_FOUND when there is no such provisional value;
     *     confirming again changes nothing
     */
    void confirm(PackVersion pack, String valueId, String gazetteReference);

    /**
     * A provisional value and, once somebody confirmed it, by whom and from which Công báo.
     *
     * @param gazetteReference {@code null} until confirmed
     */
    record ProvisionalValue(
            PackVersion pack,
            Citation value,
            String amount,
            String gazetteReference,
            String confirmedBy,
            Instant confirmedAt) {}
}
