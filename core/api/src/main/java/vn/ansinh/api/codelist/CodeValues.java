package vn.ansinh.api.codelist;

import java.time.LocalDate;
import java.util.List;

/**
 * What an entry of a code list says, for the time for which it says so.
 *
 * @param name Vietnamese
 * @param synonyms other words by which search and imports find it
 * @param order place in the list, from low to high; 0 in a draft for the end of the list
 * @param from first day; {@code null} for always
 * @param to last day; {@code null} while it holds
 * @param basis the law or paper it stands on; may be blank
 */
public record CodeValues(String name, List<String> synonyms, int order, LocalDate from, LocalDate to, String basis) {

    public CodeValues {
        synonyms = synonyms == null ? List.of() : List.copyOf(synonyms);
        basis = basis == null ? "" : basis;
    }

    /** Whether it holds on {@code day}. */
    public boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /** The same from another day on. */
    public CodeValues from(LocalDate first) {
        return new CodeValues(name, synonyms, order, first, to, basis);
    }

    /** The same until another day. @param last the last day, {@code null} for no end */
    public CodeValues until(LocalDate last) {
        return new CodeValues(name, synonyms, order, from, last, basis);
    }

    /** The same at another place in the list. */
    public CodeValues at(int place) {
        return new CodeValues(name, synonyms, place, from, to, basis);
    }
}
