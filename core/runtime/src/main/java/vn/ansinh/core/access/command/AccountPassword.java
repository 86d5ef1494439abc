package vn.ansinh.core.access.command;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Accounts;
import vn.ansinh.api.access.Caller;

/** {@code ansinh:account-password lan.nguyen} */
@Service
@Command(
        scope = "ansinh",
        name = "account-password",
        description = "Gives an account a new password, prints it, and lifts the account's lock")
public final class AccountPassword implements Action {

    @Argument(name = "name", description = "Name for signing in", required = true)
    private String name;

    @Reference
    private Accounts accounts;

    @Reference
    private Access access;

    @Override
    public Object execute() throws Exception {
        String password = access.callAs(Caller.SYSTEM, () -> accounts.resetPassword(name));
        System.out.println("Mật khẩu mới của " + name + " (chỉ hiện một lần): " + password);
        return null;
    }
}
