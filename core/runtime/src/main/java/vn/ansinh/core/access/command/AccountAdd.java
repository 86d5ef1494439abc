package vn.ansinh.core.access.command;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Accounts;
import vn.ansinh.api.access.Accounts.Account;
import vn.ansinh.api.access.Accounts.State;
import vn.ansinh.api.access.Agencies;
import vn.ansinh.api.access.Agency;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Units;

/**
 * {@code ansinh:account-add --full-name "Nguyễn Thị Lan" --unit 18073 --role can-bo-xa lan.nguyen}: the shell reads no option
 * behind the name.
 */
@Service
@Command(
        scope = "ansinh",
        name = "account-add",
        description = "Makes an account and prints its password; the name comes after the options")
public final class AccountAdd implements Action {

    @Argument(name = "name", description = "Name for signing in", required = true)
    private String name;

    @Option(name = "--full-name", description = "Name of the person behind it", required = true)
    private String fullName;

    @Option(name = "--unit", description = "Code of the unit whose subtree it may see; none for the whole country")
    private String unitCode;

    @Option(name = "--role", description = "Codes of roles, separated by commas")
    private String roles = "";

    @Option(name = "--permissions", description = "Permissions beside the roles, separated by commas; '*' for all")
    private String permissions = "";

    @Option(name = "--agency", description = "Code of the agency it belongs to")
    private String agencyCode;

    @Option(
            name = "--programs",
            description = "Ids of programs, separated by commas; all of the agency's when left out")
    private String programs = "*";

    @Reference
    private Accounts accounts;

    @Reference
    private Agencies agencies;

    @Reference
    private Access access;

    @Reference
    private Units units;

    @Reference
    private InstantSource clock;

    @Override
    public Object execute() throws Exception {
        Account account = new Account(
                name,
                fullName,
                unitCode == null ? 0 : unitId(),
                parts(permissions),
                agencyCode == null ? 0 : access.callAs(Caller.SYSTEM, this::agencyId),
                parts(programs),
                parts(roles),
                "",
                false,
                State.ACTIVE);
        String password = access.callAs(Caller.SYSTEM, () -> accounts.add(account));
        System.out.println(
                "Tài khoản " + name + " đã được tạo. Mật khẩu (chỉ hiện một lần, phải đổi khi đăng nhập): " + password);
        return null;
    }

    private static Set<String> parts(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.toSet());
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toLocalDate();
    }

    private long agencyId() {
        return agencies.tree(today()).stream()
                .filter(agency -> agency.code().equals(agencyCode))
                .map(Agency::id)
                .findFirst()
                .orElseThrow(
                        () -> Problem.invalid("AS-AGENCY-CODE", "Hôm nay không có cơ quan nào mang mã " + agencyCode));
    }

    private long unitId() {
        return units.byCode(unitCode, today())
                .map(AdministrativeUnit::id)
                .orElseThrow(() -> Problem.invalid("AS-UNIT-CODE", "Hôm nay không có đơn vị nào mang mã " + unitCode));
    }
}
