package vn.ansinh.core.program;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.framework.Version;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.Reports.Door;
import vn.ansinh.api.report.Reports.ReportFile;
import vn.ansinh.core.program.Artifact.Part;
import vn.ansinh.core.report.definition.ReportFiles;
import vn.ansinh.core.report.definition.ReportLibrary;
import vn.ansinh.core.report.definition.ReportLibrary.Inspected;

/**
 * Archives of reports among the files that are brought. They hold no code, and the engine reads for them with the rights of who runs
 * them; so they need no signature, but have to be right.
 */
final class ReportArchives {

    private static final int TOLD = 20;

    private final ReportLibrary library;

    ReportArchives(ReportLibrary library) {
        this.library = library;
    }

    /** Whatever else can be brought is no {@code .zip}. */
    static boolean isOne(String fileName) {
        return fileName.toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    /** @throws Problem INVALID with every fault in a line of its own, CONFLICT when the report has come another way */
    Artifact read(Path file, String fileName) throws IOException {
        Inspected inspected = library.inspect(file, fileName);
        if (!inspected.faults().isEmpty()) {
            throw Problem.invalid(
                    "AS-REPORT-FILE",
                    "Báo cáo chưa dùng được. Hãy sửa những chỗ sau rồi tải lên lại:\n"
                            + String.join(
                                    "\n",
                                    inspected.faults().stream().limit(TOLD).toList()));
        }
        ReportDefinition definition = inspected.definition();
        for (ReportFile other : library.files()) {
            if (definition.id().equals(other.report()) && other.door() != Door.UPLOADED) {
                throw Problem.conflict(
                        "AS-REPORT-TAKEN",
                        "Báo cáo «" + definition.id() + "» đã có từ " + other.file()
                                + ". Hãy gỡ tệp ấy trước, hoặc đặt mã khác cho báo cáo này.");
            }
        }
        Version version = Version.parseVersion(definition.version());
        return new Artifact(
                file,
                fileName,
                Artifact.Form.REPORT,
                ArtifactReader.digest(file),
                definition.id(),
                version,
                definition.title(),
                definition.description(),
                List.of(new Part(null, "report-file." + definition.id(), version, Map.of())),
                List.of(),
                null);
    }

    /** The bundle that is made of an archive. */
    static InputStream bundle(Artifact artifact) throws IOException {
        Part part = artifact.parts().get(0);
        return new ByteArrayInputStream(new ReportFiles()
                .bundle(artifact.file(), part.symbolicName(), part.version().toString(), artifact.fileName()));
    }
}
