package vn.ansinh.rest.resource;

import java.time.LocalDate;
import java.time.YearMonth;
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
        return idOrOwn(code, (LocalDate) null);
    }

    /** As above, for what bore the code on {@code day}; {@code null} for today. */
    long idOrOwn(String code, LocalDate day) {
        return code == null || code.isBlank() ? access.require().unitId() : id(code, day);
    }

    /**
     * What bore {@code code} in {@code month}: a list speaks of its month's units. The caller's own subtree when the code is
     * left out; {@code null} as a month is today.
     */
    long idOrOwn(String code, YearMonth month) {
        return idOrOwn(code, lastDay(month));
    }

    /** What bore {@code code} in {@code month}, see above. @throws Problem INVALID for a code that nothing bore then */
    long id(String code, YearMonth month) {
        return id(code, lastDay(month));
    }

    private static LocalDate lastDay(YearMonth month) {
        return month == null ? null : month.atEndOfMonth();
    }

    /** One of the units that took over an ended one, by its code on the day after the other's last. */
    long heirOf(long endedUnit, String code) {
        return id(code, units.byId(endedUnit).map(AdministrativeUnit::validTo).orElse(null));
    }

    /** As {@link #id}; the whole country when the code is left out: units are no secret. */
    long withinOrAll(String code) {
        return code == null || code.isBlank() ? 0 : id(code);
    }

    /** @throws Problem INVALID for a code that nothing bears today */
    long id(String code) {
        return id(code, (LocalDate) null);
    }

    /** What bore {@code code} on {@code day}, {@code null} for today. @throws Problem INVALID for a code that nothing bore then */
    long id(String code, LocalDate day) {
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
