package vn.ansinh.itest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What November 2026 pays for the sample list, worked out by hand: {@code chi-tra-2026-11.csv} beside the sample in the
 * program's test resources.
 */
public final class PaymentTable {

    /** Where the sample lists lie. */
    public static final Path SAMPLES =
            Path.of(System.getProperty("sample.directory", "../../plugins/btxh/src/test/resources/sample"));

    private PaymentTable() {}

    /** A payment for {@code months} from {@code period} on; {@code amount} and {@code base} in đồng. */
    public record Payment(
            String commune,
            String name,
            String rate,
            String period,
            int months,
            long base,
            String coefficient,
            int multiple,
            long amount) {}

    /** All payments. */
    public static List<Payment> read() throws IOException {
        List<Payment> payments = new ArrayList<>();
        for (String line : Files.readAllLines(SAMPLES.resolve("chi-tra-2026-11.csv"))) {
            if (line.startsWith("#") || line.startsWith("ma-xa,")) {
                continue;
            }
            // only the last field, the reason, may hold commas
            String[] f = line.split(",", 10);
            payments.add(new Payment(
                    f[0],
                    f[1],
                    f[2],
                    f[3],
                    Integer.parseInt(f[4]),
                    Long.parseLong(f[5]),
                    f[6],
                    Integer.parseInt(f[7]),
                    Long.parseLong(f[8])));
        }
        return payments;
    }

    /** Sum of all payments, in đồng. */
    public static long total() throws IOException {
        return read().stream().mapToLong(Payment::amount).sum();
    }
}
