package vn.ansinh.btxh.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.identity.BirthDate;
import vn.ansinh.api.identity.PersonDraft;
import vn.ansinh.api.identity.PersonalNumber;
import vn.ansinh.api.identity.Sex;
import vn.ansinh.api.sheet.Spreadsheets.SheetCell.Kind;
import vn.ansinh.api.text.Vietnamese;

/** Reads who a row is about. */
final class PersonCells {

    private static final int OLDEST = 120;
    private static final int LONGEST_NAME = 100;

    private final Surroundings around;

    PersonCells(Surroundings around) {
        this.around = around;
    }

    /** @return {@code null} when an error keeps the row out */
    PersonDraft read(RowCells row, Long unitId) {
        String name = name(row);
        BirthDate birth = birth(row);
        Numbers numbers = number(row);
        Sex sex = sex(row);
        agree(row, numbers, birth, sex);
        String ethnicity = ethnicity(row);
        String address = row.text(ImportColumn.ADDRESS);
        if (name == null || birth == null || sex == null || unitId == null || row.hasErrors()) {
            return null;
        }
        return new PersonDraft(name, birth, sex, numbers.current(), numbers.old(), ethnicity, unitId, address);
    }

    private static String name(RowCells row) {
        String name = row.required(ImportColumn.NAME);
        if (name == null) {
            return null;
        }
        if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isDigit)) {
            row.error(ImportColumn.NAME, "HO-TEN", "Họ tên có chữ số hoặc quá dài. Ghi lại như trên giấy tờ");
            return null;
        }
        if (name.indexOf(' ') < 0) {
            row.warn(ImportColumn.NAME, "HO-TEN", "Họ tên chỉ có một từ. Xem lại trên giấy tờ");
        }
        return name;
    }

    private BirthDate birth(RowCells row) {
        String text = row.required(ImportColumn.BIRTH);
        if (text == null) {
            return null;
        }
        try {
            DateText.Read read = DateText.dayOrYear(row.cell(ImportColumn.BIRTH), text);
            LocalDate date = read.date().date();
            if (date.isAfter(around.today())) {
                row.error(
                        ImportColumn.BIRTH,
                        "NGAY-SINH",
                        "Ngày sinh " + read.date().label() + " ở tương lai. Xem lại");
                return null;
            }
            if (date.plusYears(OLDEST).isBefore(around.today())) {
                row.error(
                        ImportColumn.BIRTH,
                        "NGAY-SINH",
                        "Sinh " + read.date().label() + " thì nay đã quá " + OLDEST + " tuổi. Xem lại năm sinh");
                return null;
            }
            if (read.repaired()) {
                row.warn(
                        ImportColumn.BIRTH,
                        "SO-KHONG-DAU",
                        "Ô dạng số làm mất số 0 ở đầu, hiểu là " + read.date().label());
            }
            return read.date();
        } catch (DateText.NotADate e) {
            row.error(ImportColumn.BIRTH, "NGAY-SINH", e.getMessage());
            return null;
        }
    }

    /** What stands in the number column: at most one of the two is set. */
    private record Numbers(String current, String old) {
        static final Numbers NONE = new Numbers(null, null);
    }

    private static Numbers number(RowCells row) {
        String text = row.text(ImportColumn.NUMBER);
        if (text == null) {
            if (row.cell(ImportColumn.NUMBER).kind() == Kind.EMPTY) {
                row.warn(
                        ImportColumn.NUMBER,
                        "CHUA-CO-SO",
                        "Chưa có số định danh; nhận người bằng họ tên, ngày sinh, giới tính và xã. Bổ sung khi có");
            }
            return Numbers.NONE;
        }
        String digits = text.replaceAll("[\\s.\\-']", "");
        boolean numeric = row.cell(ImportColumn.NUMBER).kind() == Kind.NUMBER;
        if (!digits.matches("\\d+")) {
            row.error(
                    ImportColumn.NUMBER,
                    "SO-DINH-DANH",
                    "Số định danh chỉ gồm chữ số. Định dạng ô là Văn bản rồi gõ lại");
            return Numbers.NONE;
        }
        String repaired = numeric ? withLeadingZeros(digits) : digits;
        if (!repaired.equals(digits)) {
            row.warn(ImportColumn.NUMBER, "SO-KHONG-DAU", "Ô dạng số làm mất số 0 ở đầu, hiểu là " + repaired);
        }
        if (repaired.length() == 9) {
            return new Numbers(null, repaired);
        }
        if (repaired.length() != 12) {
            int off = repaired.length() - 12;
            row.error(
                    ImportColumn.NUMBER,
                    "SO-DINH-DANH",
                    "Số định danh " + (off < 0 ? "thiếu " + -off : "thừa " + off)
                            + " chữ số (cần 12; CMND cũ 9). Xem lại trên thẻ căn cước");
            return Numbers.NONE;
        }
        List<String> malformed = PersonalNumber.problems(repaired, null, null);
        if (!malformed.isEmpty()) {
            row.error(ImportColumn.NUMBER, "SO-DINH-DANH", malformed.get(0) + ". Xem lại trên thẻ căn cước");
            return Numbers.NONE;
        }
        return new Numbers(repaired, null);
    }

    /** A numeric cell drops zeros: 10 or 11 digits were 12, 8 were 9. */
    private static String withLeadingZeros(String digits) {
        return switch (digits.length()) {
            case 10, 11 -> "0".repeat(12 - digits.length()) + digits;
            case 7, 8 -> "0".repeat(9 - digits.length()) + digits;
            default -> digits;
        };
    }

    private static Sex sex(RowCells row) {
        String text = row.required(ImportColumn.SEX);
        if (text == null) {
            return null;
        }
        switch (Vietnamese.fold(text)) {
            case "nam", "trai":
                return Sex.MALE;
            case "nu", "gai":
                return Sex.FEMALE;
            default:
                row.error(ImportColumn.SEX, "GIOI-TINH", "“" + text + "” không rõ nam hay nữ. Ghi Nam hoặc Nữ");
                return null;
        }
    }

    /** A number that tells another birth year or sex may be right (a corrected birth record), so the row gets in. */
    private static void agree(RowCells row, Numbers numbers, BirthDate birth, Sex sex) {
        if (numbers.current() != null) {
            for (String problem : PersonalNumber.problems(numbers.current(), birth, sex)) {
                row.warn(ImportColumn.NUMBER, "SO-LECH", problem + ". Xem lại trên giấy tờ");
            }
        }
    }

    private String ethnicity(RowCells row) {
        String text = row.text(ImportColumn.ETHNICITY);
        if (text == null) {
            return null;
        }
        String code = row.cell(ImportColumn.ETHNICITY).kind() == Kind.NUMBER && text.length() == 1 ? "0" + text : text;
        Optional<CodeLists.Entry> entry =
                around.codeLists().match("dan-toc", code, around.today(), around.listUnitId());
        if (entry.isEmpty()) {
            row.warn(
                    ImportColumn.ETHNICITY,
                    "DAN-TOC",
                    "Không có dân tộc “" + text + "” trong danh mục; để trống. Bổ sung ở hồ sơ người");
        }
        return entry.map(CodeLists.Entry::code).orElse(null);
    }
}
