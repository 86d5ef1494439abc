package vn.ansinh.api.benefit;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.codelist.CodeLists.Entry;

/**
 * Entitlements, and the events that made them what they are: open, change, suspend, resume, end, each by a decision.
 * Scoped to the caller's subtree.
 */
public interface Entitlements {

    /** An entitlement in the caller's subtree. */
    Optional<Entitlement> byId(long id);

    /** All of a person's, across programs, latest first. */
    List<Entitlement> ofPerson(long personId);

    /** The accounts that a person's rights were paid to, those in use first, then the latest. */
    List<PaidAccount> accountsOf(long personId);

    /**
     * Opens each draft in one go. One that equals an entitlement (person, benefit, first month) changes nothing, also when
     * that one has ended since; one whose person holds the benefit from another month on is refused and named in the
     * result.
     *
     * @return one result per draft, in order
     */
    List<Opened> openAll(List<EntitlementDraft> drafts);

    /**
     * Stops payment for a time: months from {@code from} on are worth nothing until {@link #resume}. What was paid for them
     * already comes back as a difference. Saying the same again changes nothing.
     *
     * @param decision its reason is one of {@link #reasons}{@code (SUSPEND)} (TT 02/2021/TT-BLĐTBXH Điều 2 khoản 3)
     * @throws vn.ansinh.api.problem.Problem CONFLICT when it has ended before {@code from} or is suspended already, INVALID
     *     when {@code from} lies before the first month of the right
     */
    void suspend(long id, YearMonth from, Decision decision);

    /**
     * Pays again from {@code from} on: one that is suspended, or one that has ended before {@code from}, whose end is taken back (a
     * death that was another's).
     *
     * @param from may lie in the past: its months come as arrears
     * @param payBack whether the months before {@code from} that were suspended, or after the end, are paid after all
     * @throws vn.ansinh.api.problem.Problem CONFLICT when it is neither suspended nor over, or its person has held the benefit by
     *     another right since, INVALID when {@code from} lies before the suspension
     */
    void resume(long id, YearMonth from, boolean payBack, Decision decision);

    /**
     * Ends an entitlement. One that has ended may be given an earlier end (a death reported late), never a later one.
     *
     * @param last last month still paid: by NĐ 20/2021 Điều 8 khoản 2 the month of death or of losing the condition; the
     *     month before the first one for a right that should never have been opened
     */
    void end(long id, YearMonth last, Decision decision);

    /**
     * Pays in another way or to somebody else, from the next draft on.
     *
     * @param decision number and date may be {@code null}: where one's money is paid is one's own wish
     */
    void changePayment(long id, PaymentDetails payment, Decision decision);

    /**
     * Another commune pays, from the next draft on; with it goes what the old one has not paid. Both communes lie in the
     * caller's subtree; between provinces the right ends here and is opened there.
     *
     * @param from first month the new commune answers for, as the decision says
     */
    void move(long id, long unitId, YearMonth from, Decision decision);

    /** What happened to an entitlement in the caller's subtree, latest first. */
    List<EntitlementEvent> events(long id);

    /** When payment is or was stopped, latest first; what was paid back is not among it. */
    List<Suspension> suspensions(long id);

    /** Reasons of list {@code ly-do-tang-giam} that an event of a kind may have, in the list's order. */
    List<Entry> reasons(EntitlementEvent.Kind kind);

    /** One page of a program's beneficiaries below a unit, ordered by given name. */
    BeneficiaryPage beneficiaries(BeneficiaryQuery query);

    /** How many beneficiaries {@link #beneficiaries} would yield in all, stopping at {@code limit}. */
    int count(BeneficiaryQuery query, int limit);

    /** @param to last month, {@code null} while it lasts @param reason code of list {@code ly-do-tang-giam} */
    record Suspension(YearMonth from, YearMonth to, String reason) {}

    /** What became of a draft. */
    record Opened(long entitlementId, Outcome outcome) {
        /** What became of it. */
        public enum Outcome {
            OPENED,
            UNCHANGED,
            CONFLICT
        }
    }

    /**
     * @param text name or number, blank for all
     * @param benefit code, {@code null} for all
     * @param month running in that month, {@code null} for any; of a past month the units are those that paid then, and
     *     people come with where they lived on its last day
     * @param cursor where the last page ended, {@code null} for the first
     */
    record BeneficiaryQuery(
            String program, long unitId, String text, String benefit, YearMonth month, String cursor, int limit) {}

    /** An entitlement with its person. */
    record Beneficiary(Entitlement entitlement, vn.ansinh.api.identity.Person person) {}

    /** @param next cursor of the following page, {@code null} on the last */
    record BeneficiaryPage(List<Beneficiary> rows, String next) {}

    /**
     * An account that a right was paid to.
     *
     * @param number whole, for whoever may see it: {@link vn.ansinh.api.identity.NumberSight}
     * @param payeeName whose it is when not the beneficiary's own, or {@code null}
     * @param to when another way of paying took its place; {@code null} while it is used
     */
    record PaidAccount(String number, String bank, String payeeName, Instant from, Instant to) {}
}
