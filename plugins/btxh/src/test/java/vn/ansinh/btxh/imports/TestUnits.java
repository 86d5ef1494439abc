package vn.ansinh.btxh.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.AdministrativeUnit.Level;
import vn.ansinh.api.unit.Units;

/**
 * A few units of Hà Tĩnh: commune 18673 lasts; 18676 became a part of it; 18679 was split between it and 18700; 18700's code was
 * once another commune's, now in 18673.
 */
final class TestUnits implements Units {

    static final long PROVINCE = 42;
    static final long CAM_XUYEN = 1;
    static final long CAM_HUNG = 2;

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);

    private static final AdministrativeUnit PROVINCE_UNIT =
            new AdministrativeUnit(PROVINCE, "42", "Tỉnh Hà Tĩnh", Level.PROVINCE, 0, LONG_AGO, null);
    private static final AdministrativeUnit CAM_XUYEN_UNIT = commune(CAM_XUYEN, "18673", "Xã Cẩm Xuyên", REFORM, null);
    private static final AdministrativeUnit CAM_HUNG_UNIT = commune(CAM_HUNG, "18700", "Xã Cẩm Hưng", REFORM, null);
    private static final AdministrativeUnit CAM_QUANG = commune(3, "18676", "Xã Cẩm Quang", LONG_AGO, REFORM);
    private static final AdministrativeUnit CAM_THINH = commune(4, "18679", "Xã Cẩm Thịnh", LONG_AGO, REFORM);

    private static final AdministrativeUnit CAM_LOC = commune(5, "18700", "Xã Cẩm Lộc", LONG_AGO, REFORM);

    private static AdministrativeUnit commune(long id, String code, String name, LocalDate from, LocalDate to) {
        return new AdministrativeUnit(id, code, name, Level.COMMUNE, PROVINCE, from, to);
    }

    private static List<AdministrativeUnit> all() {
        return List.of(PROVINCE_UNIT, CAM_XUYEN_UNIT, CAM_HUNG_UNIT, CAM_QUANG, CAM_THINH, CAM_LOC);
    }

    @Override
    public Optional<AdministrativeUnit> byId(long id) {
        return all().stream().filter(unit -> unit.id() == id).findFirst();
    }

    @Override
    public Optional<AdministrativeUnit> byCode(String code, LocalDate day) {
        return everByCode(code).stream().filter(unit -> unit.existsOn(day)).findFirst();
    }

    @Override
    public List<AdministrativeUnit> everByCode(String code) {
        return all().stream().filter(unit -> unit.code().equals(code)).toList();
    }

    @Override
    public List<AdministrativeUnit> provinces(LocalDate day) {
        return List.of(PROVINCE_UNIT);
    }

    @Override
    public List<AdministrativeUnit> children(long unitId, LocalDate day) {
        return all().stream()
                .filter(unit -> unit.parentId() == unitId && unit.existsOn(day))
                .toList();
    }

    @Override
    public List<Succession> successors(long unitId) {
        if (unitId == CAM_QUANG.id() || unitId == CAM_LOC.id()) {
            return List.of(new Succession(CAM_XUYEN_UNIT, false, REFORM));
        }
        if (unitId == CAM_THINH.id()) {
            return List.of(new Succession(CAM_XUYEN_UNIT, true, REFORM), new Succession(CAM_HUNG_UNIT, true, REFORM));
        }
        return List.of();
    }

    @Override
    public List<Succession> predecessors(long unitId) {
        return List.of();
    }

    @Override
    public List<AdministrativeUnit> resolve(String code, LocalDate day) {
        Optional<AdministrativeUnit> bearer = byCode(code, day);
        if (bearer.isPresent()) {
            return List.of(bearer.get());
        }
        List<AdministrativeUnit> heirs = new ArrayList<>();
        everByCode(code).forEach(once -> successors(once.id()).forEach(next -> heirs.add(next.unit())));
        return heirs;
    }

    @Override
    public List<AdministrativeUnit> search(String text, long within, LocalDate day, int limit) {
        return List.of();
    }

    @Override
    public boolean isWithin(long unitId, long ancestorId) {
        return ancestorId == 0 || unitId == ancestorId || (ancestorId == PROVINCE && unitId < 10);
    }

    @Override
    public String fullName(long unitId) {
        return byId(unitId).map(AdministrativeUnit::name).orElse("Cả nước");
    }
}
