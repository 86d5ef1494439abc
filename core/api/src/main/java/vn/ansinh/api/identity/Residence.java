package vn.ansinh.api.identity;

import java.time.LocalDate;

/**
 * Where somebody lived for a while.
 *
 * @param hamlet thôn, tổ; {@code null} when unknown
 * @param address hamlet or street, without the unit; {@code null} when unknown
 * @param from first day, {@code null} for as long as anybody knows
 * @param to day after the last, {@code null} while it lasts
 */
public record Residence(long unitId, String hamlet, String address, LocalDate from, LocalDate to) {}
