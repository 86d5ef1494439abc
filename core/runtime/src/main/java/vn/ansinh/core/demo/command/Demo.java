package vn.ansinh.core.demo.command;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.benefit.Entitlements;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.identity.PersonRegistry;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.program.DemoProfile;
import vn.ansinh.api.training.Training;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.AdministrativeUnit.Level;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.demo.DemoPeople;
import vn.ansinh.core.demo.DemoPerson;
import vn.ansinh.core.demo.DemoRegister;
import vn.ansinh.core.demo.DemoRegister.Written;
import vn.ansinh.core.demo.FormerCodes;
import vn.ansinh.core.policy.Arrival;

/** {@code ansinh:demo --province 42 --people 20000} */
@Service
@Command(
        scope = "ansinh",
        name = "demo",
        description = "Invents people with facts and entitlements; never on a real system")
public final class Demo implements Action {

    private static final int MOST = 200_000;

    @Option(name = "--province", description = "Code of the province where they live", required = true)
    private String province;

    @Option(name = "--people", description = "How many")
    private int count = 20_000;

    @Option(name = "--seed", description = "Another number, other people; the same number, the same people")
    private long seed = 1;

    @Option(name = "--day", description = "As of that day, 2025-05-31: its units, its ages; today when left out")
    private String day;

    @Reference
    private BundleContext context;

    @Reference
    private Transactions transactions;

    @Reference
    private Access access;

    @Reference
    private Units units;

    @Reference
    private PersonRegistry registry;

    @Reference
    private Facts facts;

    @Reference
    private Entitlements entitlements;

    @Reference
    private InstantSource clock;

    @Reference
    private Training training;

    @Override
    public Object execute() throws Exception {
        if (!training.active() && Arrival.ofEnvironment() == Arrival.AS_DRAFT) {
            throw Problem.conflict(
                    "AS-DEMO-REAL",
                    "Đây là hệ thống thật nên không tạo người giả. Hãy tạo một bản tập huấn, xem docs/van-hanh");
        }
        if (count < 1 || count > MOST) {
            throw Problem.invalid("AS-DEMO-COUNT", "Số người phải từ 1 đến " + MOST);
        }
        LocalDate today = today();
        AdministrativeUnit place = units.byCode(province, today)
                .filter(unit -> unit.level() == Level.PROVINCE)
                .orElseThrow(
                        () -> Problem.invalid("AS-DEMO-PROVINCE", "Ngày ấy không có tỉnh nào mang mã " + province));
        List<DemoProfile> profiles = new ArrayList<>();
        List<ServiceReference<DemoProfile>> references = references();
        try {
            references.stream()
                    .map(context::getService)
                    .filter(profile -> profile != null)
                    .forEach(profiles::add);
            if (profiles.isEmpty()) {
                throw Problem.conflict(
                        "AS-DEMO-PROGRAM",
                        "Chưa có chương trình nào đang chạy để tạo dữ liệu mẫu. Cài chương trình trước");
            }
            long started = System.nanoTime();
            List<DemoPerson> people = new DemoPeople(
                            profiles, communes(place, today), FormerCodes.of(units, place), today, seed)
                    .next(count);
            Written written = access.callAs(
                    Caller.SYSTEM,
                    () -> new DemoRegister(transactions, registry, facts, entitlements)
                            .write(people, System.out::println));
            System.out.printf(
                    "%s: thêm %d người, %d thông tin, %d chế độ; bỏ qua %d người trùng số; %.1f giây%n",
                    place.name(),
                    written.people(),
                    written.facts(),
                    written.opened(),
                    written.passedOver(),
                    (System.nanoTime() - started) / 1e9);
        } finally {
            references.forEach(context::ungetService);
        }
        return null;
    }

    private LocalDate today() {
        LocalDate now = clock.instant().atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toLocalDate();
        try {
            return day == null ? now : LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            throw Problem.invalid("AS-DEMO-DAY", "Ngày «" + day + "» không đúng; ghi như 2025-05-31");
        }
    }

    /** Below a province there were districts until 2025-07-01. */
    private List<AdministrativeUnit> communes(AdministrativeUnit above, LocalDate today) {
        List<AdministrativeUnit> communes = new ArrayList<>();
        for (AdministrativeUnit below : units.children(above.id(), today)) {
            if (below.level() == Level.COMMUNE) {
                communes.add(below);
            } else {
                communes.addAll(communes(below, today));
            }
        }
        return communes;
    }

    private List<ServiceReference<DemoProfile>> references() throws InvalidSyntaxException {
        return new ArrayList<>(context.getServiceReferences(DemoProfile.class, null));
    }
}
