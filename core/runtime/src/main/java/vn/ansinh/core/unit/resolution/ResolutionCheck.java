package vn.ansinh.core.unit.resolution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.AdministrativeUnit.Level;
import vn.ansinh.api.unit.ResolutionState.Beginning;
import vn.ansinh.api.unit.Units;

/** Whether a resolution fits the units as they are: each old commune goes somewhere, and wholly. */
final class ResolutionCheck {

    private static final Pattern CODE = Pattern.compile("[0-9]{5}");
    private static final Pattern NAME = Pattern.compile("(Xã|Phường|Đặc khu) .+");

    private final ResolutionFile file;
    private final Units units;
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Set<String>> wholeInto = new LinkedHashMap<>();
    private final Map<String, Set<String>> partlyInto = new LinkedHashMap<>();

    ResolutionCheck(ResolutionFile file, Units units) {
        this.file = file;
        this.units = units;
    }

    /** What is wrong; empty when nothing is. */
    List<String> faults() {
        if (!file.faults().isEmpty()) {
            return file.faults();
        }
        faults.clear();
        if (file.inForce().isBefore(file.promulgated())) {
            faults.add("Ngày hiệu lực trước ngày ban hành.");
        }
        Optional<AdministrativeUnit> province = province();
        if (province.isEmpty()) {
            faults.add("Ngày " + Vietnamese.day(file.inForce()) + " không có tỉnh, thành phố nào mang mã "
                    + file.province() + ".");
            return faults;
        }
        if (file.units().isEmpty()) {
            faults.add("Chưa có đơn vị nào trong «don-vi».");
        }
        file.units().forEach(this::collect);
        Set<String> begun = new HashSet<>();
        for (Beginning unit : file.units()) {
            checkBeginning(unit, begun);
        }
        for (String code : ending()) {
            checkEnding(code, province.get());
        }
        return faults;
    }

    Optional<AdministrativeUnit> province() {
        if (file.province() == null || file.inForce() == null) {
            return Optional.empty();
        }
        return units.byCode(file.province(), file.inForce()).filter(unit -> unit.level() == Level.PROVINCE);
    }

    /** Codes of the communes that end. */
    Set<String> ending() {
        Set<String> codes = new LinkedHashSet<>(wholeInto.keySet());
        codes.addAll(partlyInto.keySet());
        return codes;
    }

    private LocalDate before() {
        return file.inForce().minusDays(1);
    }

    private void collect(Beginning unit) {
        for (String old : unit.whole()) {
            wholeInto.computeIfAbsent(old, code -> new LinkedHashSet<>()).add(unit.code());
        }
        for (String old : unit.partly()) {
            partlyInto.computeIfAbsent(old, code -> new LinkedHashSet<>()).add(unit.code());
        }
    }

    private void checkBeginning(Beginning unit, Set<String> begun) {
        if (!CODE.matcher(unit.code()).matches()) {
            faults.add("Mã «" + unit.code() + "» phải có 5 chữ số: tệp này nhận đơn vị cấp xã.");
        } else if (!begun.add(unit.code())) {
            faults.add("Mã " + unit.code() + " ghi cho hai đơn vị mới.");
        } else if (units.byCode(unit.code(), file.inForce()).isPresent() && !ending().contains(unit.code())) {
            faults.add("Mã " + unit.code() + " đang là của "
                    + units.byCode(unit.code(), file.inForce()).get().name()
                    + ", đơn vị không kết thúc theo nghị quyết này.");
        }
        if (!NAME.matcher(unit.name()).matches()) {
            faults.add("Tên «" + unit.name() + "» phải bắt đầu bằng Xã, Phường hoặc Đặc khu.");
        }
        if (unit.whole().isEmpty() && unit.partly().isEmpty()) {
            faults.add(unit.name() + " chưa ghi lập từ đâu: cần «tu» hoặc «mot-phan».");
        }
    }

    private void checkEnding(String code, AdministrativeUnit province) {
        Optional<AdministrativeUnit> old = units.byCode(code, before()).filter(unit -> unit.level() == Level.COMMUNE);
        if (old.isEmpty() || old.get().parentId() != province.id()) {
            faults.add("Trước ngày hiệu lực, " + province.name() + " không có xã, phường nào mang mã " + code + ".");
            return;
        }
        String name = old.get().name() + " (" + code + ")";
        if (old.get().validTo() != null) {
            faults.add(name + " đã kết thúc theo một nghị quyết khác.");
        }
        Set<String> whole = wholeInto.getOrDefault(code, Set.of());
        Set<String> partly = partlyInto.getOrDefault(code, Set.of());
        if (whole.size() > 1 || !whole.isEmpty() && !partly.isEmpty()) {
            faults.add(name + " không thể nhập nguyên vào một đơn vị mà còn có phần ở đơn vị khác.");
        } else if (whole.isEmpty() && partly.size() == 1) {
            faults.add(name + " chỉ ghi một phần; phần còn lại chưa ghi về đâu.");
        }
    }
}
