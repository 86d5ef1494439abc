package vn.ansinh.core.policy.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.ansinh.api.policy.PackVersion;
import vn.ansinh.api.policy.Packs;

/** {@code ansinh:policy-reject --account truong.phong btxh-toan-quoc 2 "chưa có Công báo"} */
@Service
@Command(scope = "ansinh", name = "policy-reject", description = "Sends a draft back")
public final class PolicyReject extends PolicyDecision {

    @Argument(name = "pack", description = "Id of the pack", required = true)
    private String pack;

    @Argument(index = 1, name = "version", description = "Its version", required = true)
    private int version;

    @Argument(index = 2, name = "reason", description = "Why, for who brought it", required = true)
    private String reason;

    @Override
    void decide(Packs packs) {
        packs.reject(new PackVersion(pack, version), reason);
    }
}
