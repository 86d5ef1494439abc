package vn.ansinh.core.access;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.api.access.Accounts;
import vn.ansinh.api.access.Accounts.Account;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissioned;
import vn.ansinh.api.access.Role;
import vn.ansinh.api.unit.AdministrativeUnit;

/**
 * The three officials of a commune through whose hands a case goes, and the leader of the province's department who sees what they
 * do and allocates the money, for who tries the system out. Their passwords are those of chance, printed once, or the one in
 * {@code ANSINH_ADMIN_PASSWORD}, which is not printed.
 */
public final class DemoAccounts {

    private final SignIn signIn;
    private final Permissioned permissioned;
    private final InstantSource clock;
    private final String given;
    private final PrintStream console;

    public DemoAccounts(SignIn signIn, Permissioned permissioned, InstantSource clock) {
        this(signIn, permissioned, clock, System.getenv("ANSINH_ADMIN_PASSWORD"), System.out);
    }

    DemoAccounts(SignIn signIn, Permissioned permissioned, InstantSource clock, String given, PrintStream console) {
        this.signIn = signIn;
        this.permissioned = permissioned;
        this.clock = clock;
        this.given = given;
        this.console = console;
    }

    /** Who receives, who reviews and drafts, who signs. */
    public record Staff(Caller desk, Caller official, Caller leader) {}

    /** Makes them. @param province of the commune; @return empty when they were made before */
    public Optional<Staff> make(AdministrativeUnit commune, AdministrativeUnit province) {
        ConsoleBox box = new ConsoleBox()
                .row("Tài khoản để thử việc của " + commune.name() + ", " + province.name() + ":")
                .row("");
        Caller desk = add("mot-cua", "Nguyễn Thị Tiếp Nhận", "mot-cua", commune, box);
        Caller official = add("can-bo", "Trần Văn Thẩm Định", "can-bo-xa", commune, box);
        Caller leader = add("lanh-dao", "Lê Văn Quyết Định", "lanh-dao-xa", commune, box);
        if (desk == null || official == null || leader == null) {
            return Optional.empty();
        }
        add("so", "Phạm Thị Phân Bổ", "lanh-dao-so", province, box);
        if (!isChosen()) {
            box.row("").row("Mật khẩu chỉ hiện một lần.").print(console);
        }
        return Optional.of(new Staff(desk, official, leader));
    }

    private Caller add(String name, String fullName, String role, AdministrativeUnit unit, ConsoleBox box) {
        Account account = new Account(
                name, fullName, unit.id(), Set.of(), 0, Set.of("*"), Set.of(role), "", false, Accounts.State.ACTIVE);
        char[] password = isChosen() ? given.toCharArray() : PasswordRules.generate();
        if (!signIn.store().add(account, signIn.hash(password), FirstAdministrator.NAME, clock.instant())) {
            return null;
        }
        Role held = permissioned.roles().stream()
                .filter(each -> each.code().equals(role))
                .findFirst()
                .orElseThrow();
        box.row(name, new String(password) + "   " + held.name());
        return new Caller(name, fullName, unit.id(), held.permissions());
    }

    private boolean isChosen() {
        return given != null && given.length() >= PasswordRules.SHORTEST;
    }
}
