package vn.ansinh.rest.problem;

import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/** The id of the request that this thread answers: in the log as {@code requestId}, in every problem, and in a header. */
public final class RequestId implements AutoCloseable {

    /** Of request and answer. */
    public static final String HEADER = "X-Request-Id";

    private static final String LOG_KEY = "requestId";
    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

    private RequestId() {}

    /** Begins a request. @param given by the client or a proxy; another is made up when it is missing or odd */
    public static RequestId open(String given) {
        String id = given != null && ACCEPTED.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
        CURRENT.set(id);
        MDC.put(LOG_KEY, id);
        return new RequestId();
    }

    /** The id, {@code null} outside a request. */
    public static String current() {
        return CURRENT.get();
    }

    @Override
    public void close() {
        CURRENT.remove();
        MDC.remove(LOG_KEY);
    }
}
