package vn.ansinh.core.codelist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.api.codelist.CodeLists.Entry;
import vn.ansinh.api.text.Vietnamese;

/** A list as it stands on one day, ready to be asked. Immutable. */
final class CodeListIndex {

    private final List<Entry> entries;
    private final Map<String, Entry> byText = new HashMap<>();
    private final Map<String, Entry> byFoldedText = new HashMap<>();

    CodeListIndex(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        Set<String> ambiguous = new HashSet<>();
        for (Entry entry : this.entries) {
            for (String text : texts(entry)) {
                byText.putIfAbsent(exact(text), entry);
                Entry other = byFoldedText.putIfAbsent(folded(text), entry);
                if (other != null && other != entry) {
                    ambiguous.add(folded(text));
                }
            }
        }
        byFoldedText.keySet().removeAll(ambiguous);
    }

    List<Entry> entries() {
        return entries;
    }

    /** With diacritics first: "Ba" is a father in the South, "Bà" a grandmother. */
    Optional<Entry> match(String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        Entry entry = byText.get(exact(text));
        return Optional.ofNullable(entry != null ? entry : byFoldedText.get(folded(text)));
    }

    private static List<String> texts(Entry entry) {
        List<String> texts = new ArrayList<>(entry.synonyms().size() + 2);
        texts.add(entry.code());
        texts.add(entry.name());
        texts.addAll(entry.synonyms());
        return texts;
    }

    private static String exact(String text) {
        return Vietnamese.normalize(text).toLowerCase(Locale.ROOT);
    }

    /** Letters and digits only count: "Khơ me" is "Khơ-me". */
    private static String folded(String text) {
        return Vietnamese.fold(text).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
