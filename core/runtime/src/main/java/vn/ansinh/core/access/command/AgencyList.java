package vn.ansinh.core.access.command;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Agencies;
import vn.ansinh.api.access.Caller;

/** {@code ansinh:agency-list --day 2025-02-28} */
@Service
@Command(scope = "ansinh", name = "agency-list", description = "Agencies of a day")
public final class AgencyList implements Action {

    @Option(name = "--day", description = "yyyy-mm-dd; today when left out")
    private String day;

    @Reference
    private Agencies agencies;

    @Reference
    private Access access;

    @Reference
    private InstantSource clock;

    @Override
    public Object execute() throws Exception {
        LocalDate on = day == null
                ? clock.instant().atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toLocalDate()
                : LocalDate.parse(day);
        return access.callAs(Caller.SYSTEM, () -> {
            ShellTable table = new ShellTable();
            table.column("Mã");
            table.column("Tên");
            table.column("Chương trình");
            table.column("Từ ngày");
            agencies.tree(on)
                    .forEach(agency -> table.addRow()
                            .addContent(
                                    agency.code(), agency.name(), String.join(" ", agency.programs()), agency.from()));
            table.print(System.out);
            return null;
        });
    }
}
