package vn.ansinh.itest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.api.benefit.PaymentDetails.PayeeRole;
import vn.ansinh.api.identity.PersonDraft;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.AdministrativeUnit.Level;
import vn.ansinh.btxh.demo.BtxhDemoProfile;
import vn.ansinh.core.csv.CsvReader;
import vn.ansinh.core.csv.CsvRow;
import vn.ansinh.core.demo.DemoPeople;
import vn.ansinh.core.demo.DemoPerson;

/**
 * A province's list as its officials would send it, of the demonstration's invented people, in the columns of the import template:
 * for measuring with as many as one likes.
 */
public final class InventedList {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/uuuu");
    private static final LocalDate UNITS_SINCE = LocalDate.of(2026, 4, 30);

    private static final Map<String, String> METHODS = Map.of(
            "TM-DCT", "Tiền mặt",
            "TM-NHA", "Tại nhà",
            "BD", "Bưu điện",
            "TKNH", "Chuyển khoản",
            "ATM", "ATM");

    private static final List<Column> COLUMNS = List.of(
            new Column("Họ và tên", person -> person.draft().fullName()),
            new Column("Ngày sinh", person -> person.draft().birth().label()),
            new Column("Giới tính", person -> person.draft().sex().label()),
            new Column("Số định danh/CMND", person -> number(person.draft())),
            new Column("Dân tộc", person -> person.draft().ethnicity()),
            new Column("Địa chỉ", person -> person.draft().address()),
            new Column("Mã xã", DemoPerson::communeCode),
            new Column("Loại đối tượng", DemoPerson::category),
            new Column("Từ tháng", person -> MONTH.format(person.from())),
            new Column(
                    "Đã chi đến tháng",
                    person -> person.paidThrough() == null ? "chưa" : MONTH.format(person.paidThrough())),
            new Column("Số quyết định", DemoPerson::decisionNumber),
            new Column("Ngày quyết định", person -> DAY.format(person.decisionDate())),
            new Column("Hình thức chi trả", person -> METHODS.get(own(person).method())),
            new Column("Số tài khoản", person -> own(person).accountNumber()),
            new Column("Ngân hàng", person -> own(person).bank()),
            new Column(
                    "Mức độ khuyết tật",
                    person -> person.fact("khuyet-tat.muc-do")
                            .map(level -> level.equals("nang") ? "Nặng" : "Đặc biệt nặng")
                            .orElse(null)),
            new Column(
                    "Ngày giấy xác nhận khuyết tật",
                    person -> person.fact("khuyet-tat.ngay-cap-giay")
                            .map(day -> DAY.format(LocalDate.parse(day)))
                            .orElse(null)),
            new Column("Con đang nuôi", InventedList::children),
            new Column(
                    "Hộ nghèo/cận nghèo",
                    person -> person.fact("ho-ngheo")
                            .map(poverty -> poverty.equals("ngheo") ? "Hộ nghèo" : "Hộ cận nghèo")
                            .orElse(null)),
            new Column("Người nhận thay", person -> own(person).payeeName()),
            new Column("Số định danh người nhận thay", person -> own(person).payeeNumber()),
            new Column("Người nhận chăm sóc", person -> caregiver(person, PaymentDetails::payeeName)),
            new Column("Số định danh người nhận chăm sóc", person -> caregiver(person, PaymentDetails::payeeNumber)),
            new Column("Chế độ chăm sóc", InventedList::care));

    private InventedList() {}

    private record Column(String title, Function<DemoPerson, String> cell) {}

    /**
     * People of a province.
     *
     * @param province 2-digit code as of today, of a province that no reform merged, for instance {@code 42}
     * @param seed the same, the same people
     */
    public static List<DemoPerson> people(String province, int count, LocalDate today, long seed) throws IOException {
        List<AdministrativeUnit> communes = new ArrayList<>();
        for (CsvRow row : CsvReader.read(
                DemoPeople.class.getResourceAsStream("/vn/ansinh/core/unit/" + UNITS_SINCE + ".units.csv"),
                "code",
                "parent",
                "name")) {
            if (row.field(1).equals(province)) {
                communes.add(new AdministrativeUnit(
                        row.line(), row.field(0), row.field(2), Level.COMMUNE, 0, UNITS_SINCE, null));
            }
        }
        return new DemoPeople(List.of(new BtxhDemoProfile()), communes, List.of(province), today, seed).next(count);
    }

    /** Writes the list. A person's second own benefit has no column in a list and is left out. */
    public static void write(List<DemoPerson> people, Path file) throws IOException {
        ListFile.write(
                file,
                COLUMNS.stream().map(Column::title).toList(),
                () -> people.stream().map(InventedList::cells).iterator());
    }

    private static List<String> cells(DemoPerson person) {
        return COLUMNS.stream().map(column -> column.cell().apply(person)).toList();
    }

    private static String number(PersonDraft draft) {
        return draft.idNumber() != null ? draft.idNumber() : draft.oldIdNumber();
    }

    private static PaymentDetails own(DemoPerson person) {
        return person.rights().get(0).payment();
    }

    private static String children(DemoPerson person) {
        return person.facts().stream()
                .filter(fact -> fact.key().equals("con-dang-nuoi"))
                .map(fact -> DAY.format(LocalDate.parse(fact.value().substring(0, 10)))
                        + fact.value().substring(10))
                .collect(Collectors.joining("; "));
    }

    private static String care(DemoPerson person) {
        return person.rights().stream()
                .filter(right -> right.payment().payeeRole() == PayeeRole.CAREGIVER)
                .map(DemoPerson.Right::benefit)
                .findFirst()
                .orElse(null);
    }

    private static String caregiver(DemoPerson person, Function<PaymentDetails, String> part) {
        return person.rights().stream()
                .map(DemoPerson.Right::payment)
                .filter(payment -> payment.payeeRole() == PayeeRole.CAREGIVER)
                .map(part)
                .findFirst()
                .orElse(null);
    }
}
