package vn.ansinh.core.audit;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.audit.Verification;
import vn.ansinh.api.audit.Verification.Fault;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.job.Rounds;

/**
 * Chains what was added to the audit, every other second, of several nodes one at a time; every node writes all heads into
 * its own file.
 */
public final class Sealer {

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final int AT_ONCE = 1_000;

    private final Transactions transactions;
    private final InstantSource clock;
    private final HeadFile heads;
    private final Supplier<Optional<Access>> access;
    private Rounds rounds;
    private long known = -1;

    /** @param context tells where this node keeps its data */
    public Sealer(
            BundleContext context, Transactions transactions, InstantSource clock, Supplier<Optional<Access>> access) {
        this(
                Path.of((String) context.getServiceReference(Transactions.class)
                                .getProperty(Transactions.DATA_DIRECTORY))
                        .resolve("audit/heads.log"),
                transactions,
                clock,
                access);
    }

    /** @param file where the heads go */
    Sealer(Path file, Transactions transactions, InstantSource clock, Supplier<Optional<Access>> access) {
        this.transactions = transactions;
        this.clock = clock;
        this.access = access;
        this.heads = new HeadFile(file);
    }

    /** Begins to seal. */
    public void init() {
        rounds = Rounds.begin(
                "ansinh-audit-seal",
                EVERY,
                EVERY,
                this::tick,
                e -> LOG.error("The audit cannot be sealed; trying again every {} ms", EVERY.toMillis(), e));
    }

    /** Seals what there is and stops. */
    public void destroy() {
        rounds.finish(EVERY);
    }

    private void tick() {
        if (access.get().isPresent()) {
            seal();
        }
    }

    /** Seals what no batch holds yet, and brings the file up to date. */
    synchronized void seal() {
        asPlatform(() -> {
            transactions.run(connection -> new Chain(connection).seal(clock.instant()));
            catchUp();
        });
    }

    private void catchUp() {
        if (known < 0) {
            begin();
        } else if (heads.isTouched()) {
            cut("tệp đầu chuỗi bị sửa trong khi hệ thống đang chạy");
        }
        List<Head> missing;
        do {
            missing = transactions.call(connection -> new Chain(connection).headsAfter(known, AT_ONCE));
            if (!missing.isEmpty()) {
                heads.append(missing, clock.instant());
                known = missing.get(missing.size() - 1).no();
                long written = known;
                transactions.run(connection -> remember(connection, written));
            }
        } while (missing.size() == AT_ONCE);
    }

    /** A file that knows less than this node has written into it was cut while nobody ran. */
    private void begin() {
        long inFile = heads.last().no();
        long remembered = transactions.call(this::remembered);
        if (inFile < remembered) {
            cut("tệp đầu chuỗi bị cắt: đã ghi đến lô " + remembered + ", chỉ còn đến lô " + inFile);
        }
        known = inFile;
    }

    private void cut(String message) {
        LOG.error("The file of audit heads {} was changed by somebody else", heads.path());
        heads.alarm(message, clock.instant());
        known = heads.last().no();
    }

    private String node() {
        return heads.path().toAbsolutePath().normalize().toString();
    }

    private long remembered(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select no from ansinh.audit_head where node = ?")) {
            select.setString(1, node());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private void remember(Connection connection, long no) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("insert into ansinh.audit_head (node, no)"
                + " values (?, ?) on conflict (node) do update set no = excluded.no")) {
            upsert.setString(1, node());
            upsert.setLong(2, no);
            upsert.executeUpdate();
        }
    }

    /** Computes the chain anew and compares it with the file of this node. */
    synchronized Verification verify() {
        seal();
        List<Verification> found = new ArrayList<>();
        asPlatform(() -> found.add(transactions.call(this::verify)));
        return found.get(0);
    }

    private Verification verify(Connection connection) throws SQLException {
        Chain chain = new Chain(connection);
        List<Fault> faults = new ArrayList<>();
        long[] sums = new long[2];
        try (HeadReader file = new HeadReader(heads.path())) {
            chain.recompute(faults, kept -> {
                sums[0]++;
                sums[1] += kept.entries();
                compare(kept, file.next(), faults);
            });
            Head beyond = file.next();
            if (beyond != null) {
                faults.add(new Fault(
                        beyond.no(),
                        beyond.sealedAt(),
                        0,
                        0,
                        "tệp ngoài cơ sở dữ liệu có lô này, cơ sở dữ liệu chỉ còn " + sums[0] + " lô"));
            }
            file.faults().forEach(fault -> faults.add(new Fault(sums[0], null, 0, 0, fault)));
            return new Verification(sums[0], sums[1], chain.unsealed(), file.late(), faults);
        }
    }

    private static void compare(Head kept, Head written, List<Fault> faults) {
        if (written != null && (kept.no() != written.no() || !kept.hash().equals(written.hash()))) {
            faults.add(new Fault(kept.no(), kept.sealedAt(), 0, 0, "đầu chuỗi khác với tệp ghi ngoài cơ sở dữ liệu"));
        }
    }

    private void asPlatform(Runnable work) {
        Optional<Access> acting = access.get();
        if (acting.isEmpty()) {
            throw new IllegalStateException("Nobody can act yet");
        }
        try (Access.Binding ignored = acting.get().bind(Caller.SYSTEM)) {
            work.run();
        }
    }
}
