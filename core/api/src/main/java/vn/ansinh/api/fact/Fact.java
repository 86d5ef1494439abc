package vn.ansinh.api.fact;

import java.time.LocalDate;

/**
 * What is so about a subject in a period, as law may ask.
 *
 * @param key declared by a program, see {@link FactKey}
 * @param value in the key's notation; never {@code null}
 * @param from first day
 * @param to day after the last, {@code null} while it lasts
 * @param source where it comes from: a decision's number, {@code nhap-excel}, a registry
 */
public record Fact(Subject subject, String key, String value, LocalDate from, LocalDate to, String source) {

    /** Whether it holds on {@code day}. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }
}
