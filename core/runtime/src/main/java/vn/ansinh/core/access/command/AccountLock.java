package vn.ansinh.core.access.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.ansinh.api.access.Accounts;

/** {@code ansinh:account-lock --reason "nghỉ phép" lan.nguyen} */
@Service
@Command(
        scope = "ansinh",
        name = "account-lock",
        description = "Keeps an account out until it is unlocked; its open sessions end")
public final class AccountLock extends AccountOperation {

    @Option(name = "--reason", description = "Why; stays with the account", required = true)
    private String reason;

    @Override
    String operate(Accounts accounts, String name) {
        accounts.lock(name, reason);
        return "Đã khóa tài khoản " + name;
    }
}
