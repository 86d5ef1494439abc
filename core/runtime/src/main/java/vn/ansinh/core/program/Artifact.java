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
 * @param form what kind of file it is
 * @param digest SHA-256 in hex
 * @param signer who signed it, for people; {@code null} without a signature of a trusted key
 * @param needsFeatures features of Karaf that a .kar builds on
 */
record Artifact(
        Path file,
        String fileName,
        Form form,
        String digest,
        String id,
        Version version,
        String name,
        String description,
        List<Part> parts,
        List<String> needsFeatures,
        String signer) {

    /** Kinds of files. */
    enum Form {
        /** A bundle. */
        JAR,
        /** An archive of several bundles. */
        KAR,
        /** The archive of a report: no code in it, so it needs no signature. */
        REPORT
    }

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
        return new Artifact(file, fileName, form, digest, id, version, name, description, parts, needsFeatures, who);
    }
}
