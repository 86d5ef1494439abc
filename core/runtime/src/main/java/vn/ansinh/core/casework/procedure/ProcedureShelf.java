package vn.ansinh.core.casework.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.policy.Policies;
import vn.ansinh.core.extender.Fault;
import vn.ansinh.core.extender.FileRefusedException;

/**
 * Where procedures come in: checked, kept as a version for ever. What cannot be used is remembered as long as its bundle is there,
 * with what is wrong; what only waits for a fact key or a benefit counts as soon as that comes.
 */
final class ProcedureShelf {

    private static final Logger LOG = LoggerFactory.getLogger(ProcedureShelf.class);

    private final ProcedureStore store;
    private final Facts facts;
    private final Policies policies;
    /** What is looked at every second and still waits is told: packs and fact keys of the same bundle come a little later. */
    private static final int PATIENCE = 15;

    private final Map<String, Offer> offers = new TreeMap<>();
    /** By the row that keeps each, in the order of keeping; empty for one that is not understood any more. */
    private final Map<Long, Optional<Procedure>> versions = new TreeMap<>();

    /** Read without waiting: who asks may hold the connection that a refresh waits for. */
    private volatile List<Procedure> known = List.of();

    /**
     * @param reading {@code null} when it cannot become right by itself
     * @param looks how often it was looked at since it came
     */
    private record Offer(ProcedureFile file, ProcedureReading reading, int looks) {

        boolean waits() {
            return reading != null && !file.faults().isEmpty();
        }
    }

    ProcedureShelf(ProcedureStore store, Facts facts, Policies policies) {
        this.store = store;
        this.facts = facts;
        this.policies = policies;
    }

    /** Takes what a bundle brings, in place of what the file brought before. */
    synchronized void offer(String source, String file) {
        try {
            attempt(ProcedureParser.read(source, file), 0);
        } catch (FileRefusedException e) {
            refuse(file, e);
        }
    }

    /** Takes note of a file that cannot be understood. */
    synchronized void refuse(String file, FileRefusedException why) {
        put(new Offer(new ProcedureFile(file, null, null, told(why.faults()), false), null, 0));
    }

    /** What brought files went. What they brought stays. */
    synchronized void withdraw(List<String> files) {
        offers.keySet().removeAll(files);
    }

    /** Looks again at what could not be used. */
    synchronized void look() {
        for (Offer offer : List.copyOf(offers.values())) {
            if (offer.waits()) {
                attempt(offer.reading(), Math.min(offer.looks(), PATIENCE) + 1);
            }
        }
    }

    /** Whether something might be right later. */
    synchronized boolean isWaiting() {
        return offers.values().stream().anyMatch(Offer::waits);
    }

    /** Every file that is here, by name. */
    synchronized List<ProcedureFile> files() {
        return offers.values().stream().map(Offer::file).toList();
    }

    /** Every version that was ever kept, in the order of keeping. */
    List<Procedure> versions() {
        return known;
    }

    /** Reads what was kept meanwhile, by this node or another. */
    synchronized void refresh() {
        for (ProcedureStore.Kept kept : store.besides(versions.keySet())) {
            versions.put(kept.id(), parsed(kept));
        }
        known = versions.values().stream().flatMap(Optional::stream).toList();
    }

    private static Optional<Procedure> parsed(ProcedureStore.Kept kept) {
        try {
            return Optional.of(ProcedureParser.read(kept.source(), kept.file()).procedure());
        } catch (FileRefusedException e) {
            LOG.error("A procedure that was kept cannot be read any more: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private void attempt(ProcedureReading reading, int looks) {
        Procedure procedure = reading.procedure();
        List<Fault> faults = new ArrayList<>(ProcedureCheck.faults(reading, facts.keys(), policies::benefits));
        boolean waits = !faults.isEmpty();
        if (!waits) {
            try {
                if (store.keep(reading)) {
                    refresh();
                } else {
                    faults.add(new Fault(
                            reading.file(),
                            1,
                            1,
                            "Phiên bản «" + procedure.version() + "» của thủ tục «" + procedure.id()
                                    + "» đã được lưu với nội dung khác. Hãy tăng số phiên bản."));
                }
            } catch (RuntimeException e) {
                waits = true;
                LOG.debug("Procedure {} cannot be kept; trying again", reading.file(), e);
                faults.add(new Fault(reading.file(), 1, 1, "Chưa lưu được vào cơ sở dữ liệu; hệ thống sẽ thử lại."));
            }
        }
        put(new Offer(
                new ProcedureFile(
                        reading.file(), procedure.id(), procedure.version(), told(faults), waits && looks < PATIENCE),
                waits ? reading : null,
                looks));
    }

    private void put(Offer offer) {
        ProcedureFile file = offer.file();
        offers.put(file.file(), offer);
        if (file.faults().isEmpty()) {
            LOG.info("Procedure {} version {} is kept", file.procedure(), file.version());
        } else if (!offer.waits() || offer.looks() == PATIENCE) {
            file.faults().forEach(fault -> LOG.warn("Procedure cannot be used: {}", fault));
        }
    }

    private static List<String> told(List<Fault> faults) {
        return faults.stream().map(Fault::toString).toList();
    }
}
