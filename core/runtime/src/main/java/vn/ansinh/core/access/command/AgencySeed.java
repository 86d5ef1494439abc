package vn.ansinh.core.access.command;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Agencies;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.access.UsualAgencies;

/** {@code ansinh:agency-seed 42} */
@Service
@Command(
        scope = "ansinh",
        name = "agency-seed",
        description = "Founds the usual agencies of a province and its communes; those that are there stay")
public final class AgencySeed implements Action {

    @Argument(name = "province", description = "Code of the province", required = true)
    private String province;

    @Reference
    private Agencies agencies;

    @Reference
    private Units units;

    @Reference
    private Access access;

    @Reference
    private InstantSource clock;

    @Override
    public Object execute() throws Exception {
        LocalDate today = clock.instant().atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toLocalDate();
        int founded = access.callAs(Caller.SYSTEM, () -> new UsualAgencies(agencies, units).found(province, today));
        System.out.println("Đã lập " + founded + " cơ quan");
        return null;
    }
}
