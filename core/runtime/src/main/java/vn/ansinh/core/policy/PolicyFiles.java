package vn.ansinh.core.policy;

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
import vn.ansinh.api.policy.Packs;

/**
 * The door for single files: a {@code *.policy.yaml} dropped into a watched directory becomes a bundle of nothing but this
 * file, and so takes the way of every other pack. Whether it is right is not asked here: what is wrong shall be told where
 * people look for packs.
 */
public final class PolicyFiles implements ArtifactTransformer {

    /** How the names of such files end. */
    public static final String SUFFIX = ".policy.yaml";

    /** Manifest header: the dropped file a bundle was made of, as people see it. */
    static final String FILE = "Ansinh-Policy-File";

    /** How the names of files begin that lie in the distribution's own directory. */
    static final String SHIPPED = "policies/";

    private static final int SHORT = 8;

    @Override
    public boolean canHandle(File artifact) {
        return artifact.getName().endsWith(SUFFIX) && artifact.isFile();
    }

    @Override
    public File transform(File artifact, File directory) throws IOException {
        Path bundle = directory.toPath().resolve(symbolicName(artifact) + ".jar");
        try (InputStream in = Files.newInputStream(artifact.toPath());
                OutputStream out = Files.newOutputStream(bundle);
                JarOutputStream jar = new JarOutputStream(out, manifest(artifact))) {
            jar.putNextEntry(new JarEntry(PolicyExtender.DIRECTORY + "/pack" + SUFFIX));
            // One more than is allowed is enough to see that it is too much.
            jar.write(in.readNBytes(Packs.LARGEST + 1));
            jar.closeEntry();
        }
        return bundle.toFile();
    }

    private static Manifest manifest(File artifact) {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Bundle-ManifestVersion", "2");
        attributes.putValue("Bundle-SymbolicName", symbolicName(artifact));
        attributes.putValue("Bundle-Name", "Policy file " + shown(artifact));
        attributes.putValue(FILE, shown(artifact));
        return manifest;
    }

    /** The directory's name says by which door it came. */
    private static String shown(File artifact) {
        File directory = artifact.getAbsoluteFile().getParentFile();
        String path = directory == null ? artifact.getName() : directory.getName() + "/" + artifact.getName();
        return path.replaceAll("\\p{Cntrl}", "_");
    }

    /** Two directories may hold files of one name. */
    private static String symbolicName(File artifact) {
        String name = artifact.getName();
        String plain = name.substring(0, name.length() - SUFFIX.length()).replaceAll("[^A-Za-z0-9_-]", "_");
        return "policy-file." + plain + "." + hash(artifact.getAbsolutePath());
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
