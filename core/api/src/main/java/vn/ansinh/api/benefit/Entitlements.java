package vn.ansinh.api.benefit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * Entitlements, and the events that made them what they are: open, change, suspend, resume, end, each by a decision.
 * Scoped to the caller's subtree.
 */
public interface Entitlements {

    /** An entitlement in the caller's subtree. */
    Optional<Entitlement> byId(long id);

    /** All of a person's, across programs, latest first. */
    List<Entitlement> ofPerson(long personId);

    /**
     * Opens each draft in one go. One that equals an entitlement (person, benefit, first month) changes nothing, also when
     * that one has ended since; one whose person holds the benefit from another month on is refused and named in the
     * result.
     *
     * @return one result per draft, in order
     */
    List<Opened> openAll(List<EntitlementDraft> drafts);

    /**
     * Ends an entitlement.
     *
     * @param last last month still paid: by NĐ 20/2021 Điều 8 khoản 2 the month of death or of losing the condition
     * @param reason code of list {@code ly-do-tang-giam}
     */
    void end(long id, YearMonth last, String reason, String decisionNumber, LocalDate decisionDate);

    /** One page of a program's beneficiaries below a unit, ordered by given name. */
    BeneficiaryPage beneficiaries(BeneficiaryQuery query);

    /** How many beneficiaries {@link #beneficiaries} would yield in all, stopping at {@code limit}. */
    int count(BeneficiaryQuery query, int limit);

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
     * @param month running in that month, {@code null} for any
     * @param cursor where the last page ended, {@code null} for the first
     */
    record BeneficiaryQuery(
            String program, long unitId, String text, String benefit, YearMonth month, String cursor, int limit) {}

    /** An entitlement with its person. */
    record Beneficiary(Entitlement entitlement, vn.ansinh.api.identity.Person person) {}

    /** @param next cursor of the following page, {@code null} on the last */
    record BeneficiaryPage(List<Beneficiary> rows, String next) {}
}
