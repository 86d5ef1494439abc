package vn.ansinh.rest.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** Money, dates and coefficients as integrators read and write them. */
class JsonTest {

    private record Line(YearMonth month, LocalDate day, Instant at, long amount, BigDecimal coefficient) {}

    private final ObjectMapper json = Json.mapper();

    @Test
    void writesPlainly() throws Exception {
        Line line = new Line(
                YearMonth.of(2026, 11),
                LocalDate.of(2026, 11, 2),
                Instant.parse("2026-11-22T01:00:00Z"),
                1_349_740_000L,
                new BigDecimal("1.5E+1"));
        assertEquals(
                "{\"month\":\"2026-11\",\"day\":\"2026-11-02\",\"at\":\"2026-11-22T01:00:00Z\",\"amount\":1349740000,"
                        + "\"coefficient\":15}",
                json.writeValueAsString(line));
        assertEquals(
                line.month(),
                json.readValue("{\"month\":\"2026-11\",\"amount\":1}", Line.class)
                        .month());
    }

    @Test
    void guessesNothing() {
        for (String body : new String[] {
            "{\"amount\": 1.9}",
            "{\"amount\": \"1\"}",
            "{\"amount\": null}",
            "{\"amount\": 1, \"amount\": 2}",
            "{\"amount\": 1, \"amuont\": 2}",
            "{\"amount\": 1} {}"
        }) {
            assertThrows(JacksonException.class, () -> json.readValue(body, Line.class), body);
        }
    }
}
