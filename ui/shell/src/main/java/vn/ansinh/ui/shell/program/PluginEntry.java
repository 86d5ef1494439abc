package vn.ansinh.ui.shell.program;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.policy.PackState;
import vn.ansinh.api.policy.PackState.Act;
import vn.ansinh.api.policy.PackState.Stage;
import vn.ansinh.api.program.PluginDetails.Kind;
import vn.ansinh.api.program.PluginDetails.Trust;
import vn.ansinh.api.program.Programs.ProgramStatus;
import vn.ansinh.api.report.Reports.Door;
import vn.ansinh.api.report.Reports.ReportFile;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.Services;

/**
 * A line of the list: a program, a connector, a policy or the file of a report.
 *
 * @param since who installed it and when, or put it in force; blank when it came with the distribution
 * @param program {@code null} for a policy and for a dropped report
 * @param pack {@code null} for anything but a policy
 * @param report {@code null} for anything but a report that was dropped, or that cannot be used
 */
record PluginEntry(
        Kind kind,
        String name,
        String version,
        String api,
        State state,
        String stateWord,
        String since,
        String note,
        ProgramStatus program,
        PackState pack,
        ReportFile report) {

    private static final Texts TEXTS = Texts.of(PluginEntry.class);

    /** Everything that may be seen: programs first. */
    static List<PluginEntry> all(Services services) {
        List<PluginEntry> all = new ArrayList<>();
        services.programs().all().forEach(status -> all.add(of(status)));
        if (services.access().require().may(Permissions.POLICY_READ)) {
            services.packs().list().stream()
                    .filter(pack -> pack.stage() == Stage.ACTIVE || pack.stage() == Stage.DRAFT)
                    .forEach(pack -> all.add(of(pack)));
        }
        services.reports().files().stream()
                .filter(file -> file.door() == Door.DROPPED || !file.faults().isEmpty())
                .forEach(file -> all.add(of(file)));
        all.sort(Comparator.comparing(PluginEntry::kind));
        return all;
    }

    static PluginEntry of(ProgramStatus status) {
        boolean marked = status.details().trust() == Trust.UNSIGNED;
        String note = marked && status.detail().isBlank() ? TEXTS.get("unsigned") : status.detail();
        return new PluginEntry(
                status.details().kind(),
                status.name(),
                status.version(),
                status.details().api(),
                look(status),
                status.state().label(),
                since(status.details().installedBy(), status.details().installedAt()),
                note,
                status,
                null,
                null);
    }

    private static PluginEntry of(PackState pack) {
        Act last = pack.decided() == null ? pack.proposed() : pack.decided();
        return new PluginEntry(
                Kind.POLICY,
                pack.name(),
                String.valueOf(pack.pack().version()),
                "",
                pack.inForce() ? State.IN_FORCE : State.WAITING,
                pack.stage().label(),
                last == null ? "" : since(last.fullName(), last.at()),
                "",
                null,
                pack,
                null);
    }

    private static PluginEntry of(ReportFile file) {
        boolean right = file.faults().isEmpty();
        return new PluginEntry(
                Kind.REPORT,
                file.title() == null ? file.file() : file.title(),
                Objects.requireNonNullElse(file.version(), ""),
                "",
                right ? State.INSTALLED : State.FAILED,
                TEXTS.get(right ? "report.usable" : "report.faulty"),
                "",
                right ? file.file() : file.faults().get(0),
                null,
                null,
                file);
    }

    private static String since(String who, Instant when) {
        return when == null ? "" : who + ", " + Formats.time(when);
    }

    static State look(ProgramStatus status) {
        return switch (status.state()) {
            case AVAILABLE -> State.AVAILABLE;
            case RUNNING -> State.INSTALLED;
            case WAITING -> State.INSTALLING;
            case FAILED -> State.FAILED;
        };
    }
}
