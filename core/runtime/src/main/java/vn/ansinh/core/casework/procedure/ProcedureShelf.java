package vn.ansinh.core.casework.procedure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final Map<String, Offer> offers = new TreeMap<>();
    private final Map<String, Procedure> versions = new LinkedHashMap<>();
    private long last;

    /** @param reading {@code null} when it was not understood */
    private record Offer(ProcedureFile file, ProcedureReading reading) {}

    ProcedureShelf(ProcedureStore store, Facts facts, Policies policies) {
        this.store = store;
        this.facts = facts;
        this.policies = policies;
    }

    /** Takes what a bundle brings, in place of what the file brought before. */
    synchronized void offer(String source, String file) {
        try {
            attempt(ProcedureParser.read(source, file));
        } catch (FileRefusedException e) {
            refuse(file, e);
        }
    }

    /** Takes note of a file that cannot be understood. */
    synchronized void refuse(String file, FileRefusedException why) {
        put(new Offer(new ProcedureFile(file, null, null, told(why.faults())), null));
    }

    /** What brought files went. What they brought stays. */
    synchronized void withdraw(List<String> files) {
        offers.keySet().removeAll(files);
    }

    /** Looks again at what could not be used. */
    synchronized void look() {
        for (Offer offer : List.copyOf(offers.values())) {
            if (offer.reading() != null && !offer.file().faults().isEmpty()) {
                attempt(offer.reading());
            }
        }
    }

    /** Whether something might be right later. */
    synchronized boolean isWaiting() {
        return offers.values().stream()
                .anyMatch(offer ->
                        offer.reading() != null && !offer.file().faults().isEmpty());
    }

    /** Every file that is here, by name. */
    synchronized List<ProcedureFile> files() {
        return offers.values().stream().map(Offer::file).toList();
    }

    /** Every version that was ever kept, in the order of keeping. */
    synchronized List<Procedure> versions() {
        return List.copyOf(versions.values());
    }

    /** Reads what was kept meanwhile, by this node or another. */
    synchronized void refresh() {
        for (ProcedureStore.Kept kept : store.after(last)) {
            try {
                Procedure procedure =
                        ProcedureParser.read(kept.source(), kept.file()).procedure();
                versions.put(procedure.id() + " " + procedure.version(), procedure);
            } catch (FileRefusedException e) {
                LOG.error("A procedure that was kept cannot be read any more: {}", e.getMessage());
            }
            last = kept.id();
        }
    }

    private void attempt(ProcedureReading reading) {
        List<Fault> faults = new ArrayList<>(ProcedureCheck.faults(reading, facts.keys(), policies::benefits));
        if (faults.isEmpty()) {
            try {
                if (store.keep(reading)) {
                    refresh();
                } else {
                    faults.add(new Fault(
                            reading.file(),
                            1,
                            1,
                            "Phiên bản «" + reading.procedure().version() + "» của thủ tục «"
                                    + reading.procedure().id()
                                    + "» đã được lưu với nội dung khác. Hãy tăng số phiên bản."));
                }
            } catch (RuntimeException e) {
                LOG.warn("Procedure {} cannot be kept; trying again", reading.file(), e);
                faults.add(new Fault(reading.file(), 1, 1, "Chưa lưu được vào cơ sở dữ liệu; hệ thống sẽ thử lại."));
            }
        }
        Procedure procedure = reading.procedure();
        put(new Offer(new ProcedureFile(reading.file(), procedure.id(), procedure.version(), told(faults)), reading));
    }

    private void put(Offer offer) {
        Offer before = offers.put(offer.file().file(), offer);
        List<String> faults = offer.file().faults();
        if (before != null && before.file().equals(offer.file())) {
            return;
        }
        if (faults.isEmpty()) {
            LOG.info(
                    "Procedure {} version {} is kept",
                    offer.file().procedure(),
                    offer.file().version());
        } else {
            faults.forEach(fault -> LOG.warn("Procedure cannot be used: {}", fault));
        }
    }

    private static List<String> told(List<Fault> faults) {
        return faults.stream().map(Fault::toString).toList();
    }
}
