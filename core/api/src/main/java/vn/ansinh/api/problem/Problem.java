package vn.ansinh.api.problem;

/**
 * Something an official, an integrator or a technician can understand and mend. The screens show the message, REST
 * answers it as {@code application/problem+json}.
 */
public class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of refusal it is; REST maps it to a status. */
    public enum Kind {
        /** The request is wrong and says where (400). */
        INVALID,
        /** Who asks is not known (401). */
        UNAUTHENTICATED,
        /** Who asks may not (403). */
        FORBIDDEN,
        /** There is no such thing, or not for this caller (404). */
        NOT_FOUND,
        /** The state of the thing does not allow it now (409). */
        CONFLICT,
        /** Too large (413). */
        TOO_LARGE,
        /** A part of the system is away for the moment (503). */
        UNAVAILABLE
    }

    private final Kind kind;
    private final String code;

    /**
     * @param code short and stable, for instance {@code AS-PAYROLL-CLOSED}; IT can search for it
     * @param message Vietnamese: what happened, why, what to do; without personal data
     */
    public Problem(Kind kind, String code, String message) {
        super(message);
        this.kind = kind;
        this.code = code;
    }

    /** As above, keeping the technical cause for the log. */
    public Problem(Kind kind, String code, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.code = code;
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    /** Shorthand for {@link Kind#INVALID}. */
    public static Problem invalid(String code, String message) {
        return new Problem(Kind.INVALID, code, message);
    }

    /** Shorthand for {@link Kind#NOT_FOUND}. */
    public static Problem notFound(String code, String message) {
        return new Problem(Kind.NOT_FOUND, code, message);
    }

    /** Shorthand for {@link Kind#CONFLICT}. */
    public static Problem conflict(String code, String message) {
        return new Problem(Kind.CONFLICT, code, message);
    }

    /** Shorthand for {@link Kind#FORBIDDEN}. */
    public static Problem forbidden(String code, String message) {
        return new Problem(Kind.FORBIDDEN, code, message);
    }
}
