package vn.ansinh.rest.resource;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * What somebody asks the calculator.
 *
 * @param unit code of the unit whose law holds; national law only when left out
 * @param claims what the person is entitled to; left out or empty to try every benefit
 * @param months the current one when left out
 * @param asOf day on which law is read; today when left out
 */
public record CalculationRequest(String unit, Described person, List<Claimed> claims, Months months, LocalDate asOf) {

    /**
     * A person as described.
     *
     * @param born day of birth
     * @param died day of death, if so
     */
    public record Described(LocalDate born, LocalDate died, List<Stated> facts) {}

    /**
     * Something that is so.
     *
     * @param from first day; the day of birth when left out
     * @param to the day after the last, if it does not last
     */
    public record Stated(String key, String value, LocalDate from, LocalDate to) {}

    /**
     * A right.
     *
     * @param benefit code
     * @param from first month; the first one asked for when left out
     * @param to last month, if it does not last
     */
    public record Claimed(String benefit, YearMonth from, YearMonth to) {}

    /** @param to last month, {@code from} when left out */
    public record Months(YearMonth from, YearMonth to) {}
}
