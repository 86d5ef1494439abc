package vn.ansinh.core.policy.command;

import java.io.IOException;
import java.util.Arrays;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.policy.Packs;
import vn.ansinh.api.problem.Problem;

/** A command that an official takes responsibility for: it asks for their password and acts as them. */
abstract class PolicyDecision implements Action {

    @Option(name = "--account", description = "Account of the official who decides", required = true)
    private String account;

    @Reference
    private Packs packs;

    @Reference
    private Access access;

    @Reference
    private Session session;

    @Override
    public final Object execute() throws Exception {
        Caller caller = signIn();
        access.callAs(caller, () -> {
            decide(packs);
            return null;
        });
        System.out.println("Đã ghi nhận.");
        return null;
    }

    /** What the command is for. */
    abstract void decide(Packs packs);

    private Caller signIn() throws IOException {
        char[] password =
                session.readLine("Mật khẩu của " + account + ": ", '*').toCharArray();
        try {
            return access.authenticate(account, password)
                    .orElseThrow(() -> new Problem(
                            Problem.Kind.UNAUTHENTICATED,
                            "AS-ACCESS-SIGN-IN",
                            "Tên đăng nhập hoặc mật khẩu không đúng, hoặc tài khoản đang bị khóa."));
        } finally {
            Arrays.fill(password, ' ');
        }
    }
}
