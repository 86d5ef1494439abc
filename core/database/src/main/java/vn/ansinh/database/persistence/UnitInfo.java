package vn.ansinh.database.persistence;

import jakarta.persistence.SharedCacheMode;
import jakarta.persistence.ValidationMode;
import jakarta.persistence.spi.ClassTransformer;
import jakarta.persistence.spi.PersistenceUnitInfo;
import jakarta.persistence.spi.PersistenceUnitTransactionType;
import java.net.URL;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.apache.openjpa.persistence.PersistenceProviderImpl;

/** A unit as the provider wants to see it: enhanced at build time, no cache, no table made by itself. */
final class UnitInfo implements PersistenceUnitInfo {

    private final UnitDescriptor descriptor;
    private final URL root;
    private final ClassLoader loader;
    private final DataSource dataSource;
    private final Properties properties = new Properties();

    UnitInfo(UnitDescriptor descriptor, String schema, URL root, ClassLoader loader, DataSource dataSource) {
        this.descriptor = descriptor;
        this.root = root;
        this.loader = loader;
        this.dataSource = dataSource;
        properties.putAll(descriptor.properties());
        properties.putIfAbsent("openjpa.Log", "slf4j");
        if (!schema.isEmpty()) {
            properties.putIfAbsent("openjpa.jdbc.Schema", schema);
        }
        properties.setProperty("openjpa.jdbc.DBDictionary", "postgres");
        properties.setProperty("openjpa.RuntimeUnenhancedClasses", "unsupported");
        properties.setProperty("openjpa.DynamicEnhancementAgent", "false");
        // A cache would show one caller rows that row-level security hides from him; migrations make the tables.
        properties.setProperty("openjpa.DataCache", "false");
        properties.setProperty("openjpa.QueryCache", "false");
        properties.remove("openjpa.jdbc.SynchronizeMappings");
    }

    @Override
    public String getPersistenceUnitName() {
        return descriptor.name();
    }

    @Override
    public String getPersistenceProviderClassName() {
        return PersistenceProviderImpl.class.getName();
    }

    @Override
    public PersistenceUnitTransactionType getTransactionType() {
        return PersistenceUnitTransactionType.RESOURCE_LOCAL;
    }

    @Override
    public DataSource getJtaDataSource() {
        return null;
    }

    @Override
    public DataSource getNonJtaDataSource() {
        return dataSource;
    }

    @Override
    public List<String> getMappingFileNames() {
        return List.of();
    }

    @Override
    public List<URL> getJarFileUrls() {
        return List.of();
    }

    @Override
    public URL getPersistenceUnitRootUrl() {
        return root;
    }

    @Override
    public List<String> getManagedClassNames() {
        return descriptor.classes();
    }

    @Override
    public boolean excludeUnlistedClasses() {
        return true;
    }

    @Override
    public SharedCacheMode getSharedCacheMode() {
        return SharedCacheMode.NONE;
    }

    @Override
    public ValidationMode getValidationMode() {
        return ValidationMode.NONE;
    }

    @Override
    public Properties getProperties() {
        return properties;
    }

    @Override
    public String getPersistenceXMLSchemaVersion() {
        return "3.0";
    }

    @Override
    public ClassLoader getClassLoader() {
        return loader;
    }

    @Override
    public void addTransformer(ClassTransformer transformer) {
        // entities are enhanced when they are built
    }

    @Override
    public ClassLoader getNewTempClassLoader() {
        return new ClassLoader(loader) {};
    }
}
