package vn.ansinh.btxh.rest;

/**
 * Where people of a split commune live now.
 *
 * @param code of the split commune, as the list has it
 * @param row one row, or {@code null} for all that wait
 * @param unit code of the commune they live in today
 */
public record ChoiceBody(String code, Integer row, String unit) {}
