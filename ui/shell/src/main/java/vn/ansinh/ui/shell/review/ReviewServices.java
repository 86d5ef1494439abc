package vn.ansinh.ui.shell.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.benefit.Entitlements;
import vn.ansinh.api.bulk.BulkDecisions;
import vn.ansinh.api.policy.Policies;
import vn.ansinh.api.program.Program;
import vn.ansinh.api.review.Reviews;
import vn.ansinh.api.sheet.Spreadsheets;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Units;

/** What the pages of review lists and of decisions about many use. */
public record ReviewServices(
        Reviews reviews,
        BulkDecisions decisions,
        Entitlements entitlements,
        Policies policies,
        List<Program> running,
        Spreadsheets spreadsheets,
        Access access,
        Units units,
        Clock clock) {

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** A unit's own name, blank for none. */
    String unit(long id) {
        return units.byId(id).map(AdministrativeUnit::name).orElse("");
    }
}
