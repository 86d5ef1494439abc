package vn.ansinh.rest.server;

import java.util.concurrent.TimeUnit;
import org.apache.cxf.endpoint.Server;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One resource while it is reachable. Counts the calls inside, so that it can leave without breaking one. */
final class Endpoint {

    private static final Logger LOG = LoggerFactory.getLogger(Endpoint.class);
    private static final long PATIENCE_SECONDS = 10;

    private final String path;
    private final Server server;
    private int inside;
    private boolean closing;

    Endpoint(String path, Server server) {
        this.path = path;
        this.server = server;
    }

    String path() {
        return path;
    }

    /** @return {@code false} when it is leaving and takes no more calls; else {@link #leave} must follow */
    synchronized boolean enter() {
        if (closing) {
            return false;
        }
        inside++;
        return true;
    }

    synchronized void leave() {
        inside--;
        notifyAll();
    }

    /** Takes no more calls, waits for those inside, and is gone. */
    void close() {
        drain();
        server.destroy();
    }

    private synchronized void drain() {
        closing = true;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try {
            while (inside > 0 && System.nanoTime() < deadline) {
                wait(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (inside > 0) {
            LOG.warn("{} leaves although {} calls are still inside", path, inside);
        }
    }
}
