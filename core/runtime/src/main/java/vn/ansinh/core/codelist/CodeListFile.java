package vn.ansinh.core.codelist;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.ansinh.api.codelist.CodeLists.Entry;
import vn.ansinh.core.csv.CsvException;
import vn.ansinh.core.csv.CsvReader;
import vn.ansinh.core.csv.CsvRow;

/**
 * What one file contributes to a list.
 *
 * @param list name of the list: the file's name without {@code .csv}
 */
record CodeListFile(String list, List<Entry> entries) {

    private static final String SUFFIX = ".csv";

    /**
     * Reads a file whole.
     *
     * @param fileName without its folder
     * @throws CsvException naming the line, when a code is missing or given twice, or a name is missing
     */
    static CodeListFile read(String fileName, InputStream in) throws IOException {
        List<Entry> entries = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (CsvRow row : CsvReader.read(in, "code", "name", "synonyms")) {
            String code = row.field(0);
            String name = row.field(1);
            if (code.isEmpty() || name.isEmpty()) {
                throw new CsvException(row.line(), "code and name are required");
            }
            if (!codes.add(code)) {
                throw new CsvException(row.line(), "code " + code + " is given twice");
            }
            List<String> synonyms = Arrays.stream(row.field(2).split("\\|"))
                    .map(String::strip)
                    .filter(synonym -> !synonym.isEmpty())
                    .toList();
            entries.add(new Entry(code, name, synonyms));
        }
        return new CodeListFile(fileName.substring(0, fileName.length() - SUFFIX.length()), List.copyOf(entries));
    }
}
