package vn.ansinh.api.identity;

import java.time.LocalDate;
import vn.ansinh.api.text.Vietnamese;

/**
 * A date of birth, of which often only the year is known.
 *
 * @param date the day; 1 January when only the year is known
 * @param yearOnly whether day and month are unknown
 */
public record BirthDate(LocalDate date, boolean yearOnly) {

    public static BirthDate of(LocalDate date) {
        return new BirthDate(date, false);
    }

    public static BirthDate ofYear(int year) {
        return new BirthDate(LocalDate.of(year, 1, 1), true);
    }

    /** {@code 10/03/1943}, or {@code 1943}. */
    public String label() {
        return yearOnly ? Integer.toString(date.getYear()) : Vietnamese.day(date);
    }
}
