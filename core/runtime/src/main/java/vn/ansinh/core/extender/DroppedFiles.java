package vn.ansinh.core.extender;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.felix.fileinstall.ArtifactTransformer;

/**
 * The door for single files: one dropped into a watched directory becomes a bundle of nothing but this file, and so takes the way
 * of what comes in bundles. Whether it is right is not asked here: what is wrong shall be told where people look for such files.
 */
public class DroppedFiles implements ArtifactTransformer {

    /** Manifest header: the file a bundle was made of, as people see it. */
    public static final String SHOWN = "Ansinh-File";

    private static final int SHORT = 8;

    private final String suffix;
    private final String kind;
    private final String entry;
    private final int largest;

    /**
     * @param suffix how the names of such files end
     * @param kind English word for names of bundles
     * @param entry where the file lies in its bundle
     * @param largest bytes; of more, one too many is kept, by which it is seen
     */
    protected DroppedFiles(String suffix, String kind, String entry, int largest) {
        this.suffix = suffix;
        this.kind = kind;
        this.entry = entry;
        this.largest = largest;
    }

    @Override
    public boolean canHandle(File artifact) {
        return artifact.getName().endsWith(suffix) && artifact.isFile();
    }

    @Override
    public File transform(File artifact, File directory) throws IOException {
        String name = symbolicName(artifact);
        Path bundle = directory.toPath().resolve(name + ".jar");
        try (InputStream in = Files.newInputStream(artifact.toPath());
                OutputStream out = Files.newOutputStream(bundle)) {
            write(in, name, "0", shown(artifact), out);
        }
        return bundle.toFile();
    }

    /**
     * Writes a bundle of nothing but a file.
     *
     * @param shown the file as people see it
     */
    protected final void write(InputStream file, String symbolicName, String version, String shown, OutputStream to)
            throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Bundle-ManifestVersion", "2");
        attributes.putValue("Bundle-SymbolicName", symbolicName);
        attributes.putValue("Bundle-Version", version);
        attributes.putValue("Bundle-Name", "File " + shown);
        attributes.putValue(SHOWN, shown);
        try (JarOutputStream jar = new JarOutputStream(to, manifest)) {
            jar.putNextEntry(new JarEntry(entry));
            jar.write(file.readNBytes(largest + 1));
            jar.closeEntry();
        }
    }

    /** The directory's name says by which door it came. */
    private static String shown(File artifact) {
        File directory = artifact.getAbsoluteFile().getParentFile();
        String path = directory == null ? artifact.getName() : directory.getName() + "/" + artifact.getName();
        return path.replaceAll("\\p{Cntrl}", "_");
    }

    /** Two directories may hold files of one name. */
    private String symbolicName(File artifact) {
        String name = artifact.getName();
        String plain = name.substring(0, name.length() - suffix.length()).replaceAll("[^A-Za-z0-9_-]", "_");
        return kind + "-file." + plain + "." + hash(artifact.getAbsolutePath());
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, SHORT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
