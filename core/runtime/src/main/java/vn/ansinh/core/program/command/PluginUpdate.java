package vn.ansinh.core.program.command;

import java.util.function.Consumer;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.ansinh.api.program.Programs;
import vn.ansinh.api.program.Programs.ProgramStatus;

/** {@code ansinh:plugin-update btxh} */
@Service
@Command(
        scope = "ansinh",
        name = "plugin-update",
        description = "Goes from an installed file to the newer version in the repository")
public final class PluginUpdate extends PluginOperation {

    @Argument(name = "id", description = "As plugin-list shows it", required = true)
    private String id;

    @Override
    ProgramStatus operate(Programs programs, Consumer<String> steps) {
        return programs.update(id, steps);
    }
}
