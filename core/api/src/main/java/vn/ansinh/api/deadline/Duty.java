package vn.ansinh.api.deadline;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One thing that one unit has to do for one period.
 *
 * @param deadline id
 * @param name what has to be done
 * @param cadence how often
 * @param period first day of the period
 * @param unitId who
 * @param due the moment from which on it is late, exceptions counted
 * @param cutOff the moment from which on it is refused; {@code null} when it is not
 * @param doneAt {@code null} while it is not done
 * @param extension why there is more time; {@code null} when there is not
 * @param reported whether the unit says itself that it was done
 */
public record Duty(
        String deadline,
        String program,
        String name,
        Cadence cadence,
        LocalDate period,
        long unitId,
        Instant due,
        Instant cutOff,
        Instant doneAt,
        String extension,
        boolean reported,
        State state) {

    /** Where it stands, the most urgent first. */
    public enum State {
        LATE("Trễ"),
        /** Due within the next days. */
        SOON("Sắp đến hạn"),
        OPEN("Chưa đến hạn"),
        DONE_LATE("Xong trễ"),
        DONE("Xong");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** Vietnamese words. */
        public String label() {
            return label;
        }
    }
}
