package vn.ansinh.connector.buudien.simulator;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import vn.ansinh.api.payment.PaymentChannel.Instruction;
import vn.ansinh.api.payment.PaymentChannel.Order;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.connector.buudien.PostOffice;
import vn.ansinh.connector.buudien.simulator.OrderFile.Slip;

/** {@link PostOffice} that decides by a payment's reference what becomes of it: the same order always ends the same. */
public final class SimulatedPostOffice implements PostOffice {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final List<String> REASONS = List.of("KHONG_DEN", "VANG_NHA", "CHUYEN_DI", "SAI_GIAY_TO", "TU_CHOI");

    private final Path directory;
    private final Temper.Source temper;
    private final InstantSource clock;

    /** Keeps its orders in the platform's data directory. */
    public static SimulatedPostOffice in(BundleContext context, Temper.Source temper, InstantSource clock)
            throws IOException {
        Object data = context.getServiceReference(Transactions.class).getProperty(Transactions.DATA_DIRECTORY);
        return new SimulatedPostOffice(
                Path.of((String) data).resolve("connectors").resolve("buu-dien"), temper, clock);
    }

    SimulatedPostOffice(Path directory, Temper.Source temper, InstantSource clock) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.temper = temper;
        this.clock = clock;
    }

    private Temper reached() throws ConnectException {
        Temper now = temper.now();
        if (now.down()) {
            throw new ConnectException("the simulated post office is down");
        }
        return now;
    }

    @Override
    public Optional<Delivered> delivered(String number) throws IOException {
        reached();
        Path file = OrderFile.path(directory, number);
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        OrderFile order = OrderFile.read(file);
        return Optional.of(new Delivered(order.slips().size(), order.total(), order.at()));
    }

    @Override
    public synchronized Delivered deliver(Order order, Iterable<Instruction> instructions) throws IOException {
        if (delivered(order.number()).isEmpty()) {
            OrderFile.write(OrderFile.path(directory, order.number()), clock.instant(), instructions);
        }
        return delivered(order.number()).orElseThrow();
    }

    @Override
    public List<Report> reports(String number, int from, int limit) throws IOException {
        Temper now = reached();
        OrderFile order = OrderFile.read(OrderFile.path(directory, number));
        Instant instant = clock.instant();
        return order.slips().stream()
                .map(slip -> new Timed(reportedAt(order, slip, now.lasts()), slip))
                .filter(timed -> !timed.at().isAfter(instant))
                .sorted(Comparator.comparing(Timed::at)
                        .thenComparing(timed -> timed.slip().reference()))
                .skip(from)
                .limit(limit)
                .map(timed -> report(timed, now))
                .toList();
    }

    private static Instant reportedAt(OrderFile order, Slip slip, Duration lasts) {
        return order.at().plusMillis(chance(slip, "when", 1_000) * lasts.toMillis() / 1_000);
    }

    private static Report report(Timed timed, Temper temper) {
        Slip slip = timed.slip();
        boolean paid = chance(slip, "paid", 100) >= temper.unpaidPercent();
        return new Report(
                slip.reference(),
                paid,
                paid ? null : REASONS.get(chance(slip, "reason", REASONS.size())),
                timed.at().atZone(ZONE).toLocalDate(),
                paid ? slip.signer() : null,
                slip.amount());
    }

    /** A number from 0 below {@code bound} that hangs on the slip alone. */
    private static int chance(Slip slip, String what, int bound) {
        int hash = (slip.reference() + what).hashCode() * 0x9E3779B9;
        return Math.floorMod(hash ^ hash >>> 15, bound);
    }

    /** @param at when the post office reports it */
    private record Timed(Instant at, Slip slip) {}
}
