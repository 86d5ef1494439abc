package vn.ansinh.core.codelist;

import java.util.Set;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.AdministrativeUnit.Level;
import vn.ansinh.api.unit.Units;

/** Whose entries a caller sees and changes. */
final class CodeRights {

    private final Access access;
    private final Units units;
    private final Places places;

    CodeRights(Access access, Units units) {
        this.access = access;
        this.units = units;
        this.places = new Places(units);
    }

    /**
     * Provinces whose own entries the caller sees beside the national ones; empty for all.
     *
     * @param unitId whose are asked for, 0 for the caller's
     * @throws Problem FORBIDDEN when the caller does not look after that unit
     */
    Set<Long> seen(long unitId) {
        if (unitId == 0) {
            return places.apply(access.require(Permissions.CODELIST_READ).unitId());
        }
        access.require(Permissions.CODELIST_READ, unitId);
        return places.apply(unitId);
    }

    static boolean isSeen(long unitId, Set<Long> seen) {
        return unitId == 0 || seen.isEmpty() || seen.contains(unitId);
    }

    /** @throws Problem FORBIDDEN when entries of that province, or of the country (0), are not the caller's to change */
    Caller mayChange(String permission, long unitId) {
        if (unitId != 0) {
            return access.require(permission, unitId);
        }
        Caller caller = access.require(permission);
        if (caller.unitId() != 0) {
            throw Problem.forbidden(
                    "AS-CODELIST-NATIONAL",
                    "Mục này dùng chung cả nước nên do cấp trung ương quản lý. Địa phương chỉ thêm, sửa mục riêng của tỉnh.");
        }
        return caller;
    }

    /** @throws Problem INVALID when the unit is no province */
    AdministrativeUnit province(long unitId) {
        return units.byId(unitId)
                .filter(unit -> unit.level() == Level.PROVINCE)
                .orElseThrow(() -> Problem.invalid(
                        "AS-CODELIST-PROVINCE",
                        "Mục riêng là của một tỉnh, thành phố. Vui lòng chọn tỉnh, thành phố."));
    }
}
