package vn.ansinh.api.audit;

/**
 * Of whom or what a row of the audit speaks.
 *
 * @param kind one of the constants here, or a word of the room's own: lower case, English, singular
 * @param id key in that room; 0 where the thing has none
 */
public record Subject(String kind, long id) {

    public static final String PERSON = "person";
    public static final String HOUSEHOLD = "household";
    public static final String ENTITLEMENT = "entitlement";
    public static final String PAYROLL = "payroll";
    public static final String RECEIVABLE = "receivable";
    public static final String PAYMENT_ORDER = "payment-order";
    public static final String ACCOUNT = "account";
    public static final String AGENCY = "agency";
    public static final String ROLE = "role";
    public static final String UNIT = "unit";
    public static final String PROGRAM = "program";
    public static final String POLICY = "policy";
    public static final String CODE_LIST = "code-list";

    public Subject {
        if (kind == null || kind.isBlank()) {
            throw new IllegalArgumentException("A subject has a kind");
        }
    }

    /** A person of the registry. */
    public static Subject person(long id) {
        return new Subject(PERSON, id);
    }
}
