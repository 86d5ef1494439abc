package vn.ansinh.database.postgres;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/**
 * The generated passwords of the embedded server's roles, kept in a file that only the account running An Sinh can read.
 *
 * @param superuser of the role {@code postgres}
 * @param owner of the role that owns the tables
 * @param application of the role that the pool logs in with
 */
public record Credentials(String superuser, String owner, String application) {

    /** Reads the passwords, or makes new ones and writes them. */
    static Credentials load(Path file) throws IOException {
        if (Files.exists(file)) {
            Properties stored = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                stored.load(reader);
            }
            return new Credentials(
                    stored.getProperty("superuser"), stored.getProperty("owner"), stored.getProperty("application"));
        }
        Credentials fresh = new Credentials(random(), random(), random());
        Properties properties = new Properties();
        properties.setProperty("superuser", fresh.superuser);
        properties.setProperty("owner", fresh.owner);
        properties.setProperty("application", fresh.application);
        Path unfinished = Files.createTempFile(
                file.getParent(),
                "credentials",
                null,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Writer writer = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8)) {
            properties.store(writer, "Passwords of the embedded PostgreSQL. Losing this file locks the data in.");
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        return fresh;
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return "Credentials[hidden]";
    }
}
