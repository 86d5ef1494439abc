package vn.ansinh.core.policy;

/** What becomes of a pack that comes along with the distribution. Whatever else is brought is a draft everywhere. */
public enum Arrival {
    /** It waits until an official activates it. */
    AS_DRAFT,
    /** It is in force at once: where people only try things out. */
    IN_FORCE;

    /** Says that this is a place for trying things out. */
    public static final String DEMO_VARIABLE = "ANSINH_DEMO";

    /** As the environment says; a draft unless {@code ANSINH_DEMO} is {@code true}. */
    public static Arrival ofEnvironment() {
        return Boolean.parseBoolean(System.getenv(DEMO_VARIABLE)) ? IN_FORCE : AS_DRAFT;
    }
}
