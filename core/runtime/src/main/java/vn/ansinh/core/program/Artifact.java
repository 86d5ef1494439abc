package vn.ansinh.core.program;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Version;

/**
 * A file that was read and found whole.
 *
 * @param file where it lies
 * @param fileName as it was called by who brought it
 * @param kar whether it is an archive of several bundles
 * @param digest SHA-256 in hex
 * @param signer who signed it, for people; {@code null} without a signature of a trusted key
 * @param needsFeatures features of Karaf that a .kar builds on
 */
record Artifact(
        Path file,
        String fileName,
        boolean kar,
        String digest,
        String id,
        Version version,
        String name,
        String description,
        List<Part> parts,
        List<String> needsFeatures,
        String signer) {

    /**
     * A bundle in it.
     *
     * @param entry where it lies in the .kar; {@code null} for a .jar, which is the bundle itself
     * @param headers of its manifest
     */
    record Part(String entry, String symbolicName, Version version, Map<String, String> headers) {

        String header(String name) {
            return headers.get(name);
        }
    }

    Artifact signedBy(String who) {
        return new Artifact(file, fileName, kar, digest, id, version, name, description, parts, needsFeatures, who);
    }
}
