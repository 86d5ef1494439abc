package vn.ansinh.core.access.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.ansinh.api.access.Accounts;

/** {@code ansinh:account-password lan.nguyen} */
@Service
@Command(
        scope = "ansinh",
        name = "account-password",
        description = "Gives an account a new password, prints it, and lifts the account's lock")
public final class AccountPassword extends AccountOperation {

    @Override
    String operate(Accounts accounts, String name) {
        return "Mật khẩu mới của " + name + " (chỉ hiện một lần): " + accounts.resetPassword(name);
    }
}
