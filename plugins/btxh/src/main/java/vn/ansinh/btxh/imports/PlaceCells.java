package vn.ansinh.btxh.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.ansinh.api.sheet.Spreadsheets.SheetCell;
import vn.ansinh.api.sheet.Spreadsheets.SheetCell.Kind;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.AdministrativeUnit.Level;
import vn.ansinh.api.unit.Units;

/** Reads which commune a row belongs to. */
final class PlaceCells {

    private final Surroundings around;
    private final Units units;

    PlaceCells(Surroundings around) {
        this.around = around;
        this.units = around.units();
    }

    /**
     * @param chosen what an official chose for the row, {@code null} for nothing yet
     * @return {@code null} when it is unknown, not the importer's, or still to be chosen
     */
    Long read(RowCells row, Long chosen) {
        String text = row.text(ImportColumn.UNIT);
        if (text == null) {
            return row.cell(ImportColumn.UNIT).kind() == Kind.EMPTY ? unitOfList(row) : null;
        }
        String code = code(row, text);
        if (code == null) {
            return null;
        }
        Collection<AdministrativeUnit> possible = communes(code);
        if (possible.isEmpty()) {
            row.error(
                    ImportColumn.UNIT,
                    "MA-XA",
                    "Không có xã, phường nào mã " + code + ". Tra lại mã trong Đơn vị hành chính");
            return null;
        }
        List<AdministrativeUnit> own = possible.stream()
                .filter(unit -> units.isWithin(unit.id(), around.listUnitId())
                        && units.isWithin(unit.id(), around.scopeUnitId()))
                .toList();
        if (own.isEmpty()) {
            row.error(
                    ImportColumn.UNIT,
                    "NGOAI-PHAM-VI",
                    "Mã " + code + " là " + names(possible) + ", ngoài " + units.fullName(around.listUnitId())
                            + ". Bỏ dòng này, hoặc nơi đó tự nhập");
            return null;
        }
        if (chosen != null && own.stream().anyMatch(unit -> unit.id() == chosen)) {
            return chosen;
        }
        if (own.size() > 1) {
            row.choice(
                    ImportColumn.UNIT,
                    "XA-CHIA-TACH",
                    "Mã cũ " + code + " nay thuộc " + names(own) + ". Chọn xã cho người này");
            return null;
        }
        AdministrativeUnit unit = own.get(0);
        if (possible.size() > 1) {
            row.warn(
                    ImportColumn.UNIT,
                    "XA-CHIA-TACH",
                    "Mã " + code + " nay thuộc " + names(possible) + "; lấy " + unit.name()
                            + " vì danh sách của nơi này");
        } else if (!unit.code().equals(code)) {
            row.warn(
                    ImportColumn.UNIT,
                    "MA-XA-CU",
                    "Mã cũ " + code + " nay là " + unit.name() + " (mã " + unit.code() + ")");
        }
        return unit.id();
    }

    /** Where the people of a code may live now, within the list's unit and the importer's; for the choice to make. */
    List<AdministrativeUnit> candidates(String code) {
        return communes(code).stream()
                .filter(unit -> units.isWithin(unit.id(), around.listUnitId())
                        && units.isWithin(unit.id(), around.scopeUnitId()))
                .toList();
    }

    /** Whether somebody bore a code before, but nobody does today. */
    static boolean isOld(String code, Units units, LocalDate today) {
        return units.byCode(code, today).isEmpty() && !units.everByCode(code).isEmpty();
    }

    /** The code of a row whose commune has to be chosen; {@code null} when there is no choice. */
    String splitCode(RowCells row) {
        boolean open = row.findings().stream().anyMatch(finding -> finding.severity() == Severity.CHOICE);
        SheetCell cell = row.cell(ImportColumn.UNIT);
        return open ? code(cell.text(), cell.kind() == Kind.NUMBER) : null;
    }

    /** The code as it is registered: five digits, lost zeros put back; {@code null} when it is none. */
    static String code(String text, boolean numeric) {
        String digits = text.replaceAll("\\s", "");
        if (numeric && digits.matches("\\d{1,4}")) {
            return "0".repeat(5 - digits.length()) + digits;
        }
        return digits.matches("\\d{5}") ? digits : null;
    }

    private String code(RowCells row, String text) {
        String code = code(text, row.cell(ImportColumn.UNIT).kind() == Kind.NUMBER);
        if (code == null) {
            row.error(
                    ImportColumn.UNIT,
                    "MA-XA",
                    "“" + text + "” không phải mã xã (5 chữ số). Tra mã trong Đơn vị hành chính");
        }
        return code;
    }

    private Long unitOfList(RowCells row) {
        boolean commune = units.byId(around.listUnitId())
                .filter(unit -> unit.level() == Level.COMMUNE)
                .isPresent();
        if (commune) {
            return around.listUnitId();
        }
        row.error(ImportColumn.UNIT, "MA-XA", "Chưa ghi mã xã. Danh sách nhập cho cả tỉnh phải có mã xã ở từng dòng");
        return null;
    }

    /**
     * Communes of today that a code may mean. In a list of before the reform a code used again for another commune may stand
     * for either.
     */
    private Collection<AdministrativeUnit> communes(String code) {
        LocalDate today = around.today();
        Map<Long, AdministrativeUnit> communes = new LinkedHashMap<>();
        List<AdministrativeUnit> holders = new ArrayList<>(units.resolve(code, today));
        for (AdministrativeUnit once : units.everByCode(code)) {
            if (around.oldList() && !once.existsOn(today)) {
                addPresent(once, today, holders, 0);
            }
        }
        for (AdministrativeUnit unit : holders) {
            if (unit.level() == Level.COMMUNE) {
                communes.putIfAbsent(unit.id(), unit);
            }
        }
        return communes.values();
    }

    private void addPresent(AdministrativeUnit unit, LocalDate today, List<AdministrativeUnit> present, int depth) {
        if (unit.existsOn(today)) {
            present.add(unit);
        } else if (depth < 8) {
            for (Units.Succession next : units.successors(unit.id())) {
                addPresent(next.unit(), today, present, depth + 1);
            }
        }
    }

    private static String names(Collection<AdministrativeUnit> units) {
        return units.stream().map(AdministrativeUnit::name).distinct().collect(Collectors.joining(" hoặc "));
    }
}
