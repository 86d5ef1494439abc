package vn.ansinh.api.codelist;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.text.Vietnamese;

/**
 * Danh mục, to read. Bundles bring lists in {@code ANSINH-INF/codelist/<list>.csv} (UTF-8, header {@code
 * code,name,synonyms} and, where wanted, {@code from,to,basis}; synonyms parted by {@code |}; lines {@code # name: …}, {@code
 * # basis: …}, {@code # local: yes} say what the list is called, by what it stands and whether provinces add entries of
 * their own). Officials change them through {@link CodeListEditing}. What was brought once is kept when its bundle goes.
 *
 * <p>Entries hold from a day to a day, under names that may change. Whoever offers a choice asks for the {@linkplain #entries
 * entries} of a day; whoever writes a name beside a code asks {@link #byCode}, which still knows what has ended. Read from
 * memory: every call is cheap, and sees a change within a second.
 */
public interface CodeLists {

    /** As {@link #entries(String, LocalDate, long)}, for today and where whoever acts on this thread works. */
    List<Entry> entries(String list);

    /**
     * What may be chosen on {@code day}, in the list's own order; empty for a list that nobody brought.
     *
     * @param unitId whose province's own entries stand beside the national ones; 0 for those of all provinces
     */
    List<Entry> entries(String list, LocalDate day, long unitId);

    /** The entry with {@code code} as it is called today; one that has ended as it was called last. */
    Optional<Entry> byCode(String list, String code);

    /**
     * The entry with {@code code} as it was called on {@code day}; where it did not hold then, as it was called nearest to that
     * day. Empty for a code that there never was.
     */
    Optional<Entry> byCode(String list, String code, LocalDate day);

    /** As {@link #match(String, String, LocalDate, long)}, for today and where whoever acts on this thread works. */
    Optional<Entry> match(String list, String text);

    /**
     * Of {@link #entries(String, LocalDate, long)} the one whose code, name or synonym equals {@code text} without regard to
     * case; else the only one that does so without regard to diacritics and punctuation.
     */
    Optional<Entry> match(String list, String text, LocalDate day, long unitId);

    /** Whether {@code code} may be chosen today where whoever acts on this thread works. */
    default boolean isOpen(String list, String code) {
        return entries(list).stream().anyMatch(entry -> entry.code().equals(code));
    }

    /** Whether {@code code} is among {@link #entries(String, LocalDate, long)}. */
    default boolean isOpen(String list, String code, LocalDate day, long unitId) {
        return entries(list, day, unitId).stream()
                .anyMatch(entry -> entry.code().equals(code));
    }

    /** One line of a code list. */
    record Entry(String code, String name, List<String> synonyms) {

        public Entry {
            synonyms = List.copyOf(synonyms);
        }

        /** Whether code, name or a synonym contains what was typed, with or without diacritics; for search as one types. */
        public boolean isLike(String typed) {
            String wanted = Vietnamese.fold(typed);
            return Vietnamese.fold(code).contains(wanted)
                    || Vietnamese.fold(name).contains(wanted)
                    || synonyms.stream()
                            .anyMatch(synonym -> Vietnamese.fold(synonym).contains(wanted));
        }
    }
}
