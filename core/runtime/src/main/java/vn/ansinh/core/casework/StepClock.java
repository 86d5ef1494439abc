package vn.ansinh.core.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import vn.ansinh.api.casework.Term;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.deadline.Deadlines;
import vn.ansinh.api.deadline.WorkingDays;

/** When terms end. Days in the citizen's turn do not count: those after the day of asking up to the day of bringing. */
final class StepClock {

    private final WorkingDays days;

    StepClock(WorkingDays days) {
        this.days = days;
    }

    static StepClock of(CodeLists codeLists) {
        return new StepClock(new WorkingDays(codeLists.entries(Deadlines.HOLIDAYS).stream()
                .map(CodeLists.Entry::code)
                .filter(code -> code.matches("\\d{4}-\\d{2}-\\d{2}"))
                .map(LocalDate::parse)
                .collect(Collectors.toSet())));
    }

    /** A time in the citizen's turn. @param to {@code null} while it lasts */
    record Stop(LocalDate from, LocalDate to) {

        boolean covers(LocalDate day) {
            return day.isAfter(from) && (to == null || !day.isAfter(to));
        }
    }

    WorkingDays days() {
        return days;
    }

    /** Last day of a term; {@code null} when none is known, or while the citizen's turn lasts. */
    LocalDate due(Term term, LocalDate from, List<Stop> stops) {
        if (!term.known() || stops.stream().anyMatch(stop -> stop.to() == null)) {
            return null;
        }
        boolean working = term.unit() == Term.Unit.WORKING;
        LocalDate day = from;
        for (int counted = 0; counted < term.days(); ) {
            day = day.plusDays(1);
            LocalDate at = day;
            boolean stopped = stops.stream().anyMatch(stop -> stop.covers(at));
            if (!stopped && (!working || days.isWorking(day))) {
                counted++;
            }
        }
        return days.orNext(day);
    }
}
