package vn.ansinh.database.service;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.operation.Backups;
import vn.ansinh.api.operation.Checkup;
import vn.ansinh.api.operation.ConfigurationFile;
import vn.ansinh.api.operation.Figures;
import vn.ansinh.api.transaction.Everywhere;
import vn.ansinh.api.transaction.ReportTransactions;
import vn.ansinh.api.transaction.Scope;
import vn.ansinh.api.transaction.ScopeSource;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.database.DatabaseException;
import vn.ansinh.database.backup.StoredBackups;
import vn.ansinh.database.persistence.BundleExtender;
import vn.ansinh.database.transaction.ReportConnections;
import vn.ansinh.database.transaction.ScopeSeal;
import vn.ansinh.database.transaction.ThreadTransactions;

/** The bundle's life: opens the database as configured, publishes DataSource and transactions, serves other bundles. */
public final class DatabaseComponent {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseComponent.class);

    private final BundleContext context;
    private final ConfigurationAdmin configurations;
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private Database database;
    private ReportConnections reports;
    private ServiceTracker<ScopeSource, ScopeSource> scopes;
    private BundleExtender extender;

    /**
     * @param context of this bundle
     * @param configurations where {@code etc/vn.ansinh.database.cfg} is read
     */
    public DatabaseComponent(BundleContext context, ConfigurationAdmin configurations) {
        this.context = context;
        this.configurations = configurations;
    }

    /** Called by Blueprint when the bundle starts. */
    public void start() throws IOException {
        registrations.add(
                context.registerService(ConfigurationFile.class, DatabaseSettings.FILE, new Hashtable<>(Map.of())));
        DatabaseSettings settings;
        try {
            settings = DatabaseSettings.parse(configuration(), System.getenv());
            database = Database.open(settings);
        } catch (DatabaseException e) {
            // Without a database nothing else comes up: the one sentence that says why must not drown in a log file.
            LOG.error(e.getMessage(), e);
            System.err.println("AN SINH: " + e.getMessage());
            return;
        }
        scopes = new ServiceTracker<>(context, ScopeSource.class, null);
        scopes.open();
        ThreadTransactions transactions = new ThreadTransactions(
                database.pool(), database.system(), new ScopeSeal(database.owner(), Clock.systemUTC()), this::scope);
        registrations.add(context.registerService(
                DataSource.class, database.pool(), new Hashtable<>(Map.of("name", Database.NAME))));
        registrations.add(context.registerService(
                Transactions.class,
                transactions,
                new Hashtable<>(Map.of(
                        Transactions.DATA_DIRECTORY, settings.dataDirectory().toString()))));
        registrations.add(
                context.registerService(Everywhere.class, transactions.everywhere(), new Hashtable<>(Map.of())));
        reports = database.reports();
        registrations.add(context.registerService(ReportTransactions.class, reports, new Hashtable<>(Map.of())));
        registrations.add(context.registerService(
                Backups.class,
                new StoredBackups(database.server(), settings.dataDirectory()),
                new Hashtable<>(Map.of())));
        DatabaseCheckup checkup = new DatabaseCheckup(database, settings.dataDirectory());
        registrations.add(context.registerService(
                new String[] {Checkup.class.getName(), Figures.class.getName()}, checkup, new Hashtable<>(Map.of())));
        extender = new BundleExtender(context, database.migration(), transactions);
        extender.open();
    }

    /** Until the core runs, nobody acts. */
    private Scope scope() {
        ScopeSource source = scopes.getService();
        return source == null ? Scope.NOTHING : source.scope();
    }

    /** Called by Blueprint when the bundle stops. */
    public void stop() {
        if (extender != null) {
            extender.close();
        }
        registrations.forEach(ServiceRegistration::unregister);
        registrations.clear();
        if (scopes != null) {
            scopes.close();
        }
        if (reports != null) {
            reports.close();
        }
        if (database != null) {
            database.close();
        }
    }

    private Map<String, Object> configuration() throws IOException {
        Dictionary<String, Object> properties =
                configurations.getConfiguration(DatabaseSettings.PID, null).getProperties();
        return properties == null
                ? Map.of()
                : Collections.list(properties.keys()).stream().collect(Collectors.toMap(key -> key, properties::get));
    }
}
