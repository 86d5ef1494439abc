package vn.ansinh.core.report.definition;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.program.Program;
import vn.ansinh.api.report.Report;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.Reports.ReportFile;
import vn.ansinh.core.extender.Fault;
import vn.ansinh.core.job.Rounds;
import vn.ansinh.core.report.definition.KnownReport.Source.Query;
import vn.ansinh.core.report.query.ReportRunner;

/** {@link ReportLibrary} over the bundles and services of the framework. */
public final class LoadedReports implements ReportLibrary {

    private static final Logger LOG = LoggerFactory.getLogger(LoadedReports.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final BundleContext context;
    private final CodeLists codeLists;
    private final ReportRunner runner;
    private final Clock clock;
    private final Map<Long, Map.Entry<String, Set<String>>> programs = new ConcurrentHashMap<>();
    private final ReportShelf shelf = new ReportShelf(new Surroundings());
    private final ReportExtender extender;
    private final ServiceTracker<Program, Long> programTracker;
    private final ServiceTracker<Report, Long> serviceTracker;
    private Rounds rounds;

    public LoadedReports(BundleContext context, CodeLists codeLists, ReportRunner runner, Clock clock) {
        this.context = context;
        this.codeLists = codeLists;
        this.runner = runner;
        this.clock = clock;
        this.extender = new ReportExtender(context, shelf);
        this.programTracker = new ProgramTracker();
        this.serviceTracker = new ReportTracker();
    }

    /** Reads what runs, and follows what comes and goes from now on. */
    public void open() {
        programTracker.open();
        extender.open();
        serviceTracker.open();
        // a code list comes without being told
        rounds = Rounds.begin(
                "ansinh-report-waiting",
                LOOK,
                LOOK,
                () -> {
                    if (shelf.isWaiting()) {
                        shelf.look();
                    }
                },
                e -> LOG.warn("Reports that wait cannot be looked at; trying again", e));
    }

    /** Lets go of everything. */
    public void close() {
        rounds.end();
        serviceTracker.close();
        extender.close();
        programTracker.close();
    }

    @Override
    public List<KnownReport> all() {
        return shelf.all();
    }

    @Override
    public Optional<KnownReport> byId(String id) {
        return shelf.byId(id);
    }

    @Override
    public List<ReportFile> files() {
        return shelf.files();
    }

    @Override
    public Runnable follow(Runnable changed) {
        return shelf.follow(changed);
    }

    @Override
    public Inspected inspect(Path found, String name) throws IOException {
        return shelf.inspect(found, name);
    }

    private final class Surroundings implements World {

        @Override
        public Optional<Set<String>> permissions(String program) {
            if (program == null) {
                return Optional.of(Permissions.labels().keySet());
            }
            return programs.values().stream()
                    .filter(running -> running.getKey().equals(program))
                    .findFirst()
                    .map(Map.Entry::getValue);
        }

        @Override
        public List<Fault> unfit(ReportDefinition definition, Query query) {
            return runner.faults(definition, query).stream()
                    .map(Preparation::fault)
                    .toList();
        }

        @Override
        public boolean knows(String codeList) {
            return !codeLists.entries(codeList, LocalDate.now(clock), 0).isEmpty();
        }
    }

    /** Keeps copies of what programs say, nothing of their bundles. */
    private final class ProgramTracker extends ServiceTracker<Program, Long> {

        ProgramTracker() {
            super(LoadedReports.this.context, Program.class, null);
        }

        @Override
        public Long addingService(ServiceReference<Program> reference) {
            Program program = context.getService(reference);
            if (program == null) {
                return null;
            }
            Long id = id(reference);
            programs.put(
                    id, Map.entry(program.id(), Set.copyOf(program.permissions().keySet())));
            context.ungetService(reference);
            shelf.look();
            return id;
        }

        @Override
        public void removedService(ServiceReference<Program> reference, Long id) {
            programs.remove(id);
            shelf.look();
        }
    }

    private final class ReportTracker extends ServiceTracker<Report, Long> {

        ReportTracker() {
            super(LoadedReports.this.context, Report.class, null);
        }

        @Override
        public Long addingService(ServiceReference<Report> reference) {
            Report report = context.getService(reference);
            if (report == null) {
                return null;
            }
            try {
                Long id = id(reference);
                shelf.offer(id, reference.getBundle().getSymbolicName(), report);
                return id;
            } catch (RuntimeException e) {
                LOG.error("A report of {} cannot be asked what it is", reference.getBundle(), e);
                context.ungetService(reference);
                return null;
            }
        }

        @Override
        public void removedService(ServiceReference<Report> reference, Long id) {
            shelf.withdraw(Set.of(id));
            context.ungetService(reference);
        }
    }

    private static Long id(ServiceReference<?> reference) {
        return (Long) reference.getProperty(Constants.SERVICE_ID);
    }
}
