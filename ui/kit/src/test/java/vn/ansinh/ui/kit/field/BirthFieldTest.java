package vn.ansinh.ui.kit.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.ansinh.api.identity.BirthDate;

class BirthFieldTest {

    @Test
    void datesOfBirthAreReadAsPeopleTypeThem() {
        Optional<BirthDate> day = Optional.of(BirthDate.of(LocalDate.of(1943, 3, 10)));
        assertEquals(day, BirthField.parse("10/03/1943"));
        assertEquals(day, BirthField.parse("10/3/1943"));
        assertEquals(day, BirthField.parse("10031943"));
        assertEquals(Optional.of(BirthDate.ofYear(1943)), BirthField.parse("1943"));
        assertEquals(Optional.empty(), BirthField.parse("31/02/1943"));
        assertEquals(Optional.empty(), BirthField.parse("năm 1943"));
    }

    @Test
    void amountsAreReadWithAndWithoutDots() {
        assertEquals(Optional.of(1_250_000L), MoneyField.parse("1.250.000"));
        assertEquals(Optional.of(1_250_000L), MoneyField.parse("1250000"));
        assertEquals(Optional.empty(), MoneyField.parse("1.25"));
        assertEquals(Optional.empty(), MoneyField.parse("-5"));
    }
}
