package vn.ansinh.core.program;

import java.util.List;

/** What can be installed, and doing it. */
interface Installer {

    /** A program that lies in the distribution; {@code version} is what would be installed. */
    record Shipped(String id, String name, String details, String version, boolean installed) {}

    List<Shipped> shipped();

    /** Returns when the program's bundles were started; the program's service may come a little later. */
    void install(String id) throws Exception;

    /** Returns when the program's bundles are gone. */
    void uninstall(String id) throws Exception;

    /** What keeps an installed program from running, in technical words; blank when nothing is known. */
    String diagnose(String id);
}
