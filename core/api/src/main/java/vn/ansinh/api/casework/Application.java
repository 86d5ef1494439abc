package vn.ansinh.api.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ansinh.api.benefit.PaymentDetails;

/**
 * What a citizen hands in at the one-stop desk.
 *
 * @param procedure id; the version is that of {@code receivedOn}
 * @param personId whom it is about; of an application towards a funeral, who died; 0 where the particulars name them by number
 * @param unitId commune that takes it
 * @param receivedOn day on which it was handed in: not after today
 * @param applicant who files it
 * @param benefit code, {@code null} while it is not settled which
 * @param answers values by fact key, in the key's notation; a key of many values has several
 * @param papers codes of the papers handed in or shown
 * @param payment how money is to be paid, {@code null} while not said
 * @param subject what the effect needs besides; never {@code null}
 * @param promisedOn day the result is promised for where the law's term is not known; {@code null} where it is
 * @param paperPlace where the paper file lies: {@code Tủ 2, ngăn 3}; may be blank
 */
public record Application(
        String procedure,
        long personId,
        long unitId,
        LocalDate receivedOn,
        Applicant applicant,
        String benefit,
        Map<String, List<String>> answers,
        Set<String> papers,
        PaymentDetails payment,
        Particulars subject,
        LocalDate promisedOn,
        String paperPlace) {

    /**
     * Who files.
     *
     * @param name as typed
     * @param relation code of list {@code quan-he}, {@code null} for the person themselves
     * @param phone may be blank
     */
    public record Applicant(String name, String relation, String phone) {}

    /**
     * What ending, moving and paying once need to know.
     *
     * @param entitlements rights that are to end or to move; empty for all of the program
     * @param reason code of list {@code ly-do-tang-giam} of an end, {@code null} for none
     * @param eventOn day of death, of losing the condition or of moving; {@code null} for none
     * @param toUnitId commune moved to, 0 for none
     * @param number identity number of who moves within a district and applies where they go, before they live there: their desk
     *     does not see them yet and names them by the number on their paper; {@code null} for anybody else. Not kept
     */
    public record Particulars(Set<Long> entitlements, String reason, LocalDate eventOn, long toUnitId, String number) {

        public static final Particulars NONE = new Particulars(Set.of(), null, null, 0);

        /** Of who is known where they apply. */
        public Particulars(Set<Long> entitlements, String reason, LocalDate eventOn, long toUnitId) {
            this(entitlements, reason, eventOn, toUnitId, null);
        }

        public Particulars {
            entitlements = Set.copyOf(entitlements);
        }
    }

    public Application {
        answers = Map.copyOf(answers);
        papers = Set.copyOf(papers);
    }
}
