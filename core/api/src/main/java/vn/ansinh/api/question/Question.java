package vn.ansinh.api.question;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A question or report of an official, and what became of it.
 *
 * @param body plain text with light marks, never HTML; blank in lists
 * @param unitId who asks, 0 for the country
 * @param program what it is about; {@code null} for none in particular
 * @param askedBy account
 * @param toUnit who is to answer, 0 for the country
 * @param due last day for an answer; of what is not waiting any more the day that held
 * @param faqId the notice among the answers that was made of it, 0 for none
 * @param messages what was said and done, in its order; empty in lists
 */
public record Question(
        long id,
        Kind kind,
        String title,
        String body,
        long unitId,
        String program,
        String askedBy,
        String askedName,
        Instant askedAt,
        long toUnit,
        State state,
        LocalDate due,
        long faqId,
        List<Message> messages) {

    /** Whether it is late: nobody has answered, and the last day has passed. */
    public boolean isLate(LocalDate today) {
        return state == State.WAITING && today.isAfter(due);
    }

    /** What is asked. */
    public enum Kind {
        QUESTION("Câu hỏi", 5),
        /** Something that does not work, or is not as it should be. */
        REPORT("Phản ánh", 10);

        private final String label;
        private final int days;

        Kind(String label, int days) {
            this.label = label;
            this.days = days;
        }

        /** Vietnamese name. */
        public String label() {
            return label;
        }

        /** Working days within which it is answered. */
        public int days() {
            return days;
        }
    }

    /** How it stands. */
    public enum State {
        WAITING("Chờ trả lời"),
        ANSWERED("Đã trả lời"),
        /** Who asked has what they need. */
        CLOSED("Đã xong"),
        /** Who asked took it back. */
        WITHDRAWN("Đã rút");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** Vietnamese name. */
        public String label() {
            return label;
        }
    }

    /**
     * One step.
     *
     * @param unitId where a forwarded question went; else whoever wrote; 0 for the country
     * @param by account
     */
    public record Message(Step kind, String body, long unitId, String by, String byName, Instant at) {}

    /** What was done. */
    public enum Step {
        REPLY("Trả lời"),
        /** Who asked asks on. */
        MORE("Hỏi thêm"),
        FORWARD("Chuyển tiếp"),
        CLOSE("Xác nhận đã xong"),
        WITHDRAW("Rút câu hỏi");

        private final String label;

        Step(String label) {
            this.label = label;
        }

        /** Vietnamese name. */
        public String label() {
            return label;
        }
    }
}
