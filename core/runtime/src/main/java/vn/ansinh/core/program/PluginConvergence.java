package vn.ansinh.core.program;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.core.program.PluginStore.Row;
import vn.ansinh.core.program.PluginStore.State;

/** Makes this server hold what the rows say. */
final class PluginConvergence {

    private static final Logger LOG = LoggerFactory.getLogger(PluginConvergence.class);
    private static final Duration LONGEST_INSTALLATION = Duration.ofMinutes(2);

    private final PluginStore store;
    private final PluginFiles files;
    private final Installer installer;

    PluginConvergence(PluginStore store, PluginFiles files, Installer installer) {
        this.store = store;
        this.files = files;
        this.installer = installer;
    }

    /** Installs and removes; what does not succeed is told in the log. */
    void follow() {
        store.giveUpInstallations(LONGEST_INSTALLATION);
        List<Row> rows = store.all();
        files.follow(rows);
        installer.shipped().forEach(shipped -> followShipped(shipped, rows));
    }

    private void followShipped(Installer.Shipped shipped, List<Row> rows) {
        // the rows come latest first; without any it is as it came with the distribution
        Optional<Row> last =
                rows.stream().filter(row -> row.id().equals(shipped.id())).findFirst();
        if (last.isEmpty()) {
            return;
        }
        boolean installed = last.get().state() == State.INSTALLED;
        boolean file = last.get().isFile();
        try {
            if (!file && installed && !shipped.installed()) {
                installer.install(shipped.id());
            } else if (shipped.installed() && (file ? installed : last.get().state() == State.REMOVED)) {
                installer.uninstall(shipped.id());
            }
        } catch (Exception e) {
            LOG.error("{} cannot be followed", shipped.id(), e);
        }
    }
}
