package vn.ansinh.core.report.closing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.deadline.Cadence;
import vn.ansinh.api.report.ReportColumn.Privacy;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportSubmission;
import vn.ansinh.api.report.ReportSubmission.Step;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.AdministrativeUnit.Level;
import vn.ansinh.api.unit.Units;

/**
 * Who sends a report to whom. Units are those of the period's last day: until June 2025 communes sent to districts and these to
 * provinces, since then there are no districts and communes send to the province, though the report's file names all three levels.
 */
public final class Submitters {

    private final Units units;

    public Submitters(Units units) {
        this.units = units;
    }

    /** Whether a report can be sent up: it says by when, and shows figures, not single people. */
    static boolean isSentUp(ReportDefinition report) {
        return !report.sensitive()
                && report.submission().isPresent()
                && report.columns().stream().allMatch(column -> column.privacy() == Privacy.PUBLIC);
    }

    /** A level's duty. */
    static Optional<Step> step(ReportDefinition report, Level level) {
        return report.submission().map(ReportSubmission::levels).stream()
                .flatMap(List::stream)
                .filter(step -> step.level() == level)
                .findFirst();
    }

    /** The duty of a unit for a period; empty when it has none, or was not there. */
    Optional<Step> step(ReportDefinition report, long unitId, LocalDate period) {
        return units.byId(unitId)
                .flatMap(unit -> step(report, unit.level())
                        .filter(step -> unit.existsOn(lastDay(step.rule().cadence(), period))));
    }

    /** The cadence of a report: all its levels have the same. */
    static Cadence cadence(ReportDefinition report) {
        return report.submission().orElseThrow().levels().get(0).rule().cadence();
    }

    static LocalDate lastDay(Cadence cadence, LocalDate period) {
        return cadence.next(period).minusDays(1);
    }

    /** Units of a level at or below a unit. @param unitId 0 for the country */
    List<Long> at(Level level, long unitId, LocalDate day) {
        List<Long> found = new ArrayList<>();
        AdministrativeUnit unit = units.byId(unitId).orElse(null);
        if (unit != null && unit.existsOn(day) && unit.level() == level) {
            found.add(unitId);
        } else if (unitId == 0 || unit != null && unit.existsOn(day)) {
            gatherAt(level, unitId, day, found);
        }
        return found;
    }

    private void gatherAt(Level level, long unitId, LocalDate day, List<Long> found) {
        for (AdministrativeUnit child : below(unitId, day)) {
            if (child.level() == level) {
                found.add(child.id());
            } else if (child.level() != Level.COMMUNE) {
                gatherAt(level, child.id(), day, found);
            }
        }
    }

    /** The units that send the report to a unit: those nearest below that have to. @param unitId 0 for the country */
    List<Long> below(ReportDefinition report, long unitId, LocalDate period) {
        List<Long> found = new ArrayList<>();
        gatherBelow(report, unitId, lastDay(cadence(report), period), found);
        return found;
    }

    private void gatherBelow(ReportDefinition report, long unitId, LocalDate day, List<Long> found) {
        for (AdministrativeUnit child : below(unitId, day)) {
            if (step(report, child.level()).isPresent()) {
                found.add(child.id());
            } else {
                gatherBelow(report, child.id(), day, found);
            }
        }
    }

    private List<AdministrativeUnit> below(long unitId, LocalDate day) {
        return unitId == 0 ? units.provinces(day) : units.children(unitId, day);
    }
}
