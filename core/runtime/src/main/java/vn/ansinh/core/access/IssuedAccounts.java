package vn.ansinh.core.access;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Accounts;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.problem.Problem;

/** {@link Accounts} on {@code ansinh.account}. */
public final class IssuedAccounts implements Accounts {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,39}");

    private final Access access;
    private final SignIn signIn;
    private final InstantSource clock;

    /** @param signIn holds the accounts */
    public IssuedAccounts(Access access, SignIn signIn, InstantSource clock) {
        this.access = access;
        this.signIn = signIn;
        this.clock = clock;
    }

    @Override
    public String add(Account account) {
        Caller issuer = issuerOf(account);
        if (!NAME.matcher(account.name()).matches() || account.name().equals(Caller.SYSTEM.account())) {
            throw Problem.invalid(
                    "AS-ACCOUNT-NAME",
                    "Tên đăng nhập gồm 2–40 chữ thường không dấu, chữ số, dấu chấm hoặc gạch nối, ví dụ: lan.nguyen.");
        }
        if (account.fullName().isBlank()) {
            throw Problem.invalid("AS-ACCOUNT-FULL-NAME", "Thiếu họ tên của người sử dụng tài khoản.");
        }
        char[] password = PasswordRules.generate();
        if (!signIn.store().add(account, signIn.hash(password), issuer.account(), clock.instant())) {
            throw Problem.conflict(
                    "AS-ACCOUNT-EXISTS", "Tên đăng nhập " + account.name() + " đã có. Vui lòng chọn tên khác.");
        }
        return new String(password);
    }

    @Override
    public String resetPassword(String name) {
        access.require(Permissions.ACCOUNT_MANAGE);
        Account account = signIn.store()
                .byName(name)
                .map(AccountStore.Row::account)
                .orElseThrow(() -> Problem.notFound("AS-ACCOUNT-UNKNOWN", "Không có tài khoản " + name + "."));
        issuerOf(account);
        char[] password = PasswordRules.generate();
        signIn.setPassword(name, password);
        return new String(password);
    }

    @Override
    public List<Account> all() {
        return signIn.store().within(access.require(Permissions.ACCOUNT_MANAGE).unitId());
    }

    /** The caller, who must stand above {@code account}: else a reset or a new account would be a way up. */
    private Caller issuerOf(Account account) {
        Caller issuer = account.unitId() == 0
                ? access.require(Permissions.ACCOUNT_MANAGE)
                : access.require(Permissions.ACCOUNT_MANAGE, account.unitId());
        Set<String> given = account.permissions();
        boolean wider = account.unitId() == 0 && issuer.unitId() != 0;
        boolean more =
                !issuer.may("*") && (given.contains("*") || !given.stream().allMatch(issuer::may));
        if (wider || more) {
            throw Problem.forbidden(
                    "AS-ACCOUNT-ABOVE", "Không thể cấp hoặc sửa tài khoản có quyền rộng hơn quyền của người cấp.");
        }
        return issuer;
    }
}
