package vn.ansinh.api.codelist;

import java.time.LocalDate;

/**
 * An entry of a code list as it stands for one span of time. A code whose name changed from a day on has two.
 *
 * @param unitId province whose own it is, 0 for the whole country
 * @param bundle symbolic name of the bundle that brought it, {@code null} when officials did
 * @param revision grows with each change, so that who decides on one knows what it was made upon
 * @param waiting whether a change of its code waits for a second person
 */
public record CodeEntry(
        long id,
        String list,
        String code,
        long unitId,
        CodeValues values,
        String bundle,
        int revision,
        boolean waiting) {

    /** Where it stands in time. */
    public State state(LocalDate today) {
        if (values.holdsOn(today)) {
            return State.HOLDS;
        }
        return values.from() != null && today.isBefore(values.from()) ? State.COMING : State.ENDED;
    }

    /** Where an entry stands in time. */
    public enum State {
        COMING("Sắp áp dụng"),
        HOLDS("Đang dùng"),
        ENDED("Hết hiệu lực");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** The Vietnamese words. */
        public String label() {
            return label;
        }
    }
}
