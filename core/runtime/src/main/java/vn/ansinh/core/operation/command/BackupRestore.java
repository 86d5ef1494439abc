package vn.ansinh.core.operation.command;

import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.ansinh.api.operation.Backups;
import vn.ansinh.api.operation.Backups.Backup;
import vn.ansinh.api.operation.Operation;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Money;
import vn.ansinh.core.operation.CopySums;

/** {@code ansinh:restore /mnt/sao-luu/ansinh-20261122-010000 /srv/phuc-hoi}: restores and proves the copy; harms nothing. */
@Service
@Command(
        scope = "ansinh",
        name = "restore",
        description = "Restores a backup into an empty directory, starts the copy's database and adds it up")
public final class BackupRestore implements Action {

    @Argument(index = 0, name = "backup", description = "A backup made by ansinh:backup", required = true)
    private String backup;

    @Argument(
            index = 1,
            name = "directory",
            description = "An empty directory: the new data directory",
            required = true)
    private String directory;

    @Reference
    private Backups backups;

    @Reference
    private Operation operation;

    @Override
    public Object execute() {
        Path target = Path.of(directory).toAbsolutePath();
        Backup restored = backups.restore(Path.of(backup), target, System.out::println);
        CopySums sums = backups.inspect(target, connection -> CopySums.of(connection, target));
        System.out.println("Bản sao của " + restored.at() + ":");
        System.out.println("  người: " + Money.format(sums.people()));
        System.out.println("  danh sách đã chốt: " + Money.format(sums.lists()) + ", tổng "
                + Money.format(sums.listed()) + " đồng");
        System.out.println(
                "  dòng đã chốt: " + Money.format(sums.lines()) + ", cộng lại " + Money.format(sums.paid()) + " đồng");
        System.out.println("  tệp công việc: " + Money.format(sums.documents()) + ", thiếu "
                + sums.missing().size());
        System.out.println("  dòng nhật ký: " + Money.format(sums.entries()));
        operation.backupTried(Path.of(backup), sums.whole());
        if (!sums.whole()) {
            throw Problem.conflict(
                    "AS-BACKUP-SUMS", "Bản phục hồi KHÔNG khớp: hãy giữ lại nó và dùng bản sao lưu khác.");
        }
        System.out.println("Khớp. Khởi động trên thư mục này: ANSINH_DATA=" + target + " bin/karaf server");
        return null;
    }
}
