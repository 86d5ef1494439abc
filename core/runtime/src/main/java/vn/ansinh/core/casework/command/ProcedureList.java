package vn.ansinh.core.casework.command;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.core.casework.procedure.ProcedureFile;
import vn.ansinh.core.casework.procedure.ProcedureLibrary;

/** {@code ansinh:procedure-list} */
@Service
@Command(
        scope = "ansinh",
        name = "procedure-list",
        description = "Procedures in all their versions; files that cannot be used with what is wrong in them")
public final class ProcedureList implements Action {

    @Reference
    private ProcedureLibrary library;

    @Override
    public Object execute() {
        ShellTable table = new ShellTable();
        table.column("Thủ tục");
        table.column("Bản");
        table.column("Từ ngày");
        table.column("Đến hết ngày");
        table.column("Tên");
        for (Procedure procedure : library.all()) {
            table.addRow()
                    .addContent(
                            procedure.id(),
                            procedure.version(),
                            procedure.from(),
                            procedure.to() == null ? "" : procedure.to().minusDays(1),
                            procedure.name());
        }
        table.print(System.out);
        for (ProcedureFile file : library.files()) {
            file.faults().forEach(fault -> System.out.println("Chưa dùng được: " + fault));
        }
        return null;
    }
}
