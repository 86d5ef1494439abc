package vn.ansinh.core.policy.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.ansinh.api.policy.PackVersion;
import vn.ansinh.api.policy.Packs;

/** {@code ansinh:policy-activate --account truong.phong btxh-toan-quoc 2} */
@Service
@Command(scope = "ansinh", name = "policy-activate", description = "Puts a draft that somebody else brought into force")
public final class PolicyActivate extends PolicyDecision {

    @Argument(name = "pack", description = "Id of the pack", required = true)
    private String pack;

    @Argument(index = 1, name = "version", description = "Its version", required = true)
    private int version;

    @Override
    void decide(Packs packs) {
        packs.activate(new PackVersion(pack, version));
    }
}
