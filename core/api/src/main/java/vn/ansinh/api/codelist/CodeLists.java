package vn.ansinh.api.codelist;

import java.util.List;
import java.util.Optional;

/**
 * Danh mục, contributed by bundles in {@code ANSINH-INF/codelist/<list>.csv}: UTF-8, header {@code code,name,synonyms},
 * synonyms parted by {@code |}, lines that begin with {@code #} passed over. Several bundles may add to one list. What a
 * bundle brought goes with it.
 */
public interface CodeLists {

    /** Entries in the list's own order; empty when no bundle brings the list. */
    List<Entry> entries(String list);

    /** The entry with {@code code}. */
    Optional<Entry> byCode(String list, String code);

    /**
     * The entry whose code, name or synonym equals {@code text} without regard to case; else the only one that does so
     * without regard to diacritics and punctuation.
     */
    Optional<Entry> match(String list, String text);

    /** One line of a code list. */
    record Entry(String code, String name, List<String> synonyms) {}
}
