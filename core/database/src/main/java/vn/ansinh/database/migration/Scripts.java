package vn.ansinh.database.migration;

import java.net.URL;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/** The scripts of one schema, given one by one: Flyway never looks for any by itself. */
final class Scripts implements ResourceProvider {

    private final List<Script> scripts;

    Scripts(Collection<URL> urls) {
        scripts = urls.stream()
                .map(Script::new)
                .sorted(Comparator.comparing(Script::getFilename))
                .toList();
    }

    @Override
    public LoadableResource getResource(String name) {
        return scripts.stream()
                .filter(script -> script.getFilename().equals(name)
                        || script.getAbsolutePath().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String... suffixes) {
        return scripts.stream()
                .filter(script -> script.getFilename().startsWith(prefix)
                        && Arrays.stream(suffixes).anyMatch(script.getFilename()::endsWith))
                .map(LoadableResource.class::cast)
                .toList();
    }
}
