package vn.ansinh.core.policy.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.ansinh.api.policy.Packs;

/** {@code ansinh:policy-end-confirm --account truong.phong ha-noi} */
@Service
@Command(scope = "ansinh", name = "policy-end-confirm", description = "Confirms the proposed end of a pack")
public final class PolicyEndConfirm extends PolicyDecision {

    @Argument(name = "pack", description = "Id of the pack", required = true)
    private String pack;

    @Override
    void decide(Packs packs) {
        packs.confirmEnd(pack);
    }
}
