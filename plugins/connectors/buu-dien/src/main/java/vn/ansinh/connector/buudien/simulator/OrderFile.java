package vn.ansinh.connector.buudien.simulator;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.ansinh.api.payment.PaymentChannel.Instruction;

/**
 * An order as it lies at the post office: a tab-separated file whose name is the order's number. It gets its name when it is whole
 * and on disk, so a sending that was cut off has never arrived.
 *
 * @param at when it arrived
 * @param slips its payments
 */
record OrderFile(Instant at, List<Slip> slips) {

    /** @param signer who would sign for it */
    record Slip(String reference, String signer, long amount) {}

    private static final String ENDING = ".tsv";

    static Path path(Path directory, String number) throws IOException {
        if (!number.matches("[A-Za-z0-9.-]+")) {
            throw new IOException("An order's number is no name of a file");
        }
        return directory.resolve(number + ENDING);
    }

    static void write(Path file, Instant at, Iterable<Instruction> instructions) throws IOException {
        Path unfinished = Files.createTempFile(file.getParent(), "nhan-", ".tmp");
        try {
            try (BufferedWriter out = Files.newBufferedWriter(unfinished)) {
                out.write(at + "\n");
                for (Instruction each : instructions) {
                    out.write(line(each) + "\n");
                }
            }
            try (FileChannel written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static String line(Instruction each) {
        return Stream.of(
                        each.reference(),
                        Long.toString(each.amount()),
                        each.name(),
                        each.idNumber(),
                        each.payeeName(),
                        each.payeeNumber(),
                        each.address(),
                        each.unitCode(),
                        each.unitName())
                .map(value -> value == null ? "" : value.replaceAll("[\t\r\n]", " "))
                .collect(Collectors.joining("\t"));
    }

    static OrderFile read(Path file) throws IOException {
        List<Slip> slips = new ArrayList<>();
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            var each = lines.iterator();
            Instant at = Instant.parse(each.next());
            while (each.hasNext()) {
                String[] values = each.next().split("\t", -1);
                slips.add(new Slip(values[0], values[4].isEmpty() ? values[2] : values[4], Long.parseLong(values[1])));
            }
            return new OrderFile(at, slips);
        }
    }

    long total() {
        return slips.stream().mapToLong(Slip::amount).sum();
    }
}
