package vn.ansinh.core.program.command;

import java.util.function.Consumer;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.ansinh.api.program.Programs;
import vn.ansinh.api.program.Programs.ProgramStatus;

/** {@code ansinh:plugin-remove thi-diem} */
@Service
@Command(scope = "ansinh", name = "plugin-remove", description = "Removes a program or connector; its data stay")
public final class PluginRemove extends PluginOperation {

    @Argument(name = "id", description = "As plugin-list shows it", required = true)
    private String id;

    @Override
    ProgramStatus operate(Programs programs, Consumer<String> steps) {
        return programs.uninstall(id, steps);
    }
}
