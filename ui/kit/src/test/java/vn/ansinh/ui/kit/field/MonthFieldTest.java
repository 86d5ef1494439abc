package vn.ansinh.ui.kit.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MonthFieldTest {

    @Test
    void monthsAreReadAsPeopleTypeThem() {
        Optional<YearMonth> november = Optional.of(YearMonth.of(2026, 11));
        assertEquals(november, MonthField.parse("11/2026"));
        assertEquals(november, MonthField.parse(" 112026 "));
        assertEquals(Optional.of(YearMonth.of(2026, 1)), MonthField.parse("1/2026"));
        assertEquals(Optional.empty(), MonthField.parse("13/2026"));
        assertEquals(Optional.empty(), MonthField.parse("tháng mười một"));
    }
}
