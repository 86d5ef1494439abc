package vn.ansinh.core.report.command;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.report.definition.KnownReport;
import vn.ansinh.core.report.definition.ReportLibrary;
import vn.ansinh.core.report.definition.ReportLibrary.Inspected;

/** {@code ansinh:report-validate so-dan-toc.report.zip}, or the directory it will be made of */
@Service
@Command(
        scope = "ansinh",
        name = "report-validate",
        description = "Looks a report over, a .report.zip or a directory with its files, and changes nothing")
public final class ReportValidate implements Action {

    @Argument(name = "file", description = "Archive or directory on this server", required = true)
    private String file;

    @Reference
    private ReportLibrary library;

    @Override
    public Object execute() throws Exception {
        Path path = Path.of(file);
        if (!Files.exists(path)) {
            throw Problem.notFound("AS-REPORT-NO-FILE", "Không có tệp hay thư mục " + file + " trên máy chủ này.");
        }
        Inspected inspected = library.inspect(path, path.getFileName().toString());
        if (!inspected.faults().isEmpty()) {
            inspected.faults().forEach(System.out::println);
            throw Problem.invalid(
                    "AS-REPORT-FILE",
                    "Báo cáo chưa dùng được: " + inspected.faults().size() + " chỗ cần sửa.");
        }
        String id = inspected.definition().id();
        System.out.println(
                "Báo cáo dùng được: " + id + " " + inspected.definition().version() + ", "
                        + inspected.definition().title());
        library.byId(id)
                .map(KnownReport::file)
                .ifPresent(other -> System.out.println("Hiện đã có báo cáo mã này, từ " + other + "."));
        return null;
    }
}
