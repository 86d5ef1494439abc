package vn.ansinh.core.report.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import vn.ansinh.api.report.Reports.ReportFile;
import vn.ansinh.core.report.definition.ReportLibrary;

/** {@code ansinh:report-list} */
@Service
@Command(
        scope = "ansinh",
        name = "report-list",
        description = "Reports with the file that brings each; files that cannot be used with what is wrong in them")
public final class ReportList implements Action {

    @Reference
    private ReportLibrary library;

    @Override
    public Object execute() {
        List<ReportFile> files = library.files();
        ShellTable table = new ShellTable();
        table.column("Báo cáo");
        table.column("Bản");
        table.column("Tên");
        table.column("Tệp");
        for (ReportFile file : files) {
            if (file.faults().isEmpty()) {
                table.addRow().addContent(file.report(), file.version(), file.title(), file.file());
            }
        }
        table.print(System.out);
        for (ReportFile file : files) {
            file.faults().forEach(fault -> System.out.println("Chưa dùng được: " + file.file() + ": " + fault));
        }
        return null;
    }
}
