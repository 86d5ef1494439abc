package vn.ansinh.core.report.definition;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.ansinh.core.extender.DroppedFiles;

/** The door for single {@code *.report.zip} files. */
public final class ReportFiles extends DroppedFiles {

    /** How the names of such files end. */
    public static final String SUFFIX = ".report.zip";

    /** Where an archive lies in its bundle. */
    static final String ENTRY = "package" + SUFFIX;

    public ReportFiles() {
        super(SUFFIX, "report", ReportExtender.DIRECTORY + "/" + ENTRY, ReportZip.LARGEST);
    }

    /**
     * Makes a bundle of an archive that somebody brought.
     *
     * @param symbolicName of the bundle
     * @param version of the report
     * @param name of the archive, for people
     */
    public byte[] bundle(Path archive, String symbolicName, String version, String name) throws IOException {
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        try (InputStream in = Files.newInputStream(archive)) {
            write(in, symbolicName, version, name.replaceAll("\\p{Cntrl}", "_"), bundle);
        }
        return bundle.toByteArray();
    }
}
