package vn.ansinh.example.visits;

import java.time.LocalDate;

/**
 * A visit.
 *
 * @param id 0 before it is kept
 * @param unitId where, as the platform counts units
 * @param place as people call it
 */
public record Visit(long id, long unitId, LocalDate day, String place, String note) {}
