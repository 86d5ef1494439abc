package vn.ansinh.ui.shell.program;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.policy.PackState;
import vn.ansinh.api.policy.PackState.Act;
import vn.ansinh.api.policy.PackState.Stage;
import vn.ansinh.api.program.PluginDetails.Kind;
import vn.ansinh.api.program.PluginDetails.Trust;
import vn.ansinh.api.program.Programs.ProgramStatus;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.Services;

/**
 * A line of the list: a program, a connector or a policy.
 *
 * @param since who installed it and when, or put it in force; blank when it came with the distribution
 * @param program {@code null} for a policy
 * @param pack {@code null} for anything else
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
        PackState pack) {

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
                pack);
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
