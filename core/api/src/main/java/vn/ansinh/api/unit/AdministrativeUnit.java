package vn.ansinh.api.unit;

import java.time.LocalDate;

/**
 * An administrative unit over the time in which it was what it is. The code alone does not name it: codes were used again
 * on 2025-07-01 for other units; code and {@code validFrom} together do.
 *
 * @param id surrogate key, stable through changes of spelling
 * @param code General Statistics Office code: 2 digits province, 3 district, 5 commune
 * @param name full Vietnamese name with its kind, for instance {@code Phường Yên Hòa}
 * @param level of the tree
 * @param parentId unit above, 0 for a province
 * @param validFrom first day
 * @param validTo day after the last, {@code null} while it lasts
 */
public record AdministrativeUnit(
        long id, String code, String name, Level level, long parentId, LocalDate validFrom, LocalDate validTo) {

    /** Levels of the tree. Since 2025-07-01 there are no districts: communes hang below provinces. */
    public enum Level {
        PROVINCE,
        DISTRICT,
        COMMUNE
    }

    /** Whether the unit existed on {@code day}. */
    public boolean existsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }
}
