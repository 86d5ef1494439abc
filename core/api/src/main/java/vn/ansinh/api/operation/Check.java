package vn.ansinh.api.operation;

/**
 * One thing the platform stands on, as it was found a moment ago; for whoever keeps it running at night. Without personal data:
 * counts, times, names of files and machines.
 *
 * @param id stable, in English, for alarms: {@code disk}
 * @param name Vietnamese: {@code Ổ đĩa}
 * @param level how it is
 * @param state one Vietnamese sentence: how it is, with its figures
 * @param advice one Vietnamese sentence: what to do; blank when there is nothing to do
 */
public record Check(String id, String name, Level level, String state, String advice) {

    /** How a thing is, from good to bad. */
    public enum Level {
        GOOD("Tốt"),
        /** To be looked at in the next days. */
        WARNING("Cần xem"),
        /** To be mended today; people can work. */
        ERROR("Hỏng"),
        /** Nobody can work: the server calls itself not ready. */
        DOWN("Ngừng");

        private final String label;

        Level(String label) {
            this.label = label;
        }

        /** Vietnamese word. */
        public String label() {
            return label;
        }
    }

    /** A thing that is as it should be. */
    public static Check good(String id, String name, String state) {
        return new Check(id, name, Level.GOOD, state, "");
    }
}
