package vn.ansinh.btxh.imports;

import java.util.List;

/**
 * A row as the list has it, with what was found.
 *
 * @param number as Excel shows it
 * @param cells from column A on, as read from the file
 */
public record PreviewRow(int number, Severity severity, List<String> cells, List<Finding> findings) {}
