package vn.ansinh.core.codelist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import vn.ansinh.api.codelist.CodeEntry;
import vn.ansinh.api.codelist.CodeLists.Entry;

/** All that one list ever held, ready to be asked for any day. Immutable but for what it has worked out already. */
final class ListVersions {

    static final ListVersions NONE = new ListVersions(List.of());

    private static final int MOST_KEPT = 500;

    private final List<Version> versions;
    private final Map<String, List<Version>> byCode = new HashMap<>();
    /** Days on which the list is another than the day before. */
    private final TreeSet<LocalDate> turns = new TreeSet<>();

    private final Map<Slice, CodeListIndex> slices = new ConcurrentHashMap<>();

    /** @param from {@code null} for always @param to last day, {@code null} for none */
    private record Version(long unitId, LocalDate from, LocalDate to, int order, Entry entry) {

        boolean holdsOn(LocalDate day) {
            return !begins(day) && (to == null || !day.isAfter(to));
        }

        boolean begins(LocalDate after) {
            return from != null && from.isAfter(after);
        }
    }

    /** The list between two turns, as a place sees it. @param turn {@code null} before the first */
    private record Slice(LocalDate turn, Set<Long> places) {}

    ListVersions(List<CodeEntry> entries) {
        versions = entries.stream()
                .map(entry -> new Version(
                        entry.unitId(),
                        entry.values().from(),
                        entry.values().to(),
                        entry.values().order(),
                        new Entry(
                                entry.code(),
                                entry.values().name(),
                                entry.values().synonyms())))
                .sorted(Comparator.comparingInt(Version::order)
                        .thenComparing(version -> version.entry().code()))
                .toList();
        for (Version version : versions) {
            byCode.computeIfAbsent(version.entry().code(), code -> new ArrayList<>())
                    .add(version);
            if (version.from() != null) {
                turns.add(version.from());
            }
            if (version.to() != null) {
                turns.add(version.to().plusDays(1));
            }
        }
        byCode.values()
                .forEach(list -> list.sort(
                        Comparator.comparing(Version::from, Comparator.nullsFirst(Comparator.naturalOrder()))));
    }

    /** @param places provinces whose own entries are seen; empty for all */
    CodeListIndex on(LocalDate day, Set<Long> places) {
        Slice slice = new Slice(turns.floor(day), places);
        CodeListIndex known = slices.get(slice);
        if (known != null) {
            return known;
        }
        if (slices.size() > MOST_KEPT) {
            slices.clear();
        }
        CodeListIndex index = new CodeListIndex(versions.stream()
                .filter(version -> version.holdsOn(day))
                .filter(version -> version.unitId() == 0 || places.isEmpty() || places.contains(version.unitId()))
                .map(Version::entry)
                .toList());
        slices.put(slice, index);
        return index;
    }

    /** As it was called on {@code day}; else as it was called last before, else first after. */
    Optional<Entry> named(String code, LocalDate day) {
        List<Version> spans = byCode.getOrDefault(code, List.of());
        Version nearest = null;
        for (Version span : spans) {
            if (nearest == null || !span.begins(day)) {
                nearest = span;
            }
        }
        return Optional.ofNullable(nearest).map(Version::entry);
    }
}
