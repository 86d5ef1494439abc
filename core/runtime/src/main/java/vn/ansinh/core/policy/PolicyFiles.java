package vn.ansinh.core.policy;

/** Single files as bundles. */
final class PolicyFiles {

    /** Manifest header: the dropped file a bundle was made of, as people see it. */
    static final String FILE = "Ansinh-Policy-File";

    private PolicyFiles() {}
}
