package vn.ansinh.core.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.program.PluginStore.Row;
import vn.ansinh.core.program.PluginStore.State;

/** Files on their way in and out: who may pass, and the exchange of an old version for a new one. */
final class PluginFiles {

    private static final Logger LOG = LoggerFactory.getLogger(PluginFiles.class);

    private final ArtifactReader reader;
    private final Compatibility compatibility;
    private final Installer installer;
    private final PluginBundles bundles;
    private final PluginStore store;

    PluginFiles(
            ArtifactReader reader,
            Compatibility compatibility,
            Installer installer,
            PluginBundles bundles,
            PluginStore store) {
        this.reader = reader;
        this.compatibility = compatibility;
        this.installer = installer;
        this.bundles = bundles;
        this.store = store;
    }

    /** What runs of an id before a new version comes. @param version {@code null} when nothing does */
    private record Before(Row row, boolean shipped, Version version, List<Bundle> own) {}

    /** Reads a file and looks whether it may be installed here and now; changes nothing. @throws Problem when not */
    Artifact admit(Path file, String name, boolean unsignedToo) {
        Artifact artifact = reader.read(file, name, unsignedToo);
        List<Bundle> shipped = installer.bundles(artifact.id());
        for (Artifact.Part part : artifact.parts()) {
            if (bundles.isTaken(part.symbolicName(), shipped)) {
                throw Problem.invalid(
                        "AS-PLUGIN-PLATFORM",
                        "Gói " + part.symbolicName()
                                + " thuộc phần lõi của An Sinh; phần lõi được nâng cấp cùng bản phân"
                                + " phối, không qua trang này. Không có gì thay đổi.");
            }
        }
        checkVersion(artifact);
        compatibility.check(artifact);
        return artifact;
    }

    private void checkVersion(Artifact artifact) {
        Version before = before(artifact).version();
        String told = artifact.name() + " bản " + artifact.version();
        if (artifact.version().equals(before)) {
            throw Problem.conflict("AS-PLUGIN-SAME", told + " đã được cài và đang dùng. Không có gì thay đổi.");
        }
        if (before != null && artifact.version().compareTo(before) < 0) {
            throw Problem.conflict(
                    "AS-PLUGIN-OLDER",
                    told + " cũ hơn bản " + before
                            + " đang dùng. Không có gì thay đổi. Muốn dùng lại bản cũ, hãy gỡ bản"
                            + " đang dùng trước.");
        }
        boolean known = store.find(artifact.id(), artifact.version().toString())
                .filter(row -> row.state() == State.REMOVED && row.isFile())
                .filter(row -> !row.digest().equals(artifact.digest()))
                .isPresent();
        if (known) {
            throw Problem.conflict(
                    "AS-PLUGIN-SAME",
                    told + " đã từng được cài với nội dung khác. Không có gì thay đổi. Nội dung mới phải mang số phiên"
                            + " bản mới.");
        }
    }

    /** The version that runs of the same thing; blank when none does. */
    String replaced(Artifact artifact) {
        return Objects.toString(before(artifact).version(), "");
    }

    private Before before(Artifact artifact) {
        Optional<Row> row = Statuses.installed(store.all(), artifact.id()).filter(Row::isFile);
        if (row.isPresent()) {
            Version version = Version.parseVersion(row.get().version());
            return new Before(row.get(), false, version, bundles.of(row.get().key()));
        }
        boolean shipped =
                installer.shipped().stream().anyMatch(found -> found.id().equals(artifact.id()) && found.installed());
        if (!shipped) {
            return new Before(null, false, null, List.of());
        }
        List<Bundle> own = installer.bundles(artifact.id());
        Version version =
                own.stream().map(Bundle::getVersion).max(Version::compareTo).orElse(null);
        return new Before(null, true, version, own);
    }

    /**
     * Installs what was admitted, in place of what runs. The new bundles lie ready before the old ones stop; if they do not
     * come up, they go and the old ones run again.
     */
    void install(Artifact artifact, String account, Consumer<String> steps) {
        Before before = before(artifact);
        String told = artifact.name() + " bản " + artifact.version();
        steps.accept("Đã kiểm tra tệp: " + told);
        store.begin(artifact, Compatibility.told(Compatibility.range(artifact)), account);
        List<Bundle> fresh = List.of();
        try {
            fresh = bundles.install(artifact, key(artifact));
            if (before.version() != null) {
                steps.accept("Dừng bản " + before.version() + ", chờ các yêu cầu đang xử lý xong");
                bundles.pause(before.own());
            }
            steps.accept("Khởi động " + told);
            bundles.start(fresh);
            store.installed(artifact.id(), artifact.version().toString(), before.version() != null, account);
        } catch (Exception e) {
            LOG.error("{} {} does not come up", artifact.id(), artifact.version(), e);
            steps.accept("Không khởi động được " + told + "; trả lại như trước");
            bundles.remove(fresh);
            boolean back = isBack(before.own());
            store.failed(artifact.id(), artifact.version().toString(), account, technical(e));
            throw new Problem(
                    Problem.Kind.UNAVAILABLE,
                    "AS-PLUGIN-START",
                    told + " không khởi động được"
                            + (before.version() == null
                                    ? " nên đã được gỡ ra. "
                                    : back
                                            ? "; bản " + before.version() + " đã chạy lại. "
                                            : "; bản " + before.version() + " cũng không chạy lại được. ")
                            + "Lý do kỹ thuật: " + technical(e),
                    e);
        }
        leave(before, artifact.id());
        steps.accept(told + " đang chạy");
    }

    private boolean isBack(Collection<Bundle> old) {
        try {
            bundles.resume(old);
            return true;
        } catch (BundleException | PluginBundles.StartFailedException e) {
            LOG.error("What ran before does not come back: {}", old, e);
            return false;
        }
    }

    private void leave(Before before, String id) {
        try {
            if (before.shipped()) {
                installer.uninstall(id);
            } else {
                bundles.remove(before.own());
            }
        } catch (Exception e) {
            // stopped already: it is in nobody's way
            LOG.warn("The old version of {} did not leave", id, e);
        }
    }

    /** Removes what was installed from a file; its content is kept. */
    void remove(Row row, String account) {
        bundles.remove(bundles.of(row.key()));
        store.removed(row.id(), row.version(), account);
    }

    /** Installs what was removed once more. */
    void again(Row row, boolean unsignedToo, String account, Consumer<String> steps) {
        withContent(row, file -> install(admit(file, row.file(), unsignedToo), account, steps));
    }

    /**
     * Makes the framework hold what the rows say; for the start of a server, and when another server changed something. A row
     * is not believed: the content has to be signed with a key that this server trusts.
     */
    void follow(List<Row> rows) {
        List<Row> wanted = rows.stream()
                .filter(row -> row.isFile() && row.state() == State.INSTALLED)
                .toList();
        List<String> keys = wanted.stream().map(Row::key).toList();
        for (String key : bundles.keys()) {
            if (!keys.contains(key)) {
                LOG.info("{} is no longer installed", key);
                bundles.remove(bundles.of(key));
            }
        }
        for (Row row : wanted) {
            if (bundles.of(row.key()).isEmpty()) {
                bring(row);
            }
        }
    }

    private void bring(Row row) {
        if (row.signer() == null && !row.isReport()) {
            LOG.warn("{} has no trusted signature and is not brought here by itself", row.key());
            return;
        }
        try {
            withContent(row, file -> {
                Artifact artifact = reader.read(file, row.file(), false);
                if (!artifact.id().equals(row.id()) || !key(artifact).equals(row.key())) {
                    throw ArtifactReader.corrupt("nội dung không khớp với bản đã cài", null);
                }
                try {
                    bundles.startLater(bundles.install(artifact, row.key()));
                    LOG.info("{} was brought here", row.key());
                } catch (IOException | BundleException e) {
                    throw new IllegalStateException(e);
                }
            });
        } catch (RuntimeException e) {
            LOG.error("{} cannot be brought here", row.key(), e);
        }
    }

    private void withContent(Row row, Consumer<Path> work) {
        Path file = null;
        try {
            file = Files.createTempFile("ansinh-plugin-", ".tmp");
            store.copy(row, file);
            work.accept(file);
        } catch (IOException e) {
            throw new IllegalStateException("The content of " + row.key() + " cannot be read", e);
        } finally {
            if (file != null) {
                file.toFile().delete();
            }
        }
    }

    private static String key(Artifact artifact) {
        return PluginStore.key(artifact.id(), artifact.version().toString(), artifact.digest());
    }

    private static String technical(Exception e) {
        return Arrays.stream(String.valueOf(e.getMessage()).split("\n"))
                .findFirst()
                .orElse("");
    }
}
