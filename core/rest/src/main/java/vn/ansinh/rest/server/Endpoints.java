package vn.ansinh.rest.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import vn.ansinh.api.problem.Problem;

/** What answers below {@code /api/v1}, and what did until a moment ago: there a call is told to come back. */
final class Endpoints {

    /** Below this everything of the first version lies. */
    static final String VERSION = "/v1";

    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Map<String, Endpoint> byPath = new HashMap<>();
    private final Map<String, Instant> departed = new HashMap<>();

    Endpoints(InstantSource clock) {
        this.clock = clock;
    }

    /** @return {@code false} when the path is taken */
    synchronized boolean add(Endpoint endpoint) {
        departed.remove(endpoint.path());
        return byPath.putIfAbsent(endpoint.path(), endpoint) == null;
    }

    /** Lets an endpoint leave; returns when it is gone. */
    void remove(Endpoint endpoint) {
        endpoint.close();
        synchronized (this) {
            byPath.remove(endpoint.path(), endpoint);
            departed.put(endpoint.path(), clock.instant().plus(REMEMBERED));
        }
    }

    /**
     * Enters the endpoint that serves a path.
     *
     * @param path below {@code /api}, for instance {@code /v1/persons/7}
     * @return the endpoint, to be left when the call is over
     * @throws Problem NOT_FOUND, or UNAVAILABLE when it is just leaving or left a moment ago
     */
    Endpoint enter(String path) {
        Endpoint endpoint = find(path);
        if (!endpoint.enter()) {
            throw away();
        }
        return endpoint;
    }

    private synchronized Endpoint find(String path) {
        if (path.startsWith(VERSION + "/")) {
            String rest = path.substring(VERSION.length());
            for (String prefix = rest; !prefix.isEmpty(); prefix = prefix.substring(0, prefix.lastIndexOf('/'))) {
                Endpoint endpoint = byPath.get(prefix);
                if (endpoint != null) {
                    return endpoint;
                }
                Instant until = departed.get(prefix);
                if (until != null && clock.instant().isBefore(until)) {
                    throw away();
                }
            }
        }
        throw Problem.notFound("AS-REST-404", "Không có địa chỉ này. Danh sách địa chỉ: /api/openapi.json.");
    }

    private static Problem away() {
        return new Problem(
                Problem.Kind.UNAVAILABLE,
                "AS-REST-AWAY",
                "Chương trình phục vụ địa chỉ này vừa được gỡ hoặc đang cập nhật. Vui lòng thử lại sau ít giây.");
    }
}
