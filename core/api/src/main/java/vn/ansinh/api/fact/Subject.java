package vn.ansinh.api.fact;

/**
 * Of whom a fact speaks.
 *
 * @param kind person or household
 * @param id key in the registry
 */
public record Subject(Kind kind, long id) {

    /** Kinds of subject. */
    public enum Kind {
        PERSON,
        HOUSEHOLD
    }

    public static Subject person(long id) {
        return new Subject(Kind.PERSON, id);
    }
}
