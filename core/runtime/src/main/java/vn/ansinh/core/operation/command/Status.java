package vn.ansinh.core.operation.command;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.operation.Check;
import vn.ansinh.api.operation.Operation;

/** {@code ansinh:status}: what the page of operation shows, for a night without a browser. */
@Service
@Command(scope = "ansinh", name = "status", description = "Tells how this server is, the worst first")
public final class Status implements Action {

    @Reference
    private Operation operation;

    @Reference
    private Access access;

    @Override
    public Object execute() throws Exception {
        for (Check check : access.callAs(Caller.SYSTEM, operation::checks)) {
            System.out.printf("%-8s %s: %s%n", check.level().label(), check.name(), check.state());
            if (!check.advice().isBlank()) {
                System.out.printf("         → %s%n", check.advice());
            }
        }
        return null;
    }
}
