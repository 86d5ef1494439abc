package vn.ansinh.btxh.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.api.deadline.Cadence;
import vn.ansinh.api.deadline.Deadline;
import vn.ansinh.api.deadline.DueRule;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.AdministrativeUnit.Level;
import vn.ansinh.api.unit.Units;
import vn.ansinh.btxh.BtxhProgram;

/** The half-yearly report on forms 10a to 10d; who has sent it says so. */
public final class ReportDeadline implements Deadline {

    private final String id;
    private final String name;
    private final String basis;
    private final DueRule rule;
    private final Level level;
    private final Units units;

    private ReportDeadline(String id, String name, String basis, DueRule rule, Level level, Units units) {
        this.id = id;
        this.name = name;
        this.basis = basis;
        this.rule = rule;
        this.level = level;
        this.units = units;
    }

    /** Of a commune: before 15 June and 15 December. */
    public static ReportDeadline ofCommunes(Units units) {
        return new ReportDeadline(
                "btxh.bao-cao-xa",
                "Báo cáo sáu tháng của xã (mẫu 10a–10d)",
                "Thông tư 02/2021/TT-BLĐTBXH Điều 6 khoản 1 điểm c",
                DueRule.onDay(Cadence.HALF_YEAR, 5, 14),
                Level.COMMUNE,
                units);
    }

    /** Of a province: before 15 July and 15 January. */
    public static ReportDeadline ofProvinces(Units units) {
        return new ReportDeadline(
                "btxh.bao-cao-tinh",
                "Báo cáo sáu tháng của tỉnh (mẫu 10a–10d)",
                "Thông tư 02/2021/TT-BLĐTBXH Điều 6 khoản 3 điểm d",
                DueRule.onDay(Cadence.HALF_YEAR, 6, 14),
                Level.PROVINCE,
                units);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String program() {
        return BtxhProgram.ID;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String basis() {
        return basis;
    }

    @Override
    public DueRule rule() {
        return rule;
    }

    @Override
    public boolean isReported() {
        return true;
    }

    /** The units of the period's last day. */
    @Override
    public List<Standing> standings(long unitId, LocalDate period) {
        LocalDate day = Cadence.HALF_YEAR.next(period).minusDays(1);
        List<Standing> standings = new ArrayList<>();
        gather(unitId, day, standings);
        return standings;
    }

    private void gather(long unitId, LocalDate day, List<Standing> standings) {
        if (unitId == 0) {
            units.provinces(day).forEach(province -> gather(province.id(), day, standings));
            return;
        }
        AdministrativeUnit unit = units.byId(unitId).orElse(null);
        if (unit == null || !unit.existsOn(day)) {
            return;
        }
        if (unit.level() == level) {
            standings.add(new Standing(unitId, null));
        } else if (unit.level() != Level.COMMUNE) {
            units.children(unitId, day).forEach(child -> gather(child.id(), day, standings));
        }
    }
}
