package vn.ansinh.core.access.command;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Accounts;
import vn.ansinh.api.access.Caller;

/** A command that does something to one account; its name comes after the options. */
abstract class AccountOperation implements Action {

    @Argument(name = "name", description = "Name for signing in", required = true)
    private String name;

    @Reference
    private Accounts accounts;

    @Reference
    private Access access;

    @Override
    public final Object execute() throws Exception {
        System.out.println(access.callAs(Caller.SYSTEM, () -> operate(accounts, name)));
        return null;
    }

    /** What the command is for. @return what to tell who sits at the console */
    abstract String operate(Accounts accounts, String name);
}
