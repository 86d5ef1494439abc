package vn.ansinh.database.persistence;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Enumeration;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.transaction.Schema;
import vn.ansinh.database.DatabaseException;
import vn.ansinh.database.migration.SchemaMigration;
import vn.ansinh.database.transaction.ThreadTransactions;

/**
 * Gives each bundle its share of the database while it runs: first the schema that its header {@value #SCHEMA_HEADER} names,
 * brought up to date; then the persistence units that {@value #UNITS_HEADER} names. If the first fails, there is no second.
 */
public final class BundleExtender implements BundleTrackerCustomizer<BundleExtender.Share>, AutoCloseable {

    /** Names the schema that a bundle owns. */
    public static final String SCHEMA_HEADER = "Ansinh-Schema";

    /** Names the descriptor of a bundle's persistence units. */
    public static final String UNITS_HEADER = "Meta-Persistence";

    private static final Logger LOG = LoggerFactory.getLogger(BundleExtender.class);
    private static final String UNIT_PROPERTY = "osgi.unit.name";

    private final SchemaMigration migration;
    private final ThreadTransactions transactions;
    private final BundleTracker<Share> tracker;

    /**
     * @param context the context of this bundle
     * @param migration brings schemas up to date
     * @param transactions what the entity managers join
     */
    public BundleExtender(BundleContext context, SchemaMigration migration, ThreadTransactions transactions) {
        this.migration = migration;
        this.transactions = transactions;
        this.tracker = new BundleTracker<>(context, Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING, this);
    }

    /** Serves all running bundles, and those that start from now on. */
    public void open() {
        tracker.open();
    }

    @Override
    public void close() {
        tracker.close();
    }

    @Override
    public Share addingBundle(Bundle bundle, BundleEvent event) {
        Dictionary<String, String> headers = bundle.getHeaders("");
        String schema = headers.get(SCHEMA_HEADER);
        String units = headers.get(UNITS_HEADER);
        if ((schema == null && units == null) || bundle.getBundleContext() == null) {
            return null;
        }
        Share share = new Share();
        try {
            if (schema != null) {
                publishSchema(bundle, schema, share);
            }
            if (units != null) {
                publishUnits(bundle, units, schema == null ? "" : schema, share);
            }
        } catch (DatabaseException e) {
            LOG.error("{}: {}", bundle.getSymbolicName(), e.getMessage());
            LOG.debug("{}", bundle.getSymbolicName(), e);
        } catch (IOException | RuntimeException | LinkageError e) {
            LOG.error("{} gets no entity manager", bundle.getSymbolicName(), e);
        }
        return share;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, Share share) {
        // starting, active and stopping are all the same to a share
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, Share share) {
        share.withdraw();
    }

    private void publishSchema(Bundle bundle, String schema, Share share) {
        Enumeration<URL> entries = bundle.findEntries(SchemaMigration.DIRECTORY, "*.sql", false);
        Collection<URL> scripts = entries == null ? List.of() : Collections.list(entries);
        MigratedSchema migrated = new MigratedSchema(schema, migration.apply(schema, scripts));
        share.registrations.add(bundle.getBundleContext()
                .registerService(Schema.class, migrated, new Hashtable<>(Map.of("schema", schema))));
    }

    private void publishUnits(Bundle bundle, String header, String schema, Share share) throws IOException {
        String location = header.isBlank() ? "META-INF/persistence.xml" : header.split(",")[0].trim();
        URL descriptor = bundle.getEntry(location);
        if (descriptor == null) {
            throw new IOException(location + " is not in the bundle");
        }
        ClassLoader loader = bundle.adapt(BundleWiring.class).getClassLoader();
        for (UnitDescriptor unit : UnitDescriptor.read(descriptor)) {
            PersistenceUnit open = PersistenceUnit.open(unit, schema, bundle.getEntry("/"), loader, transactions);
            share.units.add(open);
            share.registrations.add(bundle.getBundleContext()
                    .registerService(
                            EntityManager.class,
                            open.entityManager(),
                            new Hashtable<>(Map.of(UNIT_PROPERTY, open.name()))));
            LOG.info("Persistence unit {} of {} is up", open.name(), bundle.getSymbolicName());
        }
    }

    private record MigratedSchema(String name, String version) implements Schema {}

    /** What one bundle has been given, to be taken back when it stops. */
    static final class Share {

        private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
        private final List<PersistenceUnit> units = new ArrayList<>();

        void withdraw() {
            for (ServiceRegistration<?> registration : registrations) {
                try {
                    registration.unregister();
                } catch (IllegalStateException e) {
                    // the framework took it back with the bundle
                    LOG.trace("Already withdrawn", e);
                }
            }
            units.forEach(PersistenceUnit::close);
            registrations.clear();
            units.clear();
        }
    }
}
