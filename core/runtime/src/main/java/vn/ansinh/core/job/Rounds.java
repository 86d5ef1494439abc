package vn.ansinh.core.job;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Something done again and again on a thread of its own until it is ended. A round that fails ends nothing: the next one comes
 * all the same, and of failures in a row the first is told.
 */
public final class Rounds {

    /** One round; what it throws is told and forgotten. */
    @FunctionalInterface
    public interface Round {

        /** Does what is due. */
        void go() throws Exception;
    }

    private final ScheduledExecutorService timer;
    private final Round round;
    private final Consumer<Exception> failure;
    private boolean failing;

    private Rounds(String thread, Round round, Consumer<Exception> failure) {
        this.round = round;
        this.failure = failure;
        timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread daemon = new Thread(task, thread);
            daemon.setDaemon(true);
            return daemon;
        });
    }

    /**
     * Begins.
     *
     * @param thread its name, in English, as it stands in a thread dump
     * @param first how long to wait before the first round
     * @param every how long to wait after a round before the next
     * @param failure told the first of several failures in a row
     */
    public static Rounds begin(
            String thread, Duration first, Duration every, Round round, Consumer<Exception> failure) {
        Rounds rounds = new Rounds(thread, round, failure);
        rounds.timer.scheduleWithFixedDelay(rounds::go, first.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        return rounds;
    }

    private void go() {
        try {
            round.go();
            failing = false;
        } catch (Exception e) { // an exception would end the timer
            if (!failing) {
                failure.accept(e);
            }
            failing = true;
        }
    }

    /** Ends at once: a round that is under way is interrupted. */
    public void end() {
        timer.shutdownNow();
    }

    /** Begins no more rounds, and waits for one that is under way. @param patience at most so long */
    public void finish(Duration patience) {
        timer.shutdown();
        try {
            timer.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
