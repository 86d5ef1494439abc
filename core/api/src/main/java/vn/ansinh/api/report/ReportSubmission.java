package vn.ansinh.api.report;

import java.util.List;
import vn.ansinh.api.deadline.DueRule;
import vn.ansinh.api.unit.AdministrativeUnit.Level;

/**
 * How a report goes up: each level closes its own by its day, the level above takes those below together.
 *
 * @param levels who sends it and by when, lowest first
 */
public record ReportSubmission(List<Step> levels) {

    public ReportSubmission {
        levels = List.copyOf(levels);
    }

    /**
     * One level's duty.
     *
     * @param rule by when; its cadence is the report's period
     * @param basis the clause that says so; {@code null} when only the province does
     */
    public record Step(Level level, DueRule rule, String basis) {}
}
