package vn.ansinh.database.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Copies files, computing what they hold on the way; a copy is on the disk when it is reported. */
final class CheckedCopy {

    private static final int BUFFER = 1 << 18;

    private CheckedCopy() {}

    /** @return what was copied, which is what counts when the file grows meanwhile */
    static Manifest.Copied copy(Path from, Path to) throws IOException {
        makeDirectory(to.getParent());
        MessageDigest digest = sha256();
        long size = 0;
        try (InputStream in = Files.newInputStream(from);
                FileChannel out = FileChannel.open(
                        to,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                size += read;
            }
            out.force(true);
        }
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rw-------"));
        return new Manifest.Copied(size, HexFormat.of().formatHex(digest.digest()));
    }

    /** A directory that nobody else can look into: there are people's data and passwords in it. */
    static void makeDirectory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            makeDirectory(directory.toAbsolutePath().getParent());
            Files.createDirectory(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
