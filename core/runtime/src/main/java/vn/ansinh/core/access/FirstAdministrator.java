package vn.ansinh.core.access;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.Set;
import org.osgi.service.cm.ConfigurationAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.access.Accounts;
import vn.ansinh.api.access.Accounts.Account;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.policy.Arrival;

/**
 * On the first start there is no account, so one is made: the administrator, with a password of chance that is printed
 * once to the console and nowhere else, or with the one in {@code ANSINH_ADMIN_PASSWORD}, which is not printed. A
 * demonstration gets a second one beside it, because who drafts a list does not close it.
 */
public final class FirstAdministrator {

    static final String NAME = "admin";
    static final String CHECKER = "kiem-tra";
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final SignIn signIn;
    private final InstantSource clock;
    private final String address;
    private final String given;
    private final boolean demonstration;
    private final PrintStream console;

    /** @param configuration tells where the screens answer */
    public FirstAdministrator(SignIn signIn, InstantSource clock, ConfigurationAdmin configuration) {
        this(
                signIn,
                clock,
                address(configuration),
                System.getenv("ANSINH_ADMIN_PASSWORD"),
                Boolean.parseBoolean(System.getenv(Arrival.DEMO_VARIABLE)),
                System.out);
    }

    FirstAdministrator(
            SignIn signIn,
            InstantSource clock,
            String address,
            String given,
            boolean demonstration,
            PrintStream console) {
        this.signIn = signIn;
        this.clock = clock;
        this.address = address;
        this.given = given;
        this.demonstration = demonstration;
        this.console = console;
    }

    /** Makes the account if there is none yet. */
    public void init() {
        if (!signIn.store().isEmpty()) {
            return;
        }
        boolean chosen = given != null && !given.isBlank() && isStrong();
        char[] password = chosen ? given.toCharArray() : PasswordRules.generate();
        char[] other = chosen ? given.toCharArray() : PasswordRules.generate();
        Account admin = first(NAME, "Quản trị hệ thống", chosen);
        if (signIn.store().addFirst(admin, signIn.hash(password), clock.instant())) {
            LOG.info("The first account was made: {}", NAME);
            if (demonstration) {
                Account checker = first(CHECKER, "Người kiểm tra, chốt danh sách", chosen);
                signIn.store().add(checker, signIn.hash(other), NAME, clock.instant());
            }
            if (!chosen) {
                print(new String(password), new String(other));
            }
        }
        Arrays.fill(password, ' ');
        Arrays.fill(other, ' ');
    }

    /** A printed password is seen by whoever reads the console: it has to be changed, unless nothing is at stake. */
    private Account first(String name, String fullName, boolean chosen) {
        return new Account(
                name,
                fullName,
                0,
                Set.of("*"),
                0,
                Set.of("*"),
                Set.of(),
                "",
                !chosen && !demonstration,
                Accounts.State.ACTIVE);
    }

    private boolean isStrong() {
        try {
            PasswordRules.check(NAME, given.toCharArray());
            return true;
        } catch (Problem weak) {
            console.println("ANSINH_ADMIN_PASSWORD không dùng được: " + weak.getMessage());
            return false;
        }
    }

    private static String address(ConfigurationAdmin admin) {
        try {
            Dictionary<String, Object> web =
                    admin.getConfiguration("org.ops4j.pax.web", null).getProperties();
            Object port = web == null ? null : web.get("org.osgi.service.http.port");
            Object host = web == null ? null : web.get("org.ops4j.pax.web.listening.addresses");
            return "http://" + (host == null ? "localhost" : host) + ":" + (port == null ? "8181" : port) + "/";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void print(String password, String other) {
        ConsoleBox box = new ConsoleBox()
                .row("AN SINH đã sẵn sàng lần đầu. Tài khoản quản trị:")
                .row("")
                .row("Địa chỉ", address)
                .row("Tên đăng nhập", NAME)
                .row("Mật khẩu", password);
        if (demonstration) {
            box.row("")
                    .row("Bản chạy thử có thêm tài khoản thứ hai, vì người lập danh sách")
                    .row("không được chốt danh sách:")
                    .row("Tên đăng nhập", CHECKER)
                    .row("Mật khẩu", other);
        }
        box.row("")
                .row("Mật khẩu chỉ hiện một lần. Hãy đổi ngay sau khi đăng nhập.")
                .print(console);
    }
}
