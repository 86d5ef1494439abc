package vn.ansinh.core.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.unit.AdministrativeUnit.Level;
import vn.ansinh.core.unit.UnitData.Change;
import vn.ansinh.core.unit.UnitData.DayList;
import vn.ansinh.core.unit.UnitData.Line;

/**
 * One history out of lists that each show one day.
 *
 * <p>A unit goes on from one list to the next when its code is the same, its name is the same but for case and diacritics
 * (a change of spelling: the newer spelling is taken, the unit stays itself), the unit above it goes on, and no other unit
 * was merged into it. Otherwise the old one ends the day the new list begins and a new one starts, even under the same
 * code. So the path above a unit is right for every day of its life.
 *
 * <p>What became of an ended unit is what the source says. Where the source says nothing (2025-01-01, 2026-04-30), the
 * same code is the successor; a district's successors are the districts its communes are found in afterwards.
 */
final class UnitHistory {

    /** One unit over its life. */
    static final class Unit {
        final String code;
        final Unit parent;
        final LocalDate from;
        String name;
        LocalDate to;

        private Unit(String code, String name, Unit parent, LocalDate from) {
            this.code = code;
            this.name = name;
            this.parent = parent;
            this.from = from;
        }

        Level level() {
            return levelOf(code);
        }
    }

    /** What became of {@code old}. */
    record Step(Unit old, Unit next, boolean partial) {}

    private final List<Unit> units = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private Map<String, Unit> current = Map.of();

    private UnitHistory() {}

    static UnitHistory of(List<DayList> lists) {
        UnitHistory history = new UnitHistory();
        for (DayList list : lists) {
            history.advance(list);
        }
        return history;
    }

    /** Every unit that ever was; a unit comes after the one above it. */
    List<Unit> units() {
        return units;
    }

    List<Step> steps() {
        return steps;
    }

    private void advance(DayList list) {
        Set<String> merged = mergedInto(list.changes());
        Map<String, Unit> next = new LinkedHashMap<>();
        List<Line> topDown = new ArrayList<>(list.lines());
        topDown.sort(
                Comparator.comparingInt((Line line) -> line.code().length()).thenComparing(Line::code));
        for (Line line : topDown) {
            Unit parent = line.parent().isEmpty() ? null : next.get(line.parent());
            if (parent == null && !line.parent().isEmpty()) {
                throw new IllegalStateException("Unit " + line.code() + " of " + list.day() + " lies in "
                        + line.parent() + ", which is not listed");
            }
            Unit unit = current.get(line.code());
            if (unit != null
                    && unit.parent == parent
                    && !merged.contains(line.code())
                    && Vietnamese.fold(unit.name).equals(Vietnamese.fold(line.name()))) {
                unit.name = line.name();
            } else {
                unit = new Unit(line.code(), line.name(), parent, list.day());
                units.add(unit);
            }
            if (next.put(line.code(), unit) != null) {
                throw new IllegalStateException("Unit " + line.code() + " is listed twice on " + list.day());
            }
        }
        Set<Unit> ended = new LinkedHashSet<>(current.values());
        ended.removeAll(new HashSet<>(next.values()));
        for (Unit unit : ended) {
            unit.to = list.day();
        }
        if (list.changes() == null) {
            derive(ended, next);
        } else {
            follow(list, ended, next);
        }
        current = next;
    }

    /** Codes that took in others, and so are new units even where code and name stayed. */
    private static Set<String> mergedInto(Collection<Change> changes) {
        Set<String> merged = new HashSet<>();
        if (changes != null) {
            for (Change change : changes) {
                if (!change.oldCode().equals(change.newCode()) || change.partial()) {
                    merged.add(change.newCode());
                }
            }
        }
        return merged;
    }

    private void follow(DayList list, Set<Unit> ended, Map<String, Unit> next) {
        for (Change change : list.changes()) {
            Unit old = current.get(change.oldCode());
            Unit successor = next.get(change.newCode());
            if (old == null || successor == null) {
                throw new IllegalStateException(
                        "Change " + change + " of " + list.day() + " names a unit that is not listed");
            }
            if (ended.contains(old)) {
                steps.add(new Step(old, successor, change.partial()));
            }
        }
    }

    private void derive(Set<Unit> ended, Map<String, Unit> next) {
        Map<Unit, Set<Unit>> districtsAfter = new HashMap<>();
        for (Unit unit : current.values()) {
            Unit same = next.get(unit.code);
            if (unit.level() == Level.COMMUNE && same != null) {
                districtsAfter
                        .computeIfAbsent(unit.parent, district -> new LinkedHashSet<>())
                        .add(same.parent);
            }
        }
        for (Unit unit : ended) {
            Set<Unit> successors = unit.level() == Level.DISTRICT ? districtsAfter.get(unit) : null;
            Unit same = next.get(unit.code);
            if (successors != null) {
                for (Unit successor : successors) {
                    steps.add(new Step(unit, successor, successors.size() > 1));
                }
            } else if (same != null) {
                steps.add(new Step(unit, same, false));
            }
        }
    }

    private static Level levelOf(String code) {
        return switch (code.length()) {
            case 2 -> Level.PROVINCE;
            case 3 -> Level.DISTRICT;
            case 5 -> Level.COMMUNE;
            default -> throw new IllegalStateException("Not a code of a unit: " + code);
        };
    }
}
