package vn.ansinh.core.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.policy.PackState;
import vn.ansinh.api.policy.PackVersion;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.extender.Fault;
import vn.ansinh.core.extender.FileRefusedException;
import vn.ansinh.core.policy.PackStages.Decision;
import vn.ansinh.core.policy.PackStages.Standing;

/**
 * Where packs come in, by whatever door: checked, kept as a version for ever, a draft until somebody activates it. What
 * bundles bring and cannot be used is remembered as long as the bundle is there, and tried again when something changed.
 */
final class PackArrivals {

    private static final Logger LOG = LoggerFactory.getLogger(PackArrivals.class);

    private final Transactions transactions;
    private final PolicyStore store;
    private final PolicyRegistry registry;
    private final Arrival arrival;
    private final PackEvents events;
    private final Map<String, Refused> refused = new TreeMap<>();
    private boolean trying;

    PackArrivals(
            Transactions transactions, PolicyStore store, PolicyRegistry registry, Arrival arrival, PackEvents events) {
        this.transactions = transactions;
        this.store = store;
        this.registry = registry;
        this.arrival = arrival;
        this.events = events;
    }

    /**
     * Takes what a bundle brings.
     *
     * @param shipped whether it came along with the distribution
     * @return whether it is kept now
     */
    synchronized boolean offer(String source, String file, boolean shipped, Supplier<Map<String, FactKey>> declared) {
        boolean kept = attempt(new Refused(source, file, shipped, declared, null));
        if (kept) {
            tryAgain();
        }
        return kept;
    }

    /** Takes note of a file that cannot even be read as text. */
    synchronized void refuse(String file, FileRefusedException why) {
        List<String> faults = faults(why);
        faults.forEach(fault -> LOG.error("Policy pack refused: {}", fault));
        refused.put(file, new Refused(null, file, false, null, PackState.refused(file, null, null, null, faults)));
    }

    /** What is wrong, as people read it. */
    static List<String> faults(FileRefusedException refusal) {
        return refusal.faults().stream().map(Fault::toString).toList();
    }

    /** Something changed: what was refused because of it may be right now. */
    synchronized void tryAgain() {
        if (trying) {
            return;
        }
        trying = true;
        try {
            boolean progress = true;
            while (progress) {
                progress = false;
                for (Refused each : List.copyOf(refused.values())) {
                    progress |= each.source() != null && attempt(each);
                }
            }
        } finally {
            trying = false;
        }
    }

    private boolean attempt(Refused offered) {
        String file = offered.file();
        try {
            PackVersion version = take(
                    offered.source(),
                    file,
                    offered.declared().get(),
                    Caller.SYSTEM,
                    offered.shipped() && arrival == Arrival.IN_FORCE);
            refused.remove(file);
            LOG.info("Policy pack {} version {} is kept", version.pack(), version.version());
            return true;
        } catch (FileRefusedException e) {
            List<String> faults = faults(e);
            Refused before = refused.get(file);
            if (before == null || !before.state().faults().equals(faults)) {
                tell(offered, faults);
            }
            remember(offered, faults);
            return false;
        } catch (RuntimeException e) {
            LOG.error("Policy pack {} cannot be kept now", file, e);
            remember(offered, List.of(file + ": chưa lưu được, hệ thống sẽ thử lại."));
            return false;
        }
    }

    /** What comes before the pack it amends is nobody's mistake, if that one comes. */
    private void tell(Refused offered, List<String> faults) {
        List<String> missing = registry.missing(offered.source(), offered.file());
        if (missing.isEmpty()) {
            faults.forEach(fault -> LOG.error("Policy pack refused: {}", fault));
        } else {
            LOG.info("Policy pack {} waits for the packs that it amends: {}", offered.file(), missing);
        }
    }

    /** Keeps what was offered with what is wrong, to be tried again. */
    private void remember(Refused offered, List<String> faults) {
        String file = offered.file();
        PackVersion version = null;
        String name = null;
        String program = null;
        try {
            Pack pack = PackParser.parse(offered.source(), file);
            version = pack.version();
            name = pack.name();
            program = pack.program();
        } catch (FileRefusedException notUnderstood) {
            // its faults are told already
        }
        PackState state = PackState.refused(file, version, name, program, faults);
        refused.put(file, new Refused(offered.source(), file, offered.shipped(), offered.declared(), state));
    }

    /** Forgets the complaints about a file whose bundle went; what is kept stays. */
    synchronized void withdraw(String file) {
        refused.remove(file);
    }

    /** Files that cannot be used, by name. */
    synchronized List<PackState> refused() {
        return refused.values().stream().map(Refused::state).toList();
    }

    /**
     * Checks a pack without keeping it, among the packs in force or, where it does not fit there, among those and the drafts:
     * it may have come together with what it amends.
     *
     * @throws FileRefusedException with everything that is wrong in it
     */
    Checked check(String source, String file, Map<String, FactKey> declared) {
        Pack pack = PackParser.parse(source, file);
        try {
            checkInForce(pack, file, declared);
            return new Checked(pack, true);
        } catch (FileRefusedException e) {
            List<PackInForce> drafts = registry.drafts();
            if (drafts.isEmpty()) {
                throw e;
            }
            List<PackInForce> all = new ArrayList<>(registry.book().packs());
            all.addAll(drafts);
            try {
                PackCheck.check(pack, file, declared, all, registry.territories());
                return new Checked(pack, false);
            } catch (FileRefusedException also) {
                throw also.faults().size() < e.faults().size() ? also : e;
            }
        }
    }

    /** Checks whether a pack goes together with those in force. @throws FileRefusedException when it does not */
    void checkInForce(Pack pack, String file, Map<String, FactKey> declared) {
        PackCheck.check(pack, file, declared, registry.book().packs(), registry.territories());
    }

    /** A pack that is right. @param fits whether it also goes together with those in force alone */
    record Checked(Pack pack, boolean fits) {}

    /**
     * Checks a pack and keeps it.
     *
     * @param by who brings it
     * @param activate whether it is in force at once if it fits there, unless somebody rejected it
     * @throws FileRefusedException with everything that is wrong in it
     */
    PackVersion take(String source, String file, Map<String, FactKey> declared, Caller by, boolean activate) {
        Checked checked = check(source, file, declared);
        Pack pack = checked.pack();
        PackVersion version = pack.version();
        transactions.run(connection -> {
            PackEvents.lock(connection);
            if (!store.keep(version, pack.program(), source)) {
                throw new FileRefusedException(List.of(new Fault(
                        file,
                        1,
                        1,
                        "Phiên bản " + version.version() + " của gói " + version.pack()
                                + " đã được lưu với nội dung khác. Nội dung mới cần «phien-ban» mới.")));
            }
            boolean ours = by.equals(Caller.SYSTEM);
            Standing standing =
                    new PackStages(PackEvents.all(connection)).standings().get(version);
            if (standing == null || standing.decision() == Decision.REJECTED && !ours) {
                events.proposed(connection, version, file, by);
            }
            if (activate && checked.fits() && (standing == null || standing.decision() == Decision.OPEN)) {
                events.decided(
                        connection,
                        version,
                        PackEvents.Kind.ACTIVATED,
                        "Bản dùng thử: gói có hiệu lực ngay khi đến, không qua người thứ hai.",
                        by);
            }
        });
        registry.refresh();
        return version;
    }

    /**
     * What was offered, and how it stands.
     *
     * @param source {@code null} when it is no text: that will not change
     * @param state {@code null} while it is being tried for the first time
     */
    private record Refused(
            String source, String file, boolean shipped, Supplier<Map<String, FactKey>> declared, PackState state) {}
}
