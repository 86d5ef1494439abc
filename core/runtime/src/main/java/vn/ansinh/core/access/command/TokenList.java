package vn.ansinh.core.access.command;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Tokens;

/** {@code ansinh:token-list} */
@Service
@Command(scope = "ansinh", name = "token-list", description = "Tokens with which programs of others call the API")
public final class TokenList implements Action {

    @Reference
    private Tokens tokens;

    @Reference
    private Access access;

    @Override
    public Object execute() throws Exception {
        return access.callAs(Caller.SYSTEM, () -> {
            ShellTable table = new ShellTable();
            table.column("Số");
            table.column("Tài khoản");
            table.column("Dùng cho");
            table.column("Quyền");
            table.column("Hết hạn");
            table.column("Thu hồi");
            tokens.all()
                    .forEach(token -> table.addRow()
                            .addContent(
                                    token.id(),
                                    token.account(),
                                    token.name(),
                                    String.join(" ", token.permissions()),
                                    token.expires(),
                                    token.revoked() == null ? "" : token.revoked()));
            table.print(System.out);
            return null;
        });
    }
}
