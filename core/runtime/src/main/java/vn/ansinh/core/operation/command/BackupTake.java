package vn.ansinh.core.operation.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.operation.Backups;
import vn.ansinh.api.operation.Backups.Backup;
import vn.ansinh.api.operation.Operation;

/** {@code ansinh:backup /mnt/sao-luu} */
@Service
@Command(scope = "ansinh", name = "backup", description = "Copies database and files while work goes on")
public final class BackupTake implements Action {

    @Argument(
            name = "directory",
            description = "Directory, on another disk, below which the copy is made",
            required = true)
    private String directory;

    @Reference
    private Backups backups;

    @Reference
    private Operation operation;

    @Reference
    private Audit audit;

    @Override
    public Object execute() {
        Backup backup = backups.take(Path.of(directory), System.out::println);
        operation.backupTaken(backup);
        audit.changedAll(
                "backup",
                List.of(),
                "backup.take",
                Map.of("directory", backup.directory().toString(), "files", Long.toString(backup.files())),
                null);
        System.out.println("Sao lưu xong: " + backup.directory() + ", " + backup.files() + " tệp, "
                + (backup.bytes() >> 20) + " MB.");
        System.out.println("Kiểm tra bằng cách phục hồi: ansinh:restore " + backup.directory() + " <thư mục trống>");
        return null;
    }
}
