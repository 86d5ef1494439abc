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
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Units;

/**
 * {@code ansinh:account-add --full-name "Nguyễn Thị Lan" --unit 18073 --permissions person.read,… lan.nguyen}: the shell reads
 * no option behind the name.
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

    @Option(name = "--permissions", description = "Permissions, separated by commas; '*' for all", required = true)
    private String permissions;

    @Reference
    private Accounts accounts;

    @Reference
    private Access access;

    @Reference
    private Units units;

    @Reference
    private InstantSource clock;

    @Override
    public Object execute() throws Exception {
        Set<String> granted = Arrays.stream(permissions.split(","))
                .map(String::strip)
                .filter(permission -> !permission.isEmpty())
                .collect(Collectors.toSet());
        Account account = new Account(name, fullName, unitCode == null ? 0 : unitId(), granted);
        String password = access.callAs(Caller.SYSTEM, () -> accounts.add(account));
        System.out.println("Tài khoản " + name + " đã được tạo. Mật khẩu (chỉ hiện một lần): " + password);
        return null;
    }

    private long unitId() {
        LocalDate today = clock.instant().atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toLocalDate();
        return units.byCode(unitCode, today)
                .map(AdministrativeUnit::id)
                .orElseThrow(() -> Problem.invalid("AS-UNIT-CODE", "Hôm nay không có đơn vị nào mang mã " + unitCode));
    }
}
