package vn.ansinh.btxh.imports;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.api.identity.PersonDraft;

/**
 * A row that may be written: a person, what law may ask about them, and the benefits to open.
 *
 * @param rights the person's own benefit first, then that of who takes care of them
 */
record ListedBeneficiary(
        PersonDraft person, String decisionNumber, LocalDate decisionDate, List<State> facts, List<Right> rights) {

    ListedBeneficiary {
        facts = List.copyOf(facts);
        rights = List.copyOf(rights);
    }

    /**
     * A fact to record.
     *
     * @param from first day
     */
    record State(String key, String value, LocalDate from) {}

    /**
     * A benefit to open.
     *
     * @param paidThrough last month paid before; {@code null} for none
     */
    record Right(String benefit, YearMonth from, YearMonth paidThrough, PaymentDetails payment) {}
}
