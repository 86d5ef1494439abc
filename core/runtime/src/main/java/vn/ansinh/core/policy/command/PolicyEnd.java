package vn.ansinh.core.policy.command;

import java.time.DateTimeException;
import java.time.YearMonth;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.ansinh.api.policy.Packs;
import vn.ansinh.api.problem.Problem;

/** {@code ansinh:policy-end --account can.bo ha-noi 2026-12 "Nghị quyết hết hiệu lực"} */
@Service
@Command(
        scope = "ansinh",
        name = "policy-end",
        description = "Proposes that a pack ends after a month; another official confirms")
public final class PolicyEnd extends PolicyDecision {

    @Argument(name = "pack", description = "Id of the pack", required = true)
    private String pack;

    @Argument(index = 1, name = "lastMonth", description = "Last month it holds for, as 2026-12", required = true)
    private String lastMonth;

    @Argument(index = 2, name = "reason", description = "Why, for who brought it", required = true)
    private String reason;

    @Override
    void decide(Packs packs) {
        packs.proposeEnd(pack, month(), reason);
    }

    private YearMonth month() {
        try {
            return YearMonth.parse(lastMonth);
        } catch (DateTimeException e) {
            throw Problem.invalid("AS-POLICY-END-MONTH", "Kỳ «" + lastMonth + "» không đúng; ghi như 2026-12.");
        }
    }
}
