package vn.ansinh.core.casework.term;

import java.time.LocalDate;
import java.util.List;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.casework.Step;
import vn.ansinh.api.casework.Step.Kind;
import vn.ansinh.api.casework.Term;
import vn.ansinh.api.deadline.WorkingDays;

/**
 * When terms end. A term counts from the day after the event that begins it (Bộ luật Dân sự Điều 147), be that a working day or not;
 * days in the citizen's turn do not count; one of calendar days that ends on a day off ends on the next working day (Điều 148 khoản
 * 5). A clock that has run out stays so: what is asked for afterwards stops nothing.
 */
public final class TermClock {

    private final OfficeDays office;

    public TermClock(OfficeDays office) {
        this.office = office;
    }

    /** The days on which offices work. */
    public WorkingDays days() {
        return office.days();
    }

    /**
     * Last day of a term.
     *
     * @param from day of the event that begins it
     * @param stops times in the citizen's turn, in any order, which may overlap
     */
    public Due due(Term term, LocalDate from, List<Stop> stops) {
        if (!term.known()) {
            return new Due(null, term.provisional());
        }
        boolean working = term.unit() == Term.Unit.WORKING;
        LocalDate day = from;
        for (int counted = 0; counted < term.days(); ) {
            day = day.plusDays(1);
            LocalDate at = day;
            if (stops.stream().anyMatch(stop -> stop.to() == null && stop.covers(at))) {
                return new Due(null, term.provisional());
            }
            if ((!working || days().isWorking(day)) && stops.stream().noneMatch(stop -> stop.covers(at))) {
                counted++;
            }
        }
        LocalDate last = stopped(days().orNext(day), stops);
        return new Due(last, term.provisional() || last != null && !office.known(from, last));
    }

    /** What was asked for on the last day is waited for: the term ends with the day of bringing; {@code null} while it lasts. */
    private LocalDate stopped(LocalDate last, List<Stop> stops) {
        for (Stop stop : stops) {
            if (!stop.from().isAfter(last) && stop.covers(last.plusDays(1))) {
                return stop.to() == null ? null : stopped(days().orNext(stop.to()), stops);
            }
        }
        return last;
    }

    /**
     * Last day of a step; of one within another's term, that other's.
     *
     * @param began day on which the step began
     * @param coverBegan day on which the step began within whose term it lies; not looked at where it has a term of its own
     */
    public Due due(Procedure procedure, Step step, LocalDate began, LocalDate coverBegan, List<Stop> stops) {
        if (step.within() == null) {
            return due(step.term(), began, stops);
        }
        Step cover = procedure.step(step.within()).orElseThrow();
        Due whole = due(cover.term(), coverBegan, stops);
        if (step.kind() == Kind.POSTING || !step.term().known()) {
            return whole;
        }
        Due own = due(step.term(), began, stops);
        return whole.day() == null || own.day() == null || own.day().isBefore(whole.day()) ? own : whole;
    }

    /** First day on which what hangs out may be taken down: so many working or calendar days later. */
    public LocalDate postedUntil(Step posting, LocalDate hung) {
        Term term = posting.term();
        int days = Math.max(1, term.days());
        return term.unit() == Term.Unit.WORKING ? days().plus(hung, days) : days().orNext(hung.plusDays(days));
    }

    /**
     * By when law wants the result: the terms of the steps one after the other, with the days that the citizen's turns took.
     *
     * @param complete day on which the file was handed in whole
     * @param objected whether there is a complaint: its term comes on top
     * @return without a day when a step that law gives an office to do has no term that is known, or a turn of the citizen's lasts
     */
    public Due whole(Procedure procedure, LocalDate complete, List<Stop> stops, boolean objected) {
        LocalDate day = complete;
        boolean provisional = false;
        boolean unknown = false;
        for (Step step : procedure.steps()) {
            if (!counts(step, objected)) {
                continue;
            }
            provisional |= step.term().provisional();
            if (unknown || !step.term().known()) {
                unknown = true;
                continue;
            }
            Due next = due(step.term(), day, stops);
            provisional |= next.provisional();
            unknown = next.day() == null;
            day = unknown ? day : next.day();
        }
        return new Due(unknown || day.equals(complete) ? null : day, provisional);
    }

    private static boolean counts(Step step, boolean objected) {
        if (step.within() != null) {
            return false;
        }
        return switch (step.kind()) {
            case RECEPTION, RESULT -> step.term().known();
            case COMPLAINT -> objected;
            case REVIEW, POSTING, SUBMISSION, APPRAISAL, DECISION -> true;
        };
    }
}
