package vn.ansinh.core.casework.procedure;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.casework.CasePermissions;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.casework.Procedures;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.policy.Policies;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.job.Rounds;

/**
 * {@link Procedures} kept as immutable versions in the database, read from memory. Of several versions of a procedure that hold on a
 * day, the one that began last is used, and of those that began on the same day the one kept last: so a version that names no last
 * day ends when the next one begins, and a mistaken one is replaced by another number.
 */
public final class KeptProcedures implements Procedures, ProcedureLibrary {

    private static final Logger LOG = LoggerFactory.getLogger(KeptProcedures.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration REFRESH = Duration.ofSeconds(30);

    /** The sort is stable: of the same first day, the one kept last comes last. */
    private static final Comparator<Procedure> ORDER = Comparator.comparing(Procedure::program)
            .thenComparing(Procedure::effect)
            .thenComparing(Procedure::id)
            .thenComparing(Procedure::from);

    private final BundleContext context;
    private final Access access;
    private final ProcedureShelf shelf;
    private ProcedureExtender extender;
    private Rounds waiting;
    private Rounds others;

    /** @param transactions above row-level security: procedures are everybody's */
    public KeptProcedures(
            BundleContext context, Transactions transactions, Access access, Facts facts, Policies policies) {
        this.context = context;
        this.access = access;
        this.shelf = new ProcedureShelf(new ProcedureStore(transactions), facts, policies);
    }

    /** Reads what running bundles bring, and follows what comes and goes from now on. */
    public void open() {
        shelf.refresh();
        extender = new ProcedureExtender(context, shelf);
        extender.open();
        // fact keys and packs come without being told
        waiting = Rounds.begin(
                "ansinh-procedure-waiting",
                LOOK,
                LOOK,
                () -> {
                    if (shelf.isWaiting()) {
                        shelf.look();
                    }
                },
                e -> LOG.warn("Procedures that wait cannot be looked at; trying again", e));
        others = Rounds.begin(
                "ansinh-procedure-refresh",
                REFRESH,
                REFRESH,
                shelf::refresh,
                e -> LOG.warn("What other nodes kept cannot be read; trying again", e));
    }

    /** Lets go of everything. */
    public void close() {
        others.end();
        waiting.end();
        extender.close();
    }

    /** Where files come in. */
    ProcedureShelf shelf() {
        return shelf;
    }

    @Override
    public List<Procedure> all() {
        return shelf.versions().stream().sorted(ORDER).toList();
    }

    @Override
    public List<ProcedureFile> files() {
        return shelf.files();
    }

    @Override
    public List<Procedure> on(LocalDate day) {
        Caller caller = access.require(CasePermissions.READ);
        Map<String, Procedure> current = new LinkedHashMap<>();
        all().stream()
                .filter(procedure -> procedure.holdsOn(day) && caller.works(procedure.program()))
                .forEach(procedure -> current.put(procedure.id(), procedure));
        return List.copyOf(current.values());
    }

    @Override
    public List<Procedure> versions(String id) {
        Caller caller = access.require(CasePermissions.READ);
        List<Procedure> versions = new ArrayList<>(all().stream()
                .filter(procedure -> procedure.id().equals(id) && caller.works(procedure.program()))
                .toList());
        Collections.reverse(versions);
        return versions;
    }

    @Override
    public List<Procedure> versions() {
        Caller caller = access.require(CasePermissions.READ);
        return all().stream()
                .filter(procedure -> caller.works(procedure.program()))
                .toList();
    }

    @Override
    public Optional<Procedure> version(String id, String version) {
        return versions(id).stream()
                .filter(procedure -> procedure.version().equals(version))
                .findFirst();
    }
}
