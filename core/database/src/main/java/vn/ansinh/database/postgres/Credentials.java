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
import java.util.List;
import java.util.Properties;

/**
 * The generated passwords of the embedded server's roles, kept in a file that only the account running An Sinh can read.
 *
 * @param superuser of the role {@code postgres}
 * @param owner of the role that owns the tables
 * @param application of the role that works for officials, below row-level security
 * @param system of the role that works for the platform, above it
 * @param report of the role that asks for ordinary reports
 * @param sensitiveReport of the role that asks for sensitive ones
 */
public record Credentials(
        String superuser, String owner, String application, String system, String report, String sensitiveReport) {

    private static final List<String> ROLES =
            List.of("superuser", "owner", "application", "system", "report", "sensitive-report");

    /** Reads the passwords; makes those that are missing, in an older file or in all, and writes them. */
    static Credentials load(Path file) throws IOException {
        Properties passwords = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                passwords.load(reader);
            }
        }
        boolean complete = true;
        for (String role : ROLES) {
            complete &= passwords.putIfAbsent(role, random()) != null;
        }
        if (!complete) {
            store(passwords, file);
        }
        return new Credentials(
                passwords.getProperty("superuser"),
                passwords.getProperty("owner"),
                passwords.getProperty("application"),
                passwords.getProperty("system"),
                passwords.getProperty("report"),
                passwords.getProperty("sensitive-report"));
    }

    private static void store(Properties properties, Path file) throws IOException {
        Path unfinished = Files.createTempFile(
                file.getParent(),
                "credentials",
                null,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Writer writer = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8)) {
            properties.store(writer, "Passwords of the embedded PostgreSQL. Losing this file locks the data in.");
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
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
