package vn.ansinh.core.registry;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.registry.Answer;
import vn.ansinh.api.registry.Answer.Outcome;
import vn.ansinh.api.registry.Inquiry;
import vn.ansinh.api.registry.PopulationEvent;
import vn.ansinh.api.registry.PopulationRegistry;

/**
 * The way to the registry that is connected: nobody waits longer than a call may take, and after five failures in a row nobody
 * waits at all for a minute.
 */
public final class RegistryLine {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryLine.class);
    private static final int FAILURES = 5;
    private static final int AT_ONCE = 8;
    private static final Duration REST = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Collection<PopulationRegistry> present;
    private final InstantSource clock;
    private final Duration patience;
    private final ExecutorService callers;
    private int failures;
    private Instant restsUntil = Instant.MIN;

    /** @param present changes by itself; a registry in it may be gone when it is called */
    public RegistryLine(Collection<PopulationRegistry> present, InstantSource clock) {
        this(present, clock, PATIENCE);
    }

    RegistryLine(Collection<PopulationRegistry> present, InstantSource clock, Duration patience) {
        this.present = present;
        this.clock = clock;
        this.patience = patience;
        // a call that hangs keeps its thread; when all hang, the next ones are refused, which counts as away
        this.callers = new ThreadPoolExecutor(0, AT_ONCE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(task, "ansinh-registry");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Gives up calls under way. */
    public void destroy() {
        callers.shutdownNow();
    }

    /** Name of the registry; empty when none is connected. */
    Optional<String> name() {
        try {
            return present.stream().findFirst().map(PopulationRegistry::name);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Whether the next call would be tried. */
    synchronized boolean answers() {
        return !clock.instant().isBefore(restsUntil);
    }

    /** Never fails: what cannot be asked is DOWN. */
    Answer ask(Inquiry inquiry) {
        return call(registry -> registry.ask(inquiry))
                .orElseGet(() -> new Answer(Outcome.DOWN, Map.of(), clock.instant()));
    }

    /** Empty when the registry is away. */
    Optional<List<PopulationEvent>> events(String since, int limit) {
        return call(registry -> registry.events(since, limit));
    }

    private <T> Optional<T> call(Function<PopulationRegistry, T> asking) {
        Optional<PopulationRegistry> registry = present.stream().findFirst();
        if (registry.isEmpty() || !answers()) {
            return Optional.empty();
        }
        Future<T> call = null;
        try {
            PopulationRegistry one = registry.get();
            call = callers.submit(() -> asking.apply(one));
            T answer = call.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            ended(true);
            return Optional.of(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            if (call != null) {
                call.cancel(true);
            }
            ended(false);
            LOG.debug("The population registry did not answer", e);
            return Optional.empty();
        }
    }

    private synchronized void ended(boolean well) {
        failures = well ? 0 : failures + 1;
        if (failures >= FAILURES) {
            failures = 0;
            restsUntil = clock.instant().plus(REST);
            LOG.warn("The population registry does not answer; it is left alone for {} seconds", REST.toSeconds());
        }
    }
}
