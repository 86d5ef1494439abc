package vn.ansinh.api.review;

/**
 * One thing a program wants to be looked at again, declared in a bundle's {@code ANSINH-INF/review/*.yaml}.
 *
 * @param program its id
 * @param code unique within the program, for instance {@code du-4-tuoi}
 * @param name Vietnamese; neutral words for who may not know of sensitive facts
 * @param clause what law says so; blank for who may not know of sensitive facts
 * @param proposal what usually follows
 * @param reason code of list {@code ly-do-tang-giam} for the decision that usually follows, or {@code null}
 * @param sensitive whether standing in this list reveals health, HIV or abuse
 */
public record ReviewKind(
        String program, String code, String name, String clause, Proposal proposal, String reason, boolean sensitive) {

    /** What usually follows. */
    public enum Proposal {
        /** The amount changes; the right stays. */
        ADJUST("Điều chỉnh"),
        SUSPEND("Tạm dừng"),
        END("Thôi hưởng"),
        /** Another right takes its place. */
        TRANSFER("Chuyển chế độ"),
        /** Somebody without a right may get one: an application is asked for. */
        CONSIDER("Xét hưởng mới");

        private final String label;

        Proposal(String label) {
            this.label = label;
        }

        /** Vietnamese. */
        public String label() {
            return label;
        }
    }
}
