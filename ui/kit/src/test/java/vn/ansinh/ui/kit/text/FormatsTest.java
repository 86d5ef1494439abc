package vn.ansinh.ui.kit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class FormatsTest {

    @Test
    void valuesAreWrittenAsOnVietnamesePapers() {
        assertEquals("20/11/2026", Formats.date(LocalDate.of(2026, 11, 20)));
        assertEquals("11/2026", Formats.month(YearMonth.of(2026, 11)));
        assertEquals("1,5", Formats.coefficient(new BigDecimal("1.50")));
        assertEquals("2,0", Formats.coefficient(new BigDecimal("2")));
        assertEquals("21/11/2026 06:30", Formats.time(Instant.parse("2026-11-20T23:30:00Z")));
        assertEquals("", Formats.date(null));
    }
}
