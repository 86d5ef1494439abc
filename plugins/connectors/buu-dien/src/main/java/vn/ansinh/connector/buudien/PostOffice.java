package vn.ansinh.connector.buudien;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.payment.PaymentChannel.Instruction;
import vn.ansinh.api.payment.PaymentChannel.Order;

/** The post office at the other end of the line, whatever the line is. Every call may fail with {@link IOException}. */
public interface PostOffice {

    /** What it has of an order; empty when none of that number has arrived whole. */
    Optional<Delivered> delivered(String number) throws IOException;

    /** Takes an order whole or not at all; one that it has already it does not take again. */
    Delivered deliver(Order order, Iterable<Instruction> instructions) throws IOException;

    /** Reports on an order in the order in which they were made, from the one numbered {@code from} (0 is the first) on. */
    List<Report> reports(String number, int from, int limit) throws IOException;

    /** @param total đồng */
    record Delivered(int items, long total, Instant at) {}

    /**
     * What became of one payment.
     *
     * @param reason as the post office words it, {@code null} when paid
     * @param signedBy who took the money, {@code null} when nobody did
     */
    record Report(String reference, boolean paid, String reason, LocalDate day, String signedBy, long amount) {}
}
