package vn.ansinh.core.benefit;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.policy.PolicyBook;

/**
 * Computes many people on two processors while the run's own connection carries over and writes. Each reader has a connection
 * of its own and half of the people. It sees what is committed, and that is all a computation looks at: a run itself writes
 * only drafts, the communes' closed months cannot change while the run holds the communes, and what else changes meanwhile
 * is looked at again when the list is closed.
 *
 * <p>Results wait in a queue of bounded length, so that any number of people pass through the same memory.
 */
final class SpreadComputation implements AutoCloseable {

    /** Fewer people are computed before readers have got ready. */
    static final int MANY = 20_000;

    private static final int READERS = 2;
    private static final int WAITING = 16;
    private static final int PIPE = 1 << 16;
    private static final Batch END = new Batch();

    private final Transactions transactions;
    private final PolicyBook book;
    private final String program;
    private final YearMonth month;
    private final LocalDate asOf;
    private final Set<Long> units;
    private final Map<Long, Boolean> elsewhere;
    private final BlockingQueue<Batch> computed = new ArrayBlockingQueue<>(WAITING);
    private final ExecutorService readers;
    private int reading;

    /** What the first reader to fail failed of; written before its END is queued. */
    private volatile Throwable failure;

    /**
     * @param asOf day on which law is read
     * @param units communes whose lists are drafted
     * @param elsewhere what {@link PayrollPeople#onOtherLists} found
     */
    SpreadComputation(
            Transactions transactions,
            PolicyBook book,
            String program,
            YearMonth month,
            LocalDate asOf,
            Set<Long> units,
            Map<Long, Boolean> elsewhere) {
        this.transactions = transactions;
        this.book = book;
        this.program = program;
        this.month = month;
        this.asOf = asOf;
        this.units = units;
        this.elsewhere = elsewhere;
        readers = Executors.newFixedThreadPool(READERS, task -> {
            Thread thread = new Thread(task, "ansinh-payroll-reader");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Hands the people out; the caller's connection is free again when this returns. */
    void start(PayrollPeople people) throws SQLException {
        for (PayrollPeople.Range share : people.shares(READERS)) {
            try (PipedOutputStream out = new PipedOutputStream()) {
                PipedInputStream in = new PipedInputStream(out, PIPE);
                reading++;
                readers.execute(() -> read(in));
                people.send(share, out);
            } catch (IOException e) {
                throwFailure();
                throw new SQLException("People did not reach the reader", e);
            }
        }
    }

    private void read(PipedInputStream people) {
        try (people) {
            transactions.run(connection -> read(connection, people));
        } catch (Throwable e) {
            if (failure == null) {
                failure = e;
            }
        }
        try {
            computed.put(END);
        } catch (InterruptedException e) {
            // nobody waits for it any more
            Thread.currentThread().interrupt();
        }
    }

    private void read(Connection connection, PipedInputStream received) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(PayrollDrafting.ROOM);
        }
        PayrollPeople people = new PayrollPeople(connection, program);
        people.receive(received);
        Relay relay = new Relay();
        new PayrollComputation(connection, book, program, month, asOf).compute(people, units, elsewhere, relay);
        relay.passOn();
    }

    /** Passes everything on as it comes, until all is computed. */
    void drainTo(PayrollComputation.Sink sink) throws SQLException {
        int people = 0;
        while (reading > 0) {
            Batch batch = next();
            if (batch == END) {
                throwFailure();
                reading--;
            } else {
                batch.passTo(sink);
                people += batch.people;
                sink.person(people);
            }
        }
    }

    private Batch next() throws SQLException {
        try {
            return computed.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted while people are computed", e);
        }
    }

    private void throwFailure() {
        Throwable failed = failure;
        if (failed instanceof Error error) {
            throw error;
        }
        if (failed != null) {
            throw (RuntimeException) failed;
        }
    }

    /** Stops what still runs and waits for it: afterwards nothing reads for this run any more. */
    @Override
    public void close() {
        readers.shutdownNow();
        try {
            readers.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What came out for some people. */
    private static final class Batch {

        private static final int PEOPLE = 1_000;

        private final List<DueLine> lines = new ArrayList<>();
        private final List<DueLine> counting = new ArrayList<>();
        private final List<SetAside> notices = new ArrayList<>();
        private final List<Excess> excesses = new ArrayList<>();
        private int people;

        void passTo(PayrollComputation.Sink sink) throws SQLException {
            for (DueLine line : lines) {
                sink.line(line, false);
            }
            for (DueLine line : counting) {
                sink.line(line, true);
            }
            for (SetAside notice : notices) {
                sink.setAside(notice);
            }
            for (Excess excess : excesses) {
                sink.excess(excess);
            }
        }
    }

    /** On a reader's side of the queue. */
    private final class Relay implements PayrollComputation.Sink {

        private Batch batch = new Batch();

        @Override
        public void line(DueLine line, boolean counts) {
            (counts ? batch.counting : batch.lines).add(line);
        }

        @Override
        public void setAside(SetAside notice) {
            batch.notices.add(notice);
        }

        @Override
        public void excess(Excess excess) {
            batch.excesses.add(excess);
        }

        @Override
        public void person(int count) throws SQLException {
            batch.people++;
            if (batch.people == Batch.PEOPLE) {
                passOn();
            }
        }

        void passOn() throws SQLException {
            try {
                computed.put(batch);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SQLException("The run has been given up", e);
            }
            batch = new Batch();
        }
    }
}
