package vn.ansinh.rest.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.cxf.endpoint.Server;
import org.junit.jupiter.api.Test;
import vn.ansinh.api.problem.Problem;

/** A program is uninstalled while its addresses are called. */
class EndpointsTest {

    private Instant now = Instant.parse("2026-11-22T01:00:00Z");
    private final Endpoints endpoints = new Endpoints(() -> now);
    private final CountDownLatch destroyed = new CountDownLatch(1);

    @Test
    void theLongestPathAnswers() {
        Endpoint persons = add("/persons");
        Endpoint notes = add("/persons/notes");
        assertEquals(persons, endpoints.enter("/v1/persons"));
        assertEquals(persons, endpoints.enter("/v1/persons/7"));
        assertEquals(notes, endpoints.enter("/v1/persons/notes/3"));
        assertEquals(Problem.Kind.NOT_FOUND, refusal("/v1/personsandmore"));
        assertEquals(Problem.Kind.NOT_FOUND, refusal("/persons"));
    }

    @Test
    void aCallInsideIsFinishedAndALateOneComesBack() throws Exception {
        Endpoint persons = add("/persons");
        Endpoint inside = endpoints.enter("/v1/persons/7");
        Thread uninstall = new Thread(() -> endpoints.remove(persons));
        uninstall.start();
        while (refusalOrEnter("/v1/persons") != Problem.Kind.UNAVAILABLE) {
            Thread.onSpinWait();
        }
        assertEquals(1, destroyed.getCount(), "not before the call inside is over");

        inside.leave();
        assertTrue(destroyed.await(5, TimeUnit.SECONDS));
        uninstall.join();
        assertEquals(Problem.Kind.UNAVAILABLE, refusal("/v1/persons/7"), "it may be an update");
        now = now.plus(Duration.ofMinutes(2));
        assertEquals(Problem.Kind.NOT_FOUND, refusal("/v1/persons/7"));

        Endpoint updated = add("/persons");
        assertEquals(updated, endpoints.enter("/v1/persons/7"));
    }

    private Endpoint add(String path) {
        Server server = (Server) Proxy.newProxyInstance(
                Server.class.getClassLoader(), new Class<?>[] {Server.class}, (proxy, method, arguments) -> {
                    destroyed.countDown();
                    return null;
                });
        Endpoint endpoint = new Endpoint(path, server);
        assertTrue(endpoints.add(endpoint));
        return endpoint;
    }

    private Problem.Kind refusal(String path) {
        return assertThrows(Problem.class, () -> endpoints.enter(path)).kind();
    }

    /** The kind of refusal, or {@code null} when it was let in. */
    private Problem.Kind refusalOrEnter(String path) {
        try {
            endpoints.enter(path).leave();
            return null;
        } catch (Problem problem) {
            return problem.kind();
        }
    }
}
