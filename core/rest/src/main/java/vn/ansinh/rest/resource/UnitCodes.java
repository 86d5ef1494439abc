package vn.ansinh.rest.resource;

import java.time.LocalDate;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Units;

/** Units as integrators name them: by their code on a day. */
public final class UnitCodes {

    private final Access access;
    private final Units units;
    private final Today today;

    /** @param access tells the caller's own unit */
    public UnitCodes(Access access, Units units, Today today) {
        this.access = access;
        this.units = units;
        this.today = today;
    }

    /**
     * The unit that bears {@code code} today; the caller's own subtree when the code is left out.
     *
     * @throws Problem INVALID for a code that nothing bears today
     */
    long idOrOwn(String code) {
        return idOrOwn(code, null);
    }

    /** As above, for what bore the code on {@code day}; {@code null} for today. */
    long idOrOwn(String code, LocalDate day) {
        return code == null || code.isBlank() ? access.require().unitId() : id(code, day);
    }

    /** As {@link #id}; the whole country when the code is left out: units are no secret. */
    long withinOrAll(String code) {
        return code == null || code.isBlank() ? 0 : id(code);
    }

    /** @throws Problem INVALID for a code that nothing bears today */
    long id(String code) {
        return id(code, null);
    }

    private long id(String code, LocalDate day) {
        return units.byCode(code, today.or(day))
                .map(AdministrativeUnit::id)
                .orElseThrow(() -> Problem.invalid(
                        "AS-UNIT-CODE",
                        "Ngày " + Vietnamese.day(today.or(day)) + " không có đơn vị hành chính nào mang mã " + code
                                + ". Mã cũ: xem /api/v1/units/resolve."));
    }

    String fullName(long unitId) {
        return unitId == 0 ? "Toàn quốc" : units.fullName(unitId);
    }
}
