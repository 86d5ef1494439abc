package vn.ansinh.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import vn.ansinh.database.migration.SchemaMigration;
import vn.ansinh.database.persistence.BundleExtender;

/**
 * A schema whose owner lies on the class path: found, as in the running platform, by the header in the owner's manifest.
 *
 * @param name the schema
 * @param root the owner's jar or directory, as a URL that ends in a slash
 */
public record SchemaOnClassPath(String name, URL root) {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    /** Looks for the owner of a schema. */
    public static SchemaOnClassPath find(String name) {
        try {
            for (URL url : Collections.list(loader().getResources(MANIFEST))) {
                if (name.equals(header(url))) {
                    String text = url.toExternalForm();
                    return new SchemaOnClassPath(
                            name,
                            URI.create(text.substring(0, text.length() - MANIFEST.length()))
                                    .toURL());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalArgumentException("No module on the class path has the manifest header "
                + BundleExtender.SCHEMA_HEADER + ": " + name + " (bnd writes it when Maven compiles the module)");
    }

    /** The migration scripts. */
    public List<URL> scripts() {
        try {
            if (root.getProtocol().equals("jar")) {
                String text = root.toExternalForm();
                URI jar = URI.create(text.substring(0, text.indexOf('!')));
                try (FileSystem archive = FileSystems.newFileSystem(jar, Map.of())) {
                    return list(archive.getPath(SchemaMigration.DIRECTORY));
                }
            }
            return list(Path.of(root.toURI()).resolve(SchemaMigration.DIRECTORY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The descriptor of the owner's persistence units. */
    URL persistenceDescriptor() {
        try {
            return new URL(root, "META-INF/persistence.xml");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ClassLoader loader() {
        return Thread.currentThread().getContextClassLoader();
    }

    private List<URL> list(Path directory) throws IOException {
        List<URL> scripts = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                    scripts.add(new URL(root, SchemaMigration.DIRECTORY + "/" + file.getFileName()));
                }
            }
        }
        return scripts;
    }

    private static String header(URL manifest) throws IOException {
        try (InputStream in = manifest.openStream()) {
            return new Manifest(in).getMainAttributes().getValue(BundleExtender.SCHEMA_HEADER);
        }
    }
}
