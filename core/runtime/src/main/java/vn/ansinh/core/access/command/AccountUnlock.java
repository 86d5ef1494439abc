package vn.ansinh.core.access.command;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Accounts;
import vn.ansinh.api.access.Caller;

/** {@code ansinh:account-unlock lan.nguyen} */
@Service
@Command(
        scope = "ansinh",
        name = "account-unlock",
        description = "Lets an account in again, also after wrong passwords")
public final class AccountUnlock implements Action {

    @Argument(name = "name", description = "Name for signing in", required = true)
    private String name;

    @Reference
    private Accounts accounts;

    @Reference
    private Access access;

    @Override
    public Object execute() throws Exception {
        return access.callAs(Caller.SYSTEM, () -> {
            accounts.unlock(name);
            System.out.println("Đã mở khóa tài khoản " + name);
            return null;
        });
    }
}
