package vn.ansinh.connector.buudien.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.api.payment.PaymentChannel.Acceptance;
import vn.ansinh.api.payment.PaymentChannel.Instruction;
import vn.ansinh.api.payment.PaymentChannel.Order;
import vn.ansinh.api.payment.PaymentChannel.Result;
import vn.ansinh.api.payment.PaymentChannel.ResultPage;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.connector.buudien.PostChannel;

/** The post office as the platform meets it: it takes an order once, takes its time, finds some people away. */
class PostChannelTest {

    private static final int PEOPLE = 1_000;
    private static final Order ORDER = new Order(
            "CT-42-2026-0001",
            "42",
            "Tỉnh Hà Tĩnh",
            List.of(YearMonth.of(2026, 12)),
            LocalDate.of(2026, 12, 19),
            PEOPLE,
            PEOPLE * 540_000L);

    @TempDir
    Path directory;

    private Instant now = Instant.parse("2026-11-22T02:15:00Z");
    private Temper temper = new Temper(false, Duration.ofMinutes(10), 5);
    private PostChannel channel;

    @BeforeEach
    void open() throws IOException {
        channel = new PostChannel(new SimulatedPostOffice(directory, () -> temper, () -> now), "Bưu điện");
    }

    @Test
    void anOrderIsTakenOnceWholeOrNotAtAll() throws IOException {
        assertThrows(IllegalStateException.class, () -> channel.send(ORDER, cutOff()));
        assertTrue(channel.find(ORDER.number()).isEmpty(), "a sending that was cut off has not arrived");

        Acceptance accepted = channel.send(ORDER, instructions());
        assertEquals(PEOPLE, accepted.items());
        assertEquals(PEOPLE * 540_000L, accepted.total());

        now = now.plusSeconds(600);
        open();
        assertEquals(accepted, channel.find(ORDER.number()).orElseThrow(), "it remembers after a restart");
        assertEquals(accepted, channel.send(ORDER, List.of()), "and does not take the number a second time");
    }

    @Test
    void resultsComeBitByBitAndEachOnceAlsoAfterItWasAway() {
        channel.send(ORDER, instructions());
        now = now.plus(Duration.ofMinutes(4));
        Map<String, Result> results = new HashMap<>();
        String cursor = collect(null, results);
        assertTrue(results.size() > 100 && results.size() < 900, () -> results.size() + " after four of ten minutes");

        temper = new Temper(true, Duration.ofMinutes(10), 5);
        Problem away = assertThrows(Problem.class, () -> channel.results(ORDER.number(), "0", 10));
        assertEquals(Problem.Kind.UNAVAILABLE, away.kind());
        assertEquals(
                Problem.Kind.UNAVAILABLE,
                assertThrows(Problem.class, () -> channel.find(ORDER.number())).kind());

        temper = new Temper(false, Duration.ofMinutes(10), 5);
        now = now.plus(Duration.ofMinutes(6));
        collect(cursor, results);
        assertEquals(PEOPLE, results.size());
        List<Result> unpaid =
                results.values().stream().filter(result -> !result.paid()).toList();
        assertTrue(unpaid.size() > 10 && unpaid.size() < 120, () -> unpaid.size() + " of a thousand not collected");
        assertTrue(unpaid.stream().allMatch(result -> result.reason().matches("C\\d\\d")));
        assertTrue(results.values().stream()
                .filter(Result::paid)
                .allMatch(result -> result.collectedBy().startsWith("Con của")));
    }

    private String collect(String from, Map<String, Result> into) {
        String cursor = from;
        boolean more = true;
        while (more) {
            ResultPage page = channel.results(ORDER.number(), cursor, 64);
            for (Result result : page.results()) {
                assertEquals(null, into.put(result.reference(), result), "told once");
            }
            cursor = page.cursor();
            more = page.more();
        }
        return cursor;
    }

    private static List<Instruction> instructions() {
        return IntStream.rangeClosed(1, PEOPLE)
                .mapToObj(i -> new Instruction(
                        "CT-42-2026-0001/" + i,
                        "BD",
                        "Người " + i,
                        null,
                        "Con của Người " + i,
                        null,
                        "Thôn\t1",
                        "18133",
                        "Xã Hương Sơn",
                        null,
                        null,
                        540_000))
                .toList();
    }

    /** The line breaks after half of it. */
    private static Iterable<Instruction> cutOff() {
        Iterator<Instruction> half = new ArrayList<>(instructions().subList(0, PEOPLE / 2)).iterator();
        return () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Instruction next() {
                if (!half.hasNext()) {
                    throw new IllegalStateException("cut off");
                }
                return half.next();
            }
        };
    }
}
