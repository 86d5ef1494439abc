package vn.ansinh.core.policy.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.policy.PackState;
import vn.ansinh.api.policy.PackState.Stage;
import vn.ansinh.api.policy.Packs;

/** {@code ansinh:policy-list} */
@Service
@Command(
        scope = "ansinh",
        name = "policy-list",
        description = "Policy packs with their state; files that cannot be used with what is wrong in them")
public final class PolicyList implements Action {

    @Option(name = "-a", aliases = "--all", description = "Also versions that were replaced or rejected")
    private boolean all;

    @Reference
    private Packs packs;

    @Reference
    private Access access;

    @Override
    public Object execute() throws Exception {
        List<PackState> states = access.callAs(Caller.SYSTEM, packs::list);
        ShellTable table = new ShellTable();
        table.column("Gói");
        table.column("Bản");
        table.column("Tình trạng");
        table.column("Tên");
        table.column("Tệp");
        for (PackState state : states) {
            if (state.stage() != Stage.REFUSED && (all || !isPast(state))) {
                table.addRow()
                        .addContent(
                                state.pack().pack(), state.pack().version(), told(state), state.name(), state.file());
            }
        }
        table.print(System.out);
        for (PackState state : states) {
            state.faults().forEach(fault -> System.out.println(Stage.REFUSED.label() + ": " + fault));
        }
        return null;
    }

    private static boolean isPast(PackState state) {
        return state.stage() == Stage.REPLACED || state.stage() == Stage.REJECTED;
    }

    private static String told(PackState state) {
        if (state.ending() == null || state.stage() == Stage.ENDED) {
            return state.stage().label();
        }
        return state.stage().label()
                + (state.ending().confirmed() == null ? ", đề nghị hết kỳ " : ", hết kỳ ")
                + state.ending().lastMonth();
    }
}
