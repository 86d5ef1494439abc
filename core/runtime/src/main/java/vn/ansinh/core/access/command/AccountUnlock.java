package vn.ansinh.core.access.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.ansinh.api.access.Accounts;

/** {@code ansinh:account-unlock lan.nguyen} */
@Service
@Command(
        scope = "ansinh",
        name = "account-unlock",
        description = "Lets an account in again, also after wrong passwords")
public final class AccountUnlock extends AccountOperation {

    @Override
    String operate(Accounts accounts, String name) {
        accounts.unlock(name);
        return "Đã mở khóa tài khoản " + name;
    }
}
