package vn.ansinh.core.program;

import java.util.List;
import org.osgi.framework.Bundle;
import vn.ansinh.api.program.PluginDetails.Kind;

/** What lies in the repository of the distribution, and installing it. */
interface Installer {

    /** Something in the repository; {@code version} is what would be installed. */
    record Shipped(String id, String name, String details, String version, boolean installed, Kind kind) {}

    List<Shipped> shipped();

    /** Returns when the bundles were started; their services may come a little later. */
    void install(String id) throws Exception;

    /** Returns when the bundles are gone. */
    void uninstall(String id) throws Exception;

    /** The bundles of what is installed. */
    List<Bundle> bundles(String id);

    /** What keeps something installed from running, in technical words; blank when nothing is known. */
    String diagnose(String id);
}
