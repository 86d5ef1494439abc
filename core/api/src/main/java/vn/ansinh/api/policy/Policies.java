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

    /**
     * What each claim is worth in each month of the range, as law stood on {@code asOf}: a value that counts from an earlier
     * month but was not yet in force on that day is not applied. Groups of which only the highest is paid are settled across
     * all of {@code claims}. A pure function; touches no database.
     *
     * @return one element per claim and month, claims in the given order within each month
     */
    List<Due> due(PersonFacts person, List<Claim> claims, YearMonth from, YearMonth to, LocalDate asOf);

    /** Packs in force, and those that a running bundle brought and that were refused, with the reasons. */
    List<PackState> packs();

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
