package vn.ansinh.core.csv;

import java.util.List;

/**
 * One record.
 *
 * @param line its number in the file, from 1
 */
public record CsvRow(int line, List<String> fields) {

    /** The field in column {@code index}, from 0; empty when the record is shorter. */
    public String field(int index) {
        return index < fields.size() ? fields.get(index) : "";
    }
}
