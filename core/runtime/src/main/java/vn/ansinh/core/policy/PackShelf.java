package vn.ansinh.core.policy;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.policy.PackDetail;
import vn.ansinh.api.policy.PackState;
import vn.ansinh.api.policy.PackState.Act;
import vn.ansinh.api.policy.PackState.Ending;
import vn.ansinh.api.policy.PackState.Stage;
import vn.ansinh.api.policy.PackVersion;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.policy.PackStages.Standing;

/** Kept versions as people look at them. */
final class PackShelf {

    private final Transactions transactions;
    private final PolicyRegistry registry;
    private final PolicyStore store;
    private final Clock clock;

    /** @param clock tells which month it is, and so whether a pack has ended */
    PackShelf(Transactions transactions, PolicyRegistry registry, PolicyStore store, Clock clock) {
        this.transactions = transactions;
        this.registry = registry;
        this.store = store;
        this.clock = clock;
    }

    /** A kept version as it stands. */
    PackState state(PackVersion version, PackStages stages) {
        Standing standing = stages.standings().get(version);
        Ending ending = version.equals(stages.inForce().get(version.pack())) ? stages.ending(version.pack()) : null;
        Pack pack = registry.parsed(version);
        return new PackState(
                standing.file(),
                version,
                pack == null ? version.pack() : pack.name(),
                pack == null ? null : pack.program(),
                stage(version, standing, ending, stages),
                amends(pack),
                territory(pack),
                pack != null && registry.isProvisional(pack),
                standing.proposed(),
                standing.decided(),
                standing.remark(),
                ending,
                List.of());
    }

    private static List<String> amends(Pack pack) {
        return pack == null ? List.of() : List.copyOf(pack.amends().keySet());
    }

    private static List<String> territory(Pack pack) {
        return pack == null ? List.of() : List.copyOf(pack.territory().keySet());
    }

    private Stage stage(PackVersion version, Standing standing, Ending ending, PackStages stages) {
        return switch (standing.decision()) {
            case OPEN -> Stage.DRAFT;
            case REJECTED -> Stage.REJECTED;
            case ACTIVATED -> {
                if (!version.equals(stages.inForce().get(version.pack()))) {
                    yield Stage.REPLACED;
                }
                boolean over = ending != null
                        && ending.confirmed() != null
                        && ending.lastMonth().isBefore(YearMonth.now(clock));
                yield over ? Stage.ENDED : Stage.ACTIVE;
            }
        };
    }

    /** What would be kept if {@code caller} brought the pack. */
    PackState draft(Pack pack, String file, Caller caller) {
        return new PackState(
                file,
                pack.version(),
                pack.name(),
                pack.program(),
                Stage.DRAFT,
                amends(pack),
                territory(pack),
                registry.isProvisional(pack),
                new Act(caller.account(), caller.fullName(), Instant.now(clock)),
                null,
                null,
                null,
                List.of());
    }

    /** A version opened up. @throws Problem NOT_FOUND */
    PackDetail open(PackVersion version, PackStages stages) {
        if (!stages.standings().containsKey(version)) {
            throw unknown();
        }
        Pack pack = registry.parsed(version);
        String source = store.source(version).orElseThrow(PackShelf::unknown);
        List<PackDetail.Event> history = transactions.call(PackEvents::all).stream()
                .filter(event -> event.version().pack().equals(version.pack()))
                .map(event -> new PackDetail.Event(
                        event.version().version(), event.kind().label(), event.by(), remark(event)))
                .toList();
        if (pack == null) {
            return new PackDetail(state(version, stages), source, List.of(), List.of(), List.of(), history);
        }
        Map<String, String> gazettes = store.confirmations(version).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().gazetteReference()));
        PackReading reading = new PackReading(pack);
        return new PackDetail(
                state(version, stages),
                source,
                reading.timelines(registry.bookOf(pack), gazettes),
                reading.examples(registry.bookOf(pack), registry.territories()),
                pack.rules().stream().map(Pack.Rule::benefit).toList(),
                history);
    }

    private static String remark(PackEvents.Row event) {
        if (event.lastMonth() == null) {
            return event.remark();
        }
        String until = "Kỳ cuối " + PackReading.month(event.lastMonth()) + ".";
        return event.remark() == null ? until : until + " " + event.remark();
    }

    /** The version that another is compared with: the one in force, or else the one before. */
    static Optional<PackVersion> before(PackVersion newer, PackStages stages) {
        PackVersion inForce = stages.inForce().get(newer.pack());
        if (inForce != null && !inForce.equals(newer)) {
            return Optional.of(inForce);
        }
        return stages.standings().keySet().stream()
                .filter(version -> version.pack().equals(newer.pack()) && version.version() < newer.version())
                .max(Comparator.comparing(PackVersion::version));
    }

    static Problem unknown() {
        return Problem.notFound("AS-POLICY-UNKNOWN", "Không có phiên bản này của gói chính sách.");
    }
}
