package vn.ansinh.core.program.command;

import java.util.function.Consumer;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.program.Programs;
import vn.ansinh.api.program.Programs.ProgramStatus;

/** A command that changes what is installed; each step is printed as it begins. */
abstract class PluginOperation implements Action {

    @Reference
    private Programs programs;

    @Reference
    private Access access;

    @Override
    public final Object execute() throws Exception {
        ProgramStatus now = access.callAs(Caller.SYSTEM, () -> operate(programs, System.out::println));
        System.out.println(now.name() + " " + now.version() + ": " + now.state().label());
        return null;
    }

    /** What the command is for. */
    abstract ProgramStatus operate(Programs programs, Consumer<String> steps);
}
