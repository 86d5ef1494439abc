package vn.ansinh.core.policy;

import vn.ansinh.api.policy.Packs;
import vn.ansinh.core.extender.DroppedFiles;

/** The door for single {@code *.policy.yaml} files. */
public final class PolicyFiles extends DroppedFiles {

    /** How the names of such files end. */
    public static final String SUFFIX = ".policy.yaml";

    /** How the names of files begin that lie in the distribution's own directory. */
    static final String SHIPPED = "policies/";

    public PolicyFiles() {
        super(SUFFIX, "policy", PolicyExtender.DIRECTORY + "/pack" + SUFFIX, Packs.LARGEST);
    }
}
