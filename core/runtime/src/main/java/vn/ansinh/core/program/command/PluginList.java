package vn.ansinh.core.program.command;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.policy.PackState;
import vn.ansinh.api.policy.PackState.Stage;
import vn.ansinh.api.policy.Packs;
import vn.ansinh.api.program.PluginDetails;
import vn.ansinh.api.program.PluginDetails.Kind;
import vn.ansinh.api.program.PluginEvent;
import vn.ansinh.api.program.Programs;
import vn.ansinh.api.program.Programs.ProgramStatus;

/** {@code ansinh:plugin-list}, {@code ansinh:plugin-list btxh} */
@Service
@Command(
        scope = "ansinh",
        name = "plugin-list",
        description = "Programs, connectors and policies; with an id, what it brings and what happened to it")
public final class PluginList implements Action {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    @Argument(name = "id", description = "One of them in full")
    private String id;

    @Reference
    private Programs programs;

    @Reference
    private Packs packs;

    @Reference
    private Access access;

    @Override
    public Object execute() throws Exception {
        return access.callAs(Caller.SYSTEM, () -> {
            List<ProgramStatus> all = programs.all();
            if (id == null) {
                list(all);
            } else {
                all.stream()
                        .filter(status -> status.id().equals(id))
                        .findFirst()
                        .ifPresentOrElse(this::tell, () -> System.out.println("Không có " + id + "."));
            }
            return null;
        });
    }

    private void list(List<ProgramStatus> all) {
        ShellTable table = new ShellTable();
        for (String column : List.of("Mã", "Loại", "Bản", "Cho phần lõi", "Tình trạng", "Nguồn", "Người cài", "Lúc")) {
            table.column(column);
        }
        for (ProgramStatus status : all) {
            PluginDetails details = status.details();
            table.addRow()
                    .addContent(
                            status.id(),
                            details.kind().label(),
                            status.version(),
                            details.api(),
                            status.state().label(),
                            details.signer().isEmpty() ? details.trust().label() : details.signer(),
                            details.installedBy(),
                            details.installedAt() == null ? "" : TIME.format(details.installedAt()));
        }
        for (PackState pack : packs.list()) {
            if (pack.stage() == Stage.ACTIVE || pack.stage() == Stage.DRAFT) {
                table.addRow()
                        .addContent(
                                pack.pack().pack(),
                                Kind.POLICY.label(),
                                pack.pack().version(),
                                "",
                                pack.stage().label(),
                                pack.file(),
                                "",
                                "");
            }
        }
        table.print(System.out);
    }

    private void tell(ProgramStatus status) {
        System.out.println(
                status.name() + " " + status.version() + ": " + status.state().label());
        if (!status.detail().isBlank()) {
            System.out.println("  " + status.detail());
        }
        status.details()
                .brings()
                .forEach((kind, what) -> System.out.println("  " + kind + ": " + String.join(", ", what)));
        if (!status.permissions().isEmpty()) {
            System.out.println(
                    "  Quyền: " + String.join(", ", status.permissions().keySet()));
        }
        for (PluginEvent event : programs.history(id)) {
            System.out.println("  " + TIME.format(event.at()) + " " + event.what() + " " + event.version() + ", "
                    + event.account() + (event.detail().isBlank() ? "" : ": " + event.detail()));
        }
    }
}
