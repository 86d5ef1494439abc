package vn.ansinh.database.backup;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.ansinh.database.DatabaseException;

/** Makes a data directory of a backup. */
final class Restoration {

    /** Directories that PostgreSQL wants to find, with nothing in them. */
    static final List<String> EMPTY = List.of(
            "pg_commit_ts",
            "pg_dynshmem",
            "pg_notify",
            "pg_replslot",
            "pg_serial",
            "pg_snapshots",
            "pg_stat",
            "pg_stat_tmp",
            "pg_subtrans",
            "pg_tblspc",
            "pg_twophase",
            "pg_wal/archive_status",
            "pg_wal/summaries",
            "pg_logical/snapshots",
            "pg_logical/mappings",
            "log");

    private final Path backup;
    private final Path target;
    private final String ownMajorVersion;

    /** @param ownMajorVersion of the PostgreSQL that shall open the result */
    Restoration(Path backup, Path target, String ownMajorVersion) {
        this.backup = backup.toAbsolutePath().normalize();
        this.target = target.toAbsolutePath().normalize();
        this.ownMajorVersion = ownMajorVersion;
    }

    /** @throws DatabaseException when the backup is damaged or the target cannot be used, with the way out */
    Manifest run(Consumer<String> progress) throws IOException {
        Manifest manifest = Manifest.read(backup);
        if (!manifest.majorVersion().equals(ownMajorVersion)) {
            throw new DatabaseException("Bản sao lưu này là của PostgreSQL " + manifest.server()
                    + ", bản An Sinh này mang PostgreSQL " + ownMajorVersion
                    + ": không mở được. Hãy phục hồi bằng đúng bản An Sinh đã tạo ra nó, rồi nâng cấp sau.");
        }
        prepareTarget(manifest.bytes());
        long done = 0;
        long told = 0;
        for (Map.Entry<String, Manifest.Copied> each : manifest.files().entrySet()) {
            copy(each.getKey(), each.getValue());
            done += each.getValue().size();
            if (done - told > 1L << 30) {
                told = done;
                progress.accept("Đã chép " + (done >> 20) + " / " + (manifest.bytes() >> 20) + " MB");
            }
        }
        Path cluster = target.resolve("postgresql").resolve("cluster-" + ownMajorVersion);
        for (String empty : EMPTY) {
            CheckedCopy.makeDirectory(cluster.resolve(empty));
        }
        // As root, PostgreSQL runs under an account of its own, which has to get through.
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(target.resolve("postgresql"), PosixFilePermissions.fromString("rwxr-xr-x"));
        progress.accept(
                "Đã chép và kiểm tra " + manifest.files().size() + " tệp, " + (manifest.bytes() >> 20) + " MB.");
        return manifest;
    }

    private void prepareTarget(long bytes) throws IOException {
        if (Files.exists(target)) {
            try (DirectoryStream<Path> children = Files.newDirectoryStream(target)) {
                if (children.iterator().hasNext()) {
                    throw new DatabaseException("Thư mục " + target
                            + " không trống: không phục hồi đè lên dữ liệu đang có. Hãy chọn một thư mục trống.");
                }
            }
        }
        Files.createDirectories(target);
        long room = Files.getFileStore(target).getUsableSpace();
        if (room < bytes) {
            throw new DatabaseException("Thư mục " + target + " còn " + (room >> 20) + " MB, cần " + (bytes >> 20)
                    + " MB. Hãy chọn nơi còn đủ chỗ.");
        }
    }

    private void copy(String name, Manifest.Copied expected) throws IOException {
        Path from = backup.resolve(name).normalize();
        Path to = target.resolve(name).normalize();
        if (!from.startsWith(backup) || !to.startsWith(target)) {
            throw new DatabaseException("Bản sao lưu chứa đường dẫn lạ: " + name + ".");
        }
        if (!Files.isRegularFile(from)) {
            throw damaged(name, "bị thiếu");
        }
        if (!CheckedCopy.copy(from, to).equals(expected)) {
            throw damaged(name, "không còn như khi sao lưu");
        }
    }

    private static DatabaseException damaged(String name, String how) {
        return new DatabaseException("Bản sao lưu bị hỏng: tệp " + name + " " + how
                + ". Hãy dùng bản sao lưu khác; xóa thư mục phục hồi dở dang.");
    }
}
