package vn.ansinh.core.access.command;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Accounts;
import vn.ansinh.api.access.Caller;

/** {@code ansinh:session-list} */
@Service
@Command(scope = "ansinh", name = "session-list", description = "Who is signed in on the screens now")
public final class SessionList implements Action {

    @Reference
    private Accounts accounts;

    @Reference
    private Access access;

    @Override
    public Object execute() throws Exception {
        return access.callAs(Caller.SYSTEM, () -> {
            ShellTable table = new ShellTable();
            table.column("Tài khoản");
            table.column("Họ tên");
            table.column("Địa chỉ");
            table.column("Bắt đầu");
            table.column("Dùng lần cuối");
            accounts.sessions()
                    .forEach(session -> table.addRow()
                            .addContent(
                                    session.account(),
                                    session.fullName(),
                                    session.address(),
                                    session.started(),
                                    session.seen()));
            table.print(System.out);
            return null;
        });
    }
}
