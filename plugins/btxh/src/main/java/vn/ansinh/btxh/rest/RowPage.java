package vn.ansinh.btxh.rest;

import java.util.List;

/**
 * One page of rows.
 *
 * @param next pass as {@code after} for the following page; {@code null} on the last
 */
public record RowPage(List<RowView> rows, Integer next) {}
