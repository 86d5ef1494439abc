package vn.ansinh.core.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.benefit.Decision;
import vn.ansinh.api.benefit.EntitlementDraft;
import vn.ansinh.api.benefit.Movement;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.api.benefit.PaymentDetails.PayeeRole;
import vn.ansinh.api.benefit.PayrollLine;
import vn.ansinh.api.benefit.Payrolls.LineFilter;
import vn.ansinh.api.benefit.Payrolls.MovementQuery;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.identity.BirthDate;
import vn.ansinh.api.identity.PersonDraft;
import vn.ansinh.api.identity.Sex;
import vn.ansinh.api.policy.Cadence;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.core.access.ThreadAccess;
import vn.ansinh.core.benefit.Office.Law;
import vn.ansinh.core.codelist.CoreCodeLists;
import vn.ansinh.core.policy.PolicyRegistry;
import vn.ansinh.testkit.TestDatabase;

/**
 * A province that paid social assistance from June to November 2026 under the packs that are shipped: somebody joins, dies, is
 * suspended, grows older, moves; in Hương Sơn some hold benefits that must not be named. Outside of it lives one more person.
 */
public final class BtxhProvince {

    public static final String PROGRAM = "btxh";
    public static final YearMonth FIRST = YearMonth.of(2026, 6);
    public static final YearMonth LAST = YearMonth.of(2026, 11);
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final Path BUNDLE = Path.of("..", "..", "plugins", "btxh", "src", "main", "resources", "ANSINH-INF");
    private static final PaymentDetails CASH = new PaymentDetails("TM-DCT", null, null, null, null, PayeeRole.SELF);

    private final Office office;
    private final Map<String, Long> people = new LinkedHashMap<>();
    private int numbers;

    public BtxhProvince(TestDatabase database) throws IOException {
        Map<String, String> packs = new LinkedHashMap<>();
        for (String file : List.of(
                "btxh.policy.yaml", "co-so.policy.yaml", "ho-tro-mot-lan.policy.yaml", "huu-tri-xa-hoi.policy.yaml")) {
            packs.put(file, Files.readString(BUNDLE.resolve("policy").resolve(file)));
        }
        office = new Office(database, new Law(PROGRAM, packs, Files.readString(BUNDLE.resolve("fact/btxh.yaml"))));
        office.confirmAll();
        codeLists();
        live();
    }

    /** The bundle's reports, a folder each. */
    public static Path reports() {
        return BUNDLE.resolve("report");
    }

    public ThreadAccess access() {
        return office.access;
    }

    public Units units() {
        return office.units;
    }

    public PolicyRegistry policies() {
        return office.policies;
    }

    public Facts facts() {
        return office.facts;
    }

    /** Somebody of this world. */
    public long person(String name) {
        return people.get(name);
    }

    /** Lines of a month's lists in the province as the ledger itself tells them. */
    public List<PayrollLine> lines(YearMonth month) {
        return office.page(SmallCountry.HA_TINH, month.toString(), LineFilter.ALL);
    }

    /** What the ledger itself says came, went and changed in a month, of what is paid every month. */
    public List<Movement> moved(YearMonth month) {
        return office
                .asSystem(() -> office.payrolls.movements(
                        new MovementQuery(PROGRAM, SmallCountry.HA_TINH, month, null, null, 500)))
                .rows()
                .stream()
                .filter(each -> !isOnce(each.benefit()))
                .toList();
    }

    /** Whether a benefit is paid once. */
    public boolean isOnce(String benefit) {
        return office.policies.benefit(benefit).orElseThrow().cadence() == Cadence.ONCE;
    }

    private void codeLists() {
        CodeLists lists = CoreCodeLists.read();
        for (String list : List.of("dan-toc", "hinh-thuc-chi-tra", "ly-do-tang-giam", "nguon-kinh-phi")) {
            office.execute("insert into ansinh.code_list (code, name, local) values ('" + list + "', 'x', true)");
            lists.entries(list, TODAY, 0)
                    .forEach(entry -> office.execute(
                            "insert into ansinh.code_entry (list, code, name, synonyms, ord, basis) values ('" + list
                                    + "', '" + entry.code() + "', '"
                                    + entry.name().replace("'", "''") + "', '{}', 0, '')"));
        }
    }

    private void live() {
        long sen = SmallCountry.THANH_SEN;
        long son = SmallCountry.HUONG_SON;
        office.turnTo(LocalDate.of(2026, 5, 20));
        somebody("Nguyễn Thị Hồng", "1985-03-10", Sex.FEMALE, "01", sen);
        disabled("Nguyễn Thị Hồng", "nang");
        open("Nguyễn Thị Hồng", "BT6", sen, "2021-07", "2026-05", CASH);
        somebody("Trần Văn Đức", "2012-09-02", Sex.MALE, "01", sen);
        disabled("Trần Văn Đức", "dac-biet-nang");
        open("Trần Văn Đức", "BT6", sen, "2021-07", "2026-05", CASH);
        open("Trần Văn Đức", "CS4", sen, "2021-07", "2026-05", caredForBy("Trần Thị Lụa"));
        somebody("Lê Thị Út", "1938-01-01", Sex.FEMALE, "01", sen);
        open("Lê Thị Út", "HTXH", sen, "2025-07", "2026-05", CASH);
        somebody("Quách Thị Mười", "1990-01-15", Sex.FEMALE, "06", sen);
        fact("Quách Thị Mười", "ho-ngheo", "ngheo");
        fact("Quách Thị Mười", "con-dang-nuoi", "2015-03-02 An");
        fact("Quách Thị Mười", "con-dang-nuoi", "2018-08-09 Bình");
        open("Quách Thị Mười", "BT4", sen, "2021-07", "2026-05", CASH);
        somebody("Phạm Văn Lợi", "1948-04-30", Sex.MALE, "01", sen);
        fact("Phạm Văn Lợi", "ho-ngheo", "ngheo");
        open("Phạm Văn Lợi", "BT5A", sen, "2021-07", "2026-05", CASH);
        somebody("Bùi Thị Khuê", "2022-10-05", Sex.FEMALE, "01", sen);
        open("Bùi Thị Khuê", "BT1", sen, "2023-01", "2026-05", caredForBy("Bùi Văn Thuật"));
        long suspended = someoneDisabled("Đặng Quốc Ưng", "1970-07-07", Sex.MALE, "01", sen);
        someoneDisabled("Vừ A Sính", "1980-02-28", Sex.MALE, "08", son);
        someoneDisabled("Moong Thị May", "1959-12-31", Sex.FEMALE, "29", son);
        somebody("Hồ Thị Kín", "1992-06-06", Sex.FEMALE, "01", son);
        fact("Hồ Thị Kín", "ho-ngheo", "ngheo");
        open("Hồ Thị Kín", "BT8", son, "2021-07", "2026-05", CASH);
        somebody("Hồ Bé Kín", "2019-06-06", Sex.MALE, "01", son);
        fact("Hồ Bé Kín", "ho-ngheo", "ngheo");
        open("Hồ Bé Kín", "BT3", son, "2021-07", "2026-05", CASH);
        someoneDisabled("Người Tỉnh Khác", "1988-08-08", Sex.FEMALE, "01", SmallCountry.VINH_HUNG);
        pay("2026-06");

        office.turnTo(LocalDate.of(2026, 6, 20));
        pay("2026-07");

        office.turnTo(LocalDate.of(2026, 7, 22));
        somebody("Hoàng Thị Ngọc", "1996-11-11", Sex.FEMALE, "01", sen);
        disabled("Hoàng Thị Ngọc", "nang");
        open("Hoàng Thị Ngọc", "BT6", sen, "2026-06", null, CASH);
        pay("2026-08");

        office.turnTo(LocalDate.of(2026, 8, 20));
        pay("2026-09");

        office.turnTo(LocalDate.of(2026, 9, 18));
        office.died(person("Phạm Văn Lợi"), "2026-09-05");
        decide(() -> office.entitlements.end(
                right("Phạm Văn Lợi", "BT5A"), YearMonth.of(2026, 9), decision("77/QĐ-UBND", "2026-09-12", "G01")));
        open("Phạm Văn Lợi", "MT", sen, "2026-09", null, caredForBy("Phạm Thị Hiền"));
        decide(() -> office.entitlements.suspend(
                suspended, YearMonth.of(2026, 10), decision("78/QĐ-UBND", "2026-09-15", "G08")));
        fact("Nguyễn Thị Hồng", "bhyt.the-khac", "cao-hon", "2026-10-15");
        somebody("Lò Văn Bão", "1975-05-05", Sex.MALE, "03", sen);
        fact("Lò Văn Bão", "nha-o.thiet-hai", "sap-do");
        open("Lò Văn Bão", "KC-NHA", sen, "2026-10", null, CASH);
        somebody("Cao Thị Trung Tâm", "2016-03-03", Sex.FEMALE, "01", sen);
        fact("Cao Thị Trung Tâm", "trong-co-so", "co");
        open("Cao Thị Trung Tâm", "CN", sen, "2026-10", null, CASH);
        pay("2026-10");

        office.turnTo(LocalDate.of(2026, 10, 20));
        decide(() -> office.entitlements.move(
                right("Vừ A Sính", "BT6"), sen, YearMonth.of(2026, 11), decision("90/QĐ-UBND", "2026-10-10", "T02")));
        pay("2026-11");
        office.turnTo(TODAY);
        new ProvinceCases(office).lay(person("Hồ Thị Kín"), person("Moong Thị May"), person("Lê Thị Út"));
    }

    private interface Act {
        void now();
    }

    private void decide(Act act) {
        office.asSystem(() -> {
            act.now();
            return null;
        });
    }

    private static Decision decision(String number, String day, String reason) {
        return new Decision(number, LocalDate.parse(day), reason);
    }

    private long right(String name, String benefit) {
        return office.asSystem(() -> office.entitlements.ofPerson(person(name)).stream()
                .filter(each -> each.benefit().equals(benefit))
                .findFirst()
                .orElseThrow()
                .id());
    }

    private static PaymentDetails caredForBy(String name) {
        return new PaymentDetails("TM-NHA", null, null, name, null, PayeeRole.CAREGIVER);
    }

    private void somebody(String name, String born, Sex sex, String ethnicity, long unit) {
        BirthDate birth = BirthDate.of(LocalDate.parse(born));
        String number = "042%d%02d%06d"
                .formatted(
                        (birth.date().getYear() < 2000 ? 0 : 2) + (sex == Sex.FEMALE ? 1 : 0),
                        birth.date().getYear() % 100,
                        ++numbers);
        people.put(
                name,
                office.asSystem(() -> office.people
                        .registerAll(List.of(
                                new PersonDraft(name, birth, sex, number, null, ethnicity, unit, "Thôn Đông Thượng")))
                        .get(0)
                        .personId()));
    }

    private long someoneDisabled(String name, String born, Sex sex, String ethnicity, long unit) {
        somebody(name, born, sex, ethnicity, unit);
        disabled(name, "nang");
        return open(name, "BT6", unit, "2021-07", "2026-05", CASH);
    }

    private void disabled(String name, String severity) {
        fact(name, "khuyet-tat.muc-do", severity);
    }

    private void fact(String name, String key, String value) {
        office.fact(person(name), key, value);
    }

    private void fact(String name, String key, String value, String from) {
        office.fact(person(name), key, value, from);
    }

    private long open(String name, String benefit, long unit, String from, String paidThrough, PaymentDetails payment) {
        return office.asSystem(() -> office.entitlements
                .openAll(List.of(new EntitlementDraft(
                        person(name),
                        PROGRAM,
                        benefit,
                        unit,
                        YearMonth.parse(from),
                        paidThrough == null ? null : YearMonth.parse(paidThrough),
                        person(name) + "/QĐ-UBND",
                        LocalDate.parse(from + "-05"),
                        payment)))
                .get(0)
                .entitlementId());
    }

    private void pay(String month) {
        for (long commune : List.of(SmallCountry.THANH_SEN, SmallCountry.HUONG_SON, SmallCountry.VINH_HUNG)) {
            office.run(commune, month);
            assertEquals(List.of(), office.close(commune, month).takenOut());
        }
    }
}
