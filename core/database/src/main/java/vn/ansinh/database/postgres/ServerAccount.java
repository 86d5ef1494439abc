package vn.ansinh.database.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.ansinh.database.DatabaseException;

/**
 * The operating-system account that the server runs under. PostgreSQL refuses to run as root, so root hands it to an
 * unprivileged account; anyone else runs it himself.
 */
final class ServerAccount {

    private static final Path PASSWD = Path.of("/etc/passwd");
    private static final int NOBODY = 65534;

    private final boolean switched;
    private final int uid;
    private final int gid;
    private final String name;

    private ServerAccount(boolean switched, int uid, int gid, String name) {
        this.switched = switched;
        this.uid = uid;
        this.gid = gid;
        this.name = name;
    }

    /** The account for a server started by this process. */
    static ServerAccount choose() {
        try {
            int own = (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
            if (own != 0) {
                return new ServerAccount(false, own, -1, System.getProperty("user.name"));
            }
            return find("postgres")
                    .or(() -> find("nobody"))
                    .orElseGet(() -> new ServerAccount(true, NOBODY, NOBODY, "nobody"));
        } catch (IOException e) {
            throw new DatabaseException("Không xác định được tài khoản hệ điều hành đang chạy An Sinh.", e);
        }
    }

    /** Whether this process is root and the server runs under another account. */
    boolean isSwitched() {
        return switched;
    }

    /** The command, run under the account. */
    List<String> command(List<String> command) {
        if (!switched) {
            return command;
        }
        List<String> wrapped = new ArrayList<>(
                List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--inh-caps=-all", "--"));
        wrapped.addAll(command);
        return wrapped;
    }

    /** Gives a file or an empty directory to the account. */
    void own(Path path) throws IOException {
        if (switched) {
            Files.setAttribute(path, "unix:uid", uid);
            Files.setAttribute(path, "unix:gid", gid);
        }
    }

    /** Gives a directory and all that lies in it to the account. */
    void ownTree(Path directory) throws IOException {
        if (switched) {
            try (Stream<Path> tree = Files.walk(directory)) {
                for (Path path : (Iterable<Path>) tree::iterator) {
                    own(path);
                }
            }
        }
    }

    /** Gives a directory with all that lies in it to the account, unless it has it already. */
    void adopt(Path directory) throws IOException {
        if (switched && (Integer) Files.getAttribute(directory, "unix:uid") != uid) {
            ownTree(directory);
        }
    }

    /** Refuses a directory that the account cannot reach, before PostgreSQL says so in words nobody understands. */
    void requireReachable(Path directory) throws IOException {
        if (!switched) {
            return;
        }
        for (Path step = directory.toAbsolutePath(); step != null; step = step.getParent()) {
            if (Files.exists(step)
                    && !Files.getPosixFilePermissions(step).contains(PosixFilePermission.OTHERS_EXECUTE)
                    && (Integer) Files.getAttribute(step, "unix:uid") != uid) {
                throw new DatabaseException("Tài khoản \"" + name + "\" (chạy PostgreSQL khi An Sinh chạy bằng root)"
                        + " không đi qua được thư mục " + step + ". Hãy đặt data.directory trong"
                        + " etc/vn.ansinh.database.cfg ở nơi khác (ví dụ /var/lib/ansinh), hoặc chạy chmod o+x " + step
                        + ".");
            }
        }
    }

    private static Optional<ServerAccount> find(String account) {
        try (Stream<String> lines = Files.lines(PASSWD)) {
            return lines.map(line -> line.split(":"))
                    .filter(fields -> fields.length > 3 && fields[0].equals(account))
                    .map(fields ->
                            new ServerAccount(true, Integer.parseInt(fields[2]), Integer.parseInt(fields[3]), account))
                    .findFirst();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
