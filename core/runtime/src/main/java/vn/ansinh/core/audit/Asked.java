package vn.ansinh.core.audit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.StringJoiner;
import vn.ansinh.api.text.Vietnamese;

/**
 * What a list or an export was asked for, as whoever investigates reads it. Units are kept by their ids, as {@code unit:17},
 * and named when the row is read: names change, ids do not.
 */
public final class Asked {

    private final StringJoiner parts = new StringJoiner(" · ");

    private Asked(String what) {
        parts.add(what);
    }

    /** @param what in Vietnamese words, for instance {@code Danh sách chi trả} */
    public static Asked of(String what) {
        return new Asked(what);
    }

    /** What a job was asked for. @param type of the job */
    public static Asked ofJob(String type) {
        return new Asked(AuditWords.job(type));
    }

    /** @param id 0 for the country */
    public Asked unit(long id) {
        parts.add(id == 0 ? "cả nước" : Names.KEY + id);
        return this;
    }

    /** @param month {@code null} leaves it out */
    public Asked month(YearMonth month) {
        return month == null ? this : and("month", Vietnamese.month(month));
    }

    /** @param day {@code null} leaves it out */
    public Asked day(LocalDate day) {
        return day == null ? this : and("day", Vietnamese.day(day));
    }

    /** @param typed what was searched for; blank leaves it out */
    public Asked text(String typed) {
        return typed == null || typed.isBlank() ? this : and("text", "«" + typed.strip() + "»");
    }

    /** @param name of a field, which has words; @param value {@code null} or blank leaves it out */
    public Asked and(String name, Object value) {
        if (value != null && !value.toString().isBlank()) {
            parts.add(AuditWords.field(name) + " " + AuditWords.value(name, value.toString()));
        }
        return this;
    }

    /** A parameter of a job, as the job has it. */
    public Asked parameter(String name, String value) {
        return name.equals("unit") && value.matches("[0-9]{1,18}") ? unit(Long.parseLong(value)) : and(name, value);
    }

    /** As it is kept. */
    @Override
    public String toString() {
        return parts.toString();
    }
}
