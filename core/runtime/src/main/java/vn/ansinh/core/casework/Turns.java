package vn.ansinh.core.casework;

import java.time.LocalDate;
import java.util.Optional;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.casework.Step;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.AdministrativeUnit.Level;
import vn.ansinh.api.unit.Units;

/**
 * Whose turn it is. A step is done by the unit of its level that stands over the commune on the day; where there is none on that
 * day, as there are no districts since 2025-07-01, by the commune. Who has succeeded a unit that ended does what is left of it.
 */
public final class Turns {

    private final Units units;
    private final LocalDate today;

    public Turns(Units units, LocalDate today) {
        this.units = units;
        this.today = today;
    }

    /** The unit that does a step of {@code level} on {@code day} for what lies in a commune. */
    public long holder(long communeId, Level level, LocalDate day) {
        Optional<AdministrativeUnit> up = units.byId(communeId);
        while (up.isPresent() && up.get().level() != level) {
            up = units.byId(up.get().parentId());
        }
        return up.filter(unit -> unit.existsOn(day)).map(AdministrativeUnit::id).orElse(communeId);
    }

    /** Whether the caller's unit may act in a step on {@code day}. */
    boolean mayAct(Caller caller, Step step, long communeId, LocalDate day) {
        return mayAct(caller, step.level(), communeId, day);
    }

    /** As {@link #mayAct(Caller, Step, long, LocalDate)}, for whatever a unit of {@code level} does. */
    public boolean mayAct(Caller caller, Level level, long communeId, LocalDate day) {
        return caller.unitId() != 0
                && (answersFor(caller.unitId(), holder(communeId, level, day))
                        || answersFor(caller.unitId(), holder(communeId, level, today)));
    }

    /** Whether a unit is another, or the commune that has taken its work over. */
    private boolean answersFor(long unitId, long holderId) {
        return unitId == holderId
                || units.byId(holderId).filter(held -> !held.existsOn(today)).isPresent()
                        && units.byId(unitId)
                                .filter(unit -> unit.level() == Level.COMMUNE)
                                .isPresent()
                        && units.isWithin(holderId, unitId);
    }

    /** Whether a case is in the caller's hands: it runs, and they do its step. Then they see it whole. */
    boolean working(Caller caller, CaseRow row, Procedure procedure) {
        return !row.state().ended()
                && procedure
                        .step(row.step())
                        .filter(step -> caller.may(step.kind().permission()))
                        .filter(step -> mayAct(caller, step, row.unitId(), row.since()))
                        .isPresent();
    }

    /** @throws Problem FORBIDDEN, saying whose turn it is */
    void require(Caller caller, Step step, long communeId, LocalDate day) {
        require(caller, step, step.kind().permission(), communeId, day);
    }

    /** As {@link #require(Caller, Step, long, LocalDate)}, with a permission of its own. */
    void require(Caller caller, Step step, String permission, long communeId, LocalDate day) {
        if (!mayAct(caller, step, communeId, day)) {
            throw Problem.forbidden(
                    "AS-CASE-TURN",
                    "Hồ sơ đang ở bước «" + step.name() + "», do "
                            + units.fullName(holder(communeId, step.level(), today))
                            + " giải quyết. Cơ quan khác chỉ xem.");
        }
        if (!caller.may(permission)) {
            throw Problem.forbidden(
                    "AS-ACCESS-PERMISSION",
                    "Tài khoản chưa được giao làm bước «" + step.name() + "» (" + permission
                            + "). Vui lòng liên hệ người quản trị.");
        }
    }
}
