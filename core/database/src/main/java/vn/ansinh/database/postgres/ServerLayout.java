package vn.ansinh.database.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import vn.ansinh.database.DatabaseException;

/**
 * Where the embedded server keeps what: programs, cluster, passwords and the lock by which one process owns all of it.
 *
 * @param root the directory below which everything lies
 */
record ServerLayout(Path root) {

    /** PostgreSQL's own data directory; one for each major version, so that an upgrade never touches the old one. */
    Path cluster() {
        return root.resolve("cluster-" + Binaries.majorVersion());
    }

    /** Where a new cluster is made before it is moved into place. */
    Path unfinishedCluster() {
        return root.resolve("cluster-" + Binaries.majorVersion() + ".unfinished");
    }

    /** The passwords of the roles. */
    Path credentials() {
        return root.resolve("credentials.properties");
    }

    /** What {@code pg_ctl} and the server say before the server's own log begins. */
    Path startLog() {
        return cluster().resolve("start.log");
    }

    /**
     * Takes the lock of the directory for as long as the returned channel stays open.
     *
     * @throws DatabaseException if another process has it
     */
    FileChannel lock() throws IOException {
        FileChannel channel =
                FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // held by this very process: as good as by another
        }
        channel.close();
        throw new DatabaseException("Một An Sinh khác đang dùng thư mục dữ liệu " + root
                + ". Hãy dừng nó trước, hoặc đặt data.directory khác trong etc/vn.ansinh.database.cfg.");
    }

    /** Refuses a cluster that another major version of PostgreSQL wrote. */
    void requireOwnMajorVersion() throws IOException {
        String expected = Binaries.majorVersion();
        Path versionFile = cluster().resolve("PG_VERSION");
        if (Files.exists(versionFile)) {
            String found = Files.readString(versionFile).trim();
            if (!found.equals(expected)) {
                refuse(cluster(), found);
            }
        } else if (Files.isDirectory(root)) {
            try (var others = Files.newDirectoryStream(root, "cluster-*")) {
                for (Path other : others) {
                    Path otherVersion = other.resolve("PG_VERSION");
                    if (!other.equals(unfinishedCluster()) && Files.exists(otherVersion)) {
                        refuse(other, Files.readString(otherVersion).trim());
                    }
                }
            }
        }
    }

    private static void refuse(Path cluster, String found) {
        String expected = Binaries.majorVersion();
        throw new DatabaseException("Thư mục dữ liệu " + cluster + " do PostgreSQL " + found
                + " tạo ra; bản An Sinh này mang PostgreSQL " + expected + " và không mở được."
                + " Dữ liệu còn nguyên, chưa bị đụng tới. Cách xử lý: (1) chạy lại bản An Sinh trước, kết xuất dữ liệu"
                + " bằng pg_dump " + found
                + " rồi nạp vào thư mục mới; hoặc (2) nâng cấp thư mục này bằng pg_upgrade từ "
                + found + " lên " + expected + "; hoặc (3) đặt data.directory sang một thư mục trống trong"
                + " etc/vn.ansinh.database.cfg để bắt đầu mới.");
    }
}
