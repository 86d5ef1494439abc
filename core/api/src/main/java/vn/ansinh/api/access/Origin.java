package vn.ansinh.api.access;

/**
 * From where somebody acts; for the audit.
 *
 * @param address of the network, blank for the platform itself
 * @param channel {@code web}, {@code rest}, {@code shell} or {@code job}; blank for the platform itself
 * @param requestId as in the log and in problem+json; may be blank
 */
public record Origin(String address, String channel, String requestId) {

    /** Nowhere in particular. */
    public static final Origin NONE = new Origin("", "", "");

    public static final String WEB = "web";
    public static final String REST = "rest";
    public static final String SHELL = "shell";
    public static final String JOB = "job";
}
