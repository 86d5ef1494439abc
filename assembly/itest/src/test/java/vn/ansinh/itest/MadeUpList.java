package vn.ansinh.itest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * A list of beneficiaries of Hà Tĩnh as its province would hand it in, made up, the same every time: for stories that know
 * beforehand what it costs ({@link InventedList} is for size). What each kind of person
 * gets in November 2026 was worked out by hand from NĐ 20/2021 điều 6 and 20 and the base rate of 540.000 đồng, not taken from
 * the program.
 */
final class MadeUpList {

    /** Communes of today whose codes mean one place only. */
    static final List<String> COMMUNES = List.of(
            "18073", "18100", "18652", "18754", "18133", "18163", "18184", "18229", "18262", "18352", "18406", "18496");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String[] FAMILY = {"Nguyễn", "Trần", "Lê", "Phan", "Hoàng", "Võ", "Đặng", "Bùi", "Dương", "Hồ"
    };
    private static final String[] MIDDLE_MALE = {"Văn", "Đức", "Hữu", "Xuân", "Quốc", "Đình", "Công"};
    private static final String[] MIDDLE_FEMALE = {"Thị", "Thị Thu", "Ngọc", "Thị Hồng", "Thanh", "Thị Mỹ"};
    private static final String[] GIVEN = {
        "An", "Bình", "Chiến", "Dũng", "Đào", "Giang", "Hạnh", "Hiếu", "Khánh", "Lan", "Mận", "Nghĩa", "Oanh", "Phượng",
        "Quý", "Sửu", "Tuyết", "Ứng", "Vượng", "Yến"
    };
    /** Columns of such a list. */
    static final List<String> TITLES = List.of(
            "STT",
            "Họ và tên",
            "Ngày sinh",
            "Giới tính",
            "Số định danh/CMND",
            "Dân tộc",
            "Địa chỉ",
            "Mã xã",
            "Loại đối tượng",
            "Từ tháng",
            "Số quyết định",
            "Ngày quyết định",
            "Ngày giấy xác nhận khuyết tật",
            "Con đang nuôi",
            "Hộ nghèo/cận nghèo",
            "Hình thức chi trả",
            "Số tài khoản",
            "Ngân hàng",
            "Người nhận chăm sóc",
            "Chế độ chăm sóc");

    private final List<Row> rows = new ArrayList<>();

    /** @param people how many, spread over {@link #COMMUNES} */
    MadeUpList(int people) {
        for (int i = 0; i < people; i++) {
            rows.add(new Row(i, Kind.values()[i % Kind.values().length]));
        }
    }

    /** How many people. */
    int people() {
        return rows.size();
    }

    /** How many benefits are paid in November 2026. */
    int lines() {
        return rows.stream().mapToInt(row -> row.kind.carer ? 2 : 1).sum();
    }

    /** What November 2026 costs, in đồng. */
    long total() {
        return rows.stream().mapToLong(row -> row.kind.november).sum();
    }

    /** What November 2026 costs in one commune, in đồng. */
    long totalIn(String commune) {
        return rows.stream()
                .filter(row -> row.commune().equals(commune))
                .mapToLong(row -> row.kind.november)
                .sum();
    }

    /** Writes the list as .xlsx. */
    Path write(Path file) throws IOException {
        return ListFile.write(file, TITLES, rows.stream().map(Row::cells).toList());
    }

    /** Kinds of people; {@code november} in đồng, by hand. */
    private enum Kind {
        /** 1,5 × 540.000. */
        SEVERE_ADULT("BT6N", 1970, 2008, false, 810_000),
        /** 2,0 × 540.000. */
        SEVERE_ELDERLY("BT6N", 1936, 1965, false, 1_080_000),
        /** 2,0 × 540.000. */
        SEVERE_CHILD("BT6N", 2012, 2024, false, 1_080_000),
        /** 2,0 × 540.000. */
        EXTREME_ADULT("BT6DBN", 1970, 2008, false, 1_080_000),
        /** 2,5 × 540.000, and 1,0 × 540.000 for the household that cares. */
        EXTREME_ELDERLY_CARED_FOR("BT6DBN", 1936, 1965, true, 1_890_000),
        /** 2,5 × 540.000, and 1,0 × 540.000 for the household that cares. */
        EXTREME_CHILD_CARED_FOR("BT6DBN", 2012, 2024, true, 1_890_000),
        /** From four years on 1,5 × 540.000. */
        ORPHAN("BT1B", 2012, 2021, false, 810_000),
        /** 1,0 × 540.000 for each of two children. */
        SINGLE_PARENT("BT4", 1980, 1995, false, 1_080_000),
        /** From 60 to 79 years 1,5 × 540.000. */
        LONELY_ELDERLY("BT5A", 1948, 1965, false, 810_000);

        private final String code;
        private final int firstYear;
        private final int lastYear;
        private final boolean carer;
        private final long november;

        Kind(String code, int firstYear, int lastYear, boolean carer, long november) {
            this.code = code;
            this.firstYear = firstYear;
            this.lastYear = lastYear;
            this.carer = carer;
            this.november = november;
        }
    }

    private record Row(int index, Kind kind) {

        private List<String> cells() {
            boolean disabled = kind.code.startsWith("BT6");
            boolean transfer = index % 3 == 0;
            return List.of(
                    Integer.toString(index + 1),
                    name(index, female()),
                    birth().format(DAY),
                    female() ? "Nữ" : "Nam",
                    number(),
                    "Kinh",
                    "Thôn " + (index % 14 + 1),
                    commune(),
                    kind.code,
                    "01/2026",
                    index + 1 + "/QĐ-UBND",
                    "15/01/2026",
                    disabled ? "10/01/2026" : "",
                    kind == Kind.SINGLE_PARENT ? "05/03/2015 Nguyễn Minh An; 17/08/2019 Nguyễn Minh Châu" : "",
                    kind == Kind.SINGLE_PARENT || kind == Kind.LONELY_ELDERLY ? "Hộ nghèo" : "",
                    transfer ? "Chuyển khoản" : "Tiền mặt",
                    transfer ? "3702%09d".formatted(index) : "",
                    transfer ? "Agribank" : "",
                    kind.carer ? name(index + 7, !female()) : "",
                    kind.carer ? "CS4" : "");
        }

        private String commune() {
            return COMMUNES.get(index / Kind.values().length % COMMUNES.size());
        }

        private boolean female() {
            return index % 2 == 1;
        }

        private LocalDate birth() {
            int year = kind.firstYear + index * 7 % (kind.lastYear - kind.firstYear + 1);
            return LocalDate.of(year, index % 12 + 1, index % 28 + 1);
        }

        private String number() {
            int century = birth().getYear() < 2000 ? 0 : 2;
            return "042%d%02d%06d".formatted(century + (female() ? 1 : 0), birth().getYear() % 100, index);
        }

        private static String name(int index, boolean female) {
            String[] middle = female ? MIDDLE_FEMALE : MIDDLE_MALE;
            return FAMILY[index % FAMILY.length] + " " + middle[index / 3 % middle.length] + " "
                    + GIVEN[index / 5 % GIVEN.length];
        }
    }
}
