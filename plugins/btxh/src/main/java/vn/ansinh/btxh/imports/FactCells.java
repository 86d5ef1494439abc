package vn.ansinh.btxh.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.identity.BirthDate;
import vn.ansinh.api.sheet.Spreadsheets.SheetCell;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.btxh.imports.ListedBeneficiary.State;

/** Reads what coefficients depend on: disability, poverty, children. */
final class FactCells {

    private final Surroundings around;

    FactCells(Surroundings around) {
        this.around = around;
    }

    /** @return facts in the order of the columns; what is wrong is told to {@code row} */
    List<State> read(RowCells row, BenefitCells.Told told) {
        List<State> facts = new ArrayList<>();
        if (told.category() == null || told.from() == null) {
            return facts;
        }
        LocalDate from = told.from().atDay(1);
        told.category().facts().forEach((key, value) -> {
            if (!key.equals(FactKeys.DISABILITY)) {
                facts.add(new State(key, value, from));
            }
        });
        disability(row, told, facts);
        poverty(row, from, facts);
        pregnancy(row, from, facts);
        children(row, told, facts);
        return facts;
    }

    private void disability(RowCells row, BenefitCells.Told told, List<State> facts) {
        String stated = told.category().facts().get(FactKeys.DISABILITY);
        String typed = level(row);
        LocalDate certified = BenefitCells.day(row, ImportColumn.CERTIFICATE_DATE);
        boolean required = "BT6".equals(told.category().benefit());
        if (stated != null && typed != null && !stated.equals(typed)) {
            row.error(
                    ImportColumn.DISABILITY,
                    "MUC-DO",
                    "Mức độ khuyết tật khác với loại đối tượng. Xem lại giấy xác nhận khuyết tật");
            return;
        }
        String level = stated == null ? typed : stated;
        if (level == null) {
            if (required && row.cell(ImportColumn.DISABILITY).kind() == SheetCell.Kind.EMPTY) {
                row.error(
                        ImportColumn.DISABILITY,
                        "MUC-DO",
                        "Chưa ghi mức độ khuyết tật. Ghi Đặc biệt nặng hoặc Nặng theo giấy xác nhận");
            }
            return;
        }
        if (required && FactKeys.DISABILITY_LIGHT.equals(level)) {
            row.error(
                    ImportColumn.DISABILITY,
                    "MUC-DO",
                    "Khuyết tật nhẹ không hưởng trợ cấp hằng tháng (NĐ 20/2021 Điều 5 khoản 6). Bỏ dòng này");
            return;
        }
        if (certified == null
                && required
                && row.cell(ImportColumn.CERTIFICATE_DATE).kind() == SheetCell.Kind.EMPTY) {
            row.warn(
                    ImportColumn.CERTIFICATE_DATE,
                    "GIAY-XAC-NHAN",
                    "Thiếu ngày giấy xác nhận khuyết tật; tạm lấy mức độ từ tháng bắt đầu hưởng. Bổ sung khi có giấy");
        }
        if (certified != null && certified.isAfter(around.today())) {
            row.error(ImportColumn.CERTIFICATE_DATE, "GIAY-XAC-NHAN", "Ngày giấy xác nhận ở tương lai. Xem lại");
            return;
        }
        if (certified != null && required && told.from().atEndOfMonth().isBefore(certified)) {
            row.warn(
                    ImportColumn.CERTIFICATE_DATE,
                    "GIAY-XAC-NHAN",
                    "Hưởng từ trước tháng cấp giấy xác nhận (NĐ 20/2021 Điều 8: hưởng từ tháng được cấp giấy). Xem lại");
        }
        LocalDate from = certified == null || certified.isAfter(told.from().atDay(1))
                ? told.from().atDay(1)
                : certified;
        facts.add(new State(FactKeys.DISABILITY, level, from));
        if (certified != null) {
            facts.add(new State(FactKeys.CERTIFIED_ON, certified.toString(), from));
        }
    }

    private static String level(RowCells row) {
        String text = row.text(ImportColumn.DISABILITY);
        if (text == null) {
            return null;
        }
        String level = ImportColumn.compared(text);
        switch (level) {
            case "dbn", "dacbietnang", "ktdbn", "ktdacbietnang", "khuyettatdacbietnang":
                return FactKeys.DISABILITY_EXTREME;
            case "n", "nang", "ktn", "ktnang", "khuyettatnang":
                return FactKeys.DISABILITY_SEVERE;
            case "nh", "nhe", "ktnhe", "khuyettatnhe":
                return FactKeys.DISABILITY_LIGHT;
            default:
                row.error(
                        ImportColumn.DISABILITY,
                        "MUC-DO",
                        "“" + text + "” không phải mức độ khuyết tật. Ghi Đặc biệt nặng hoặc Nặng");
                return null;
        }
    }

    private static void poverty(RowCells row, LocalDate from, List<State> facts) {
        String text = row.text(ImportColumn.POVERTY);
        if (text == null) {
            return;
        }
        switch (ImportColumn.compared(text)) {
            case "hongheo", "ngheo", "hn" -> facts.add(new State(FactKeys.POVERTY, "ngheo", from));
            case "hocanngheo", "canngheo", "hcn", "cn" -> facts.add(new State(FactKeys.POVERTY, "can-ngheo", from));
            case "khong", "khongngheo" -> facts.add(new State(FactKeys.POVERTY, "khong", from));
            default ->
                row.error(
                        ImportColumn.POVERTY,
                        "HO-NGHEO",
                        "“" + text + "” không rõ. Ghi Hộ nghèo, Hộ cận nghèo hoặc Không");
        }
    }

    private static void pregnancy(RowCells row, LocalDate from, List<State> facts) {
        String text = row.text(ImportColumn.PREGNANT);
        if (text == null) {
            return;
        }
        switch (ImportColumn.compared(text)) {
            case "co", "x", "dangmangthai" -> facts.add(new State(FactKeys.PREGNANT, FactKeys.YES, from));
            case "khong" -> {}
            default -> row.error(ImportColumn.PREGNANT, "MANG-THAI", "“" + text + "” không rõ. Ghi Có hoặc Không");
        }
    }

    private void children(RowCells row, BenefitCells.Told told, List<State> facts) {
        Map<String, State> children = new LinkedHashMap<>();
        for (String part : parts(row.text(ImportColumn.CHILDREN))) {
            child(row, told, part, children);
        }
        if ("BT4".equals(told.category().benefit())
                && row.cell(ImportColumn.CHILDREN).kind() == SheetCell.Kind.EMPTY) {
            row.error(
                    ImportColumn.CHILDREN,
                    "CON-DANG-NUOI",
                    "Đơn thân nuôi con hưởng theo số con. Ghi ngày sinh, tên từng con, cách nhau dấu ;");
        }
        facts.addAll(children.values());
        for (String part : parts(row.text(ImportColumn.STUDYING))) {
            String wanted = Vietnamese.fold(part.replaceFirst("^\\d{1,2}/\\d{1,2}/\\d{4}\\s*", ""));
            List<State> same = children.entrySet().stream()
                    .filter(child -> Vietnamese.fold(child.getKey()).equals(wanted))
                    .map(Map.Entry::getValue)
                    .toList();
            if (same.size() != 1) {
                row.error(
                        ImportColumn.STUDYING,
                        "CON-DANG-HOC",
                        "“" + part + "” không có trong cột Con đang nuôi. Ghi đúng tên như ở cột đó");
                continue;
            }
            State child = same.get(0);
            facts.add(new State(FactKeys.CHILD_STUDYING, child.value(), child.from()));
        }
    }

    private void child(RowCells row, BenefitCells.Told told, String part, Map<String, State> children) {
        int blank = part.indexOf(' ');
        if (blank < 0) {
            row.error(
                    ImportColumn.CHILDREN,
                    "CON-DANG-NUOI",
                    "“" + part + "” thiếu tên hoặc ngày sinh. Ghi như 05/03/2015 Nguyễn Văn An; 2018 Nguyễn Thị Bình");
            return;
        }
        String name = part.substring(blank + 1).strip();
        try {
            BirthDate birth = DateText.dayOrYear(SheetCell.EMPTY, part.substring(0, blank))
                    .date();
            if (birth.date().isAfter(around.today())) {
                row.error(ImportColumn.CHILDREN, "CON-DANG-NUOI", "Ngày sinh của con ở tương lai: “" + part + "”");
                return;
            }
            if (birth.yearOnly()) {
                row.warn(
                        ImportColumn.CHILDREN,
                        "CON-NAM-SINH",
                        "Con " + name + " chỉ có năm sinh; tính từ 01/01/" + birth.label() + ". Bổ sung ngày, tháng");
            }
            LocalDate opened = told.from().atDay(1);
            LocalDate from = birth.date().isAfter(opened) ? birth.date() : opened;
            State state = new State(FactKeys.CHILD, birth.date() + " " + name, from);
            if (children.putIfAbsent(name, state) != null) {
                row.error(ImportColumn.CHILDREN, "CON-DANG-NUOI", "Con “" + name + "” ghi hai lần");
            }
        } catch (DateText.NotADate e) {
            row.error(ImportColumn.CHILDREN, "CON-DANG-NUOI", e.getMessage());
        }
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        if (text != null) {
            for (String part : text.split(";")) {
                if (!part.isBlank()) {
                    parts.add(part.strip());
                }
            }
        }
        return parts;
    }
}
