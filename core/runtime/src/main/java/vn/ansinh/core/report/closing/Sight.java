package vn.ansinh.core.report.closing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.report.definition.KnownReport;
import vn.ansinh.core.report.definition.ReportLibrary;

/** Which reports and which of what units sent the caller sees. */
final class Sight {

    private final ReportLibrary library;
    private final Access access;
    private final Units units;

    Sight(ReportLibrary library, Access access, Units units) {
        this.library = library;
        this.access = access;
        this.units = units;
    }

    static boolean sees(Caller caller, String permission, String program) {
        return caller.may(permission) && (program == null || caller.works(program));
    }

    /** Reports that are sent up: forms by their numbers, others by title. */
    List<ReportDefinition> submitted() {
        Caller caller = access.require(Permissions.REPORT_READ);
        return library.all().stream()
                .map(KnownReport::definition)
                .filter(Submitters::isSentUp)
                .filter(report -> sees(caller, report.permission(), report.program()))
                .sorted(Comparator.comparing(ReportDefinition::form, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(report -> Vietnamese.fold(report.title())))
                .toList();
    }

    /** @throws Problem NOT_FOUND, or INVALID for one that is not sent up */
    KnownReport known(String id) {
        Caller caller = access.require(Permissions.REPORT_READ);
        KnownReport known = library.byId(id)
                .filter(report -> sees(
                        caller,
                        report.definition().permission(),
                        report.definition().program()))
                .orElseThrow(
                        () -> Problem.notFound(
                                "AS-CLOSING-REPORT",
                                "Hiện không có báo cáo «" + id
                                        + "», hoặc tài khoản không được xem báo cáo này. Nếu báo cáo vừa được gỡ, các bản đã gửi vẫn xem được."));
        if (!Submitters.isSentUp(known.definition())) {
            throw Problem.invalid(
                    "AS-CLOSING-NOT-SENT",
                    "Báo cáo «" + known.definition().title()
                            + "» không phải báo cáo gửi lên cấp trên: báo cáo gửi lên có hạn gửi và chỉ gồm số tổng hợp.");
        }
        return known;
    }

    /** @throws Problem NOT_FOUND for one outside of the caller's unit, programs or permissions, too */
    Kept seen(Optional<Kept> found, long id) {
        Caller caller = access.require(Permissions.REPORT_READ);
        return found.filter(kept -> units.isWithin(kept.unitId(), caller.unitId()))
                .filter(kept -> sees(caller, kept.permission(), kept.program()))
                .orElseThrow(() -> Problem.notFound(
                        "AS-CLOSING", "Không có báo cáo chốt số " + id + " trong phạm vi của tài khoản."));
    }
}
