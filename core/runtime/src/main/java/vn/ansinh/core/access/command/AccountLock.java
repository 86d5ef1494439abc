package vn.ansinh.core.access.command;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Accounts;
import vn.ansinh.api.access.Caller;

/** {@code ansinh:account-lock --reason "nghỉ phép" lan.nguyen} */
@Service
@Command(
        scope = "ansinh",
        name = "account-lock",
        description = "Keeps an account out until it is unlocked; its open sessions end")
public final class AccountLock implements Action {

    @Argument(name = "name", description = "Name for signing in", required = true)
    private String name;

    @Option(name = "--reason", description = "Why; stays with the account", required = true)
    private String reason;

    @Reference
    private Accounts accounts;

    @Reference
    private Access access;

    @Override
    public Object execute() throws Exception {
        return access.callAs(Caller.SYSTEM, () -> {
            accounts.lock(name, reason);
            System.out.println("Đã khóa tài khoản " + name);
            return null;
        });
    }
}
