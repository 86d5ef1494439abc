package vn.ansinh.api.registry;

import java.time.LocalDate;

/**
 * Something that happened to somebody, as the registry tells it.
 *
 * @param id unique in that registry
 * @param number 12 digits
 * @param day of the death or the move
 * @param unitCode code of the commune moved to; {@code null} for a death or when unknown
 * @param address moved to, without the unit; may be {@code null}
 */
public record PopulationEvent(String id, Kind kind, String number, LocalDate day, String unitCode, String address) {

    /** What happened. */
    public enum Kind {
        DEATH("Qua đời"),
        MOVE("Chuyển nơi ở");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** Vietnamese word. */
        public String label() {
            return label;
        }
    }
}
