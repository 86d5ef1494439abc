package vn.ansinh.core.program.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.ansinh.api.program.Programs;
import vn.ansinh.api.program.Programs.ProgramStatus;

/** {@code ansinh:plugin-install btxh} or {@code ansinh:plugin-install --unsigned thi-diem.jar} */
@Service
@Command(
        scope = "ansinh",
        name = "plugin-install",
        description = "Installs a program or connector: by id from the repository, or from a .jar, .kar or .report.zip")
public final class PluginInstall extends PluginOperation {

    @Option(name = "--unsigned", description = "Take a file without a trusted signature; it stays marked")
    private boolean unsigned;

    @Argument(name = "what", description = "Id in the repository, or path of a file on this server", required = true)
    private String what;

    @Override
    ProgramStatus operate(Programs programs, Consumer<String> steps) {
        Path file = Path.of(what);
        if (!Files.isRegularFile(file)) {
            return programs.install(what, steps);
        }
        String name = file.getFileName().toString();
        return unsigned ? programs.installUnsigned(file, name, steps) : programs.installFile(file, name, steps);
    }
}
