package vn.ansinh.btxh.deadline;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.benefit.Payroll;
import vn.ansinh.api.benefit.PayrollState;
import vn.ansinh.api.benefit.Payrolls;
import vn.ansinh.api.deadline.Cadence;
import vn.ansinh.api.deadline.DueRule;
import vn.ansinh.api.unit.Units;

/**
 * A commune's payment list is closed before the 25th of the month before: on that day money and list go to who pays. Who paid the month
 * before, or has a draft, has to.
 */
public final class ListDeadline extends StatedDeadline {

    private final Access access;
    private final Payrolls payrolls;
    private final Units units;

    public ListDeadline(Access access, Payrolls payrolls, Units units) {
        super(
                "btxh.danh-sach",
                "Chốt danh sách chi trả",
                "Nghị định 20/2021/NĐ-CP Điều 34 khoản 4",
                DueRule.onDay(Cadence.MONTH, -1, 24));
        this.access = access;
        this.payrolls = payrolls;
        this.units = units;
    }

    @Override
    public CutOff cutsOff() {
        return CutOff.PAYROLL_CLOSE;
    }

    @Override
    public List<Standing> standings(long unitId, LocalDate period) {
        if (!access.require().may(Permissions.PAYROLL_READ)) {
            return List.of();
        }
        YearMonth month = YearMonth.from(period);
        Map<Long, Standing> standings = new LinkedHashMap<>();
        for (Payroll former : payrolls.payrolls(program(), unitId, month.minusMonths(1))) {
            if (former.state() == PayrollState.CLOSED && exists(former.unitId(), period)) {
                standings.put(former.unitId(), new Standing(former.unitId(), null));
            }
        }
        for (Payroll payroll : payrolls.payrolls(program(), unitId, month)) {
            standings.put(
                    payroll.unitId(),
                    new Standing(payroll.unitId(), payroll.state() == PayrollState.CLOSED ? payroll.closedAt() : null));
        }
        return List.copyOf(standings.values());
    }

    /** A commune that has ended since has no list of the month. */
    private boolean exists(long unitId, LocalDate day) {
        return units.byId(unitId).filter(unit -> unit.existsOn(day)).isPresent();
    }
}
