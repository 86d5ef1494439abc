package vn.ansinh.core.program;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;
import vn.ansinh.api.program.PluginDetails;
import vn.ansinh.api.program.PluginDetails.Kind;
import vn.ansinh.api.program.PluginDetails.Trust;
import vn.ansinh.api.program.Programs.ProgramStatus;
import vn.ansinh.api.program.Programs.State;
import vn.ansinh.core.program.PluginStore.Row;

/** How everything stands: the repository, the rows of what was installed, and what really runs, put together. */
final class Statuses {

    private final Registry registry;
    private final Installer installer;
    private final PluginBundles bundles;
    private final PluginStore store;

    /** What went wrong last, by id. */
    private final Map<String, String> failures = new ConcurrentHashMap<>();

    Statuses(Registry registry, Installer installer, PluginBundles bundles, PluginStore store) {
        this.registry = registry;
        this.installer = installer;
        this.bundles = bundles;
        this.store = store;
    }

    void failed(String id, String message) {
        failures.put(id, message);
    }

    void forgetFailure(String id) {
        failures.remove(id);
    }

    /** Everything, by name. */
    List<ProgramStatus> all() {
        List<Row> rows = store.all();
        Map<String, List<Long>> off = store.unitsOff();
        List<Registry.Running> running = registry.running();
        Map<String, ProgramStatus> all = new LinkedHashMap<>();
        for (Installer.Shipped shipped : installer.shipped()) {
            Optional<Row> installed = installed(rows, shipped.id());
            ProgramStatus status = installed.filter(Row::isFile).isPresent()
                    ? file(installed.get(), shipped, running, off)
                    : shipped(shipped, installed.orElse(null), running, off);
            all.put(shipped.id(), status);
        }
        rows.stream()
                .filter(row -> row.isFile() && row.state() == PluginStore.State.INSTALLED)
                .forEach(row -> all.computeIfAbsent(row.id(), id -> file(row, null, running, off)));
        running.stream()
                .filter(program -> !isKnown(program, all.values()))
                .forEach(program -> all.putIfAbsent(program.program().id(), deployed(program, off)));
        rows.stream()
                .filter(row -> row.isFile() && row.state() == PluginStore.State.REMOVED)
                .forEach(row -> all.computeIfAbsent(row.id(), id -> away(row, off)));
        List<ProgramStatus> sorted = new ArrayList<>(all.values());
        sorted.sort(Comparator.comparing(ProgramStatus::name, Collator.getInstance(Locale.forLanguageTag("vi"))));
        return sorted;
    }

    static Optional<Row> installed(Collection<Row> rows, String id) {
        return rows.stream()
                .filter(row -> row.id().equals(id) && row.state() == PluginStore.State.INSTALLED)
                .findFirst();
    }

    private static boolean isKnown(Registry.Running running, Collection<ProgramStatus> known) {
        return known.stream()
                .anyMatch(status -> status.id().equals(running.program().id()));
    }

    private ProgramStatus shipped(
            Installer.Shipped shipped, Row row, List<Registry.Running> running, Map<String, List<Long>> off) {
        Optional<Registry.Running> program = running.stream()
                .filter(found -> found.program().id().equals(shipped.id()))
                .findFirst();
        List<Bundle> own = shipped.installed() ? installer.bundles(shipped.id()) : List.of();
        PluginDetails details = new PluginDetails(
                shipped.kind(),
                api(own),
                Trust.SHIPPED,
                "",
                row == null ? "" : row.installedBy(),
                row == null ? null : row.installedAt(),
                "",
                Brings.of(own),
                off.getOrDefault(shipped.id(), List.of()));
        if (program.isPresent()) {
            return running(shipped.id(), program.get(), details);
        }
        String failure = failures.getOrDefault(shipped.id(), "");
        State state = !failure.isEmpty()
                ? State.FAILED
                : !shipped.installed()
                        ? State.AVAILABLE
                        : shipped.kind() != Kind.PROGRAM && isUp(own) ? State.RUNNING : State.WAITING;
        String detail = state == State.WAITING ? installer.diagnose(shipped.id()) : failure;
        return new ProgramStatus(
                shipped.id(),
                shipped.name(),
                shipped.details(),
                shipped.version(),
                state,
                Map.of(),
                0,
                detail,
                details);
    }

    private ProgramStatus file(
            Row row, Installer.Shipped shipped, List<Registry.Running> running, Map<String, List<Long>> off) {
        List<Bundle> own = bundles.of(row.key());
        boolean newer = shipped != null
                && Version.parseVersion(shipped.version()).compareTo(Version.parseVersion(row.version())) > 0;
        PluginDetails details = new PluginDetails(
                row.isReport() ? Kind.REPORT : Brings.kind(own),
                row.api(),
                trust(row),
                row.signer() == null ? "" : row.signer(),
                row.installedBy(),
                row.installedAt(),
                newer ? shipped.version() : "",
                Brings.of(own),
                off.getOrDefault(row.id(), List.of()));
        List<Long> ids = own.stream().map(Bundle::getBundleId).toList();
        Optional<Registry.Running> program =
                running.stream().filter(found -> ids.contains(found.bundle())).findFirst();
        if (program.isPresent()) {
            return running(row.id(), program.get(), details);
        }
        State state = isUp(own) ? State.RUNNING : State.WAITING;
        String detail = state == State.RUNNING
                ? ""
                : own.isEmpty()
                        ? "Chưa có trên máy chủ này: tệp không có chữ ký phải được cài từ dòng lệnh của từng máy chủ."
                        : bundles.diagnose(own);
        return new ProgramStatus(
                row.id(), row.name(), row.description(), row.version(), state, Map.of(), 0, detail, details);
    }

    private ProgramStatus away(Row row, Map<String, List<Long>> off) {
        PluginDetails details = new PluginDetails(
                row.isReport() ? Kind.REPORT : Kind.PROGRAM,
                row.api(),
                trust(row),
                row.signer() == null ? "" : row.signer(),
                row.installedBy(),
                row.installedAt(),
                "",
                Map.of(),
                off.getOrDefault(row.id(), List.of()));
        return new ProgramStatus(
                row.id(), row.name(), row.description(), row.version(), State.AVAILABLE, Map.of(), 0, "", details);
    }

    private ProgramStatus deployed(Registry.Running running, Map<String, List<Long>> off) {
        String id = running.program().id();
        return running(
                id,
                running,
                new PluginDetails(
                        Kind.PROGRAM, "", Trust.UNSIGNED, "", "", null, "", Map.of(), off.getOrDefault(id, List.of())));
    }

    private ProgramStatus running(String id, Registry.Running running, PluginDetails details) {
        return new ProgramStatus(
                id,
                running.program().name(),
                running.program().description(),
                running.version(),
                State.RUNNING,
                running.program().permissions(),
                registry.benefits(running.program().id()),
                registry.faults(running),
                details);
    }

    private boolean isUp(List<Bundle> own) {
        return !own.isEmpty() && own.stream().allMatch(bundles::isUp);
    }

    /** Why a file may run. */
    static Trust trust(Artifact artifact) {
        return artifact.form() == Artifact.Form.REPORT
                ? Trust.DATA
                : artifact.signer() == null ? Trust.UNSIGNED : Trust.SIGNED;
    }

    private static Trust trust(Row row) {
        return row.isReport() ? Trust.DATA : row.signer() == null ? Trust.UNSIGNED : Trust.SIGNED;
    }

    private static String api(Collection<Bundle> own) {
        return own.stream()
                .map(bundle -> Compatibility.range(bundle.getHeaders("").get("Import-Package")))
                .map(Compatibility::told)
                .filter(told -> !told.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
