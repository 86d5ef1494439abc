package vn.ansinh.btxh.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.core.csv.CsvReader;
import vn.ansinh.core.csv.CsvRow;

/** The code lists of this bundle and of the core, outside a container. */
final class TestCodeLists implements CodeLists {

    private final Map<String, List<Entry>> lists = new TreeMap<>();

    @Override
    public List<Entry> entries(String list) {
        return lists.computeIfAbsent(list, TestCodeLists::read);
    }

    @Override
    public Optional<Entry> byCode(String list, String code) {
        return entries(list).stream().filter(entry -> entry.code().equals(code)).findFirst();
    }

    @Override
    public List<Entry> entries(String list, LocalDate day, long unitId) {
        return entries(list);
    }

    @Override
    public Optional<Entry> byCode(String list, String code, LocalDate day) {
        return byCode(list, code);
    }

    @Override
    public Optional<Entry> match(String list, String text, LocalDate day, long unitId) {
        return match(list, text);
    }

    @Override
    public Optional<Entry> match(String list, String text) {
        String folded = Vietnamese.fold(text);
        return entries(list).stream()
                .filter(entry -> folded.equals(Vietnamese.fold(entry.code()))
                        || folded.equals(Vietnamese.fold(entry.name()))
                        || entry.synonyms().stream().anyMatch(word -> folded.equals(Vietnamese.fold(word))))
                .findFirst();
    }

    private static List<Entry> read(String list) {
        List<Entry> entries = new ArrayList<>();
        try {
            for (CsvRow row : CsvReader.read(
                    TestCodeLists.class.getResourceAsStream("/ANSINH-INF/codelist/" + list + ".csv"),
                    "code",
                    "name",
                    "synonyms")) {
                entries.add(new Entry(
                        row.field(0), row.field(1), List.of(row.field(2).split("\\|"))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }
}
