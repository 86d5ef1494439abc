package vn.ansinh.ui.shell.closing;

import java.time.Clock;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.report.ReportClosings;
import vn.ansinh.api.report.ReportClosings.Closing;
import vn.ansinh.api.report.ReportClosings.State;
import vn.ansinh.api.unit.Units;

/** What the page of reports that are sent up uses. */
public record ClosingServices(ReportClosings closings, Access access, Units units, Clock clock) {

    /** Whether the caller computes, corrects and sends a unit's reports. */
    boolean closes(long unitId) {
        Caller caller = access.require();
        return caller.may(Permissions.REPORT_CLOSE) && units.isWithin(unitId, caller.unitId());
    }

    /** Whether the caller takes up or gives back a report that was sent. */
    boolean decides(Closing closing) {
        Caller caller = access.require();
        return closing.state() != State.DRAFT
                && caller.may(Permissions.REPORT_RECEIVE)
                && caller.unitId() != closing.unitId()
                && units.isWithin(closing.unitId(), caller.unitId())
                && !caller.account().equals(closing.sent().account());
    }
}
