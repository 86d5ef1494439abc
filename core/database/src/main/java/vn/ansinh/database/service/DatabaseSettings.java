package vn.ansinh.database.service;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.api.operation.ConfigurationFile;
import vn.ansinh.database.DatabaseException;

/**
 * What {@code etc/vn.ansinh.database.cfg} says, checked.
 *
 * @param dataDirectory where the embedded server keeps its data
 * @param port the embedded server's port; 0 for any free one
 * @param poolSize how many connections the application may hold for officials, and as many for itself
 * @param external the server to use instead of the embedded one
 */
public record DatabaseSettings(Path dataDirectory, int port, int poolSize, Optional<External> external) {

    /** The configuration's name. */
    public static final String PID = "vn.ansinh.database";

    /** The environment variable that wins over {@code data.directory}. */
    public static final String DIRECTORY_VARIABLE = "ANSINH_DATA";

    private static final int DEFAULT_POOL_SIZE = 16;
    /** A run of a whole country takes three. */
    private static final int MINIMUM_POOL_SIZE = 4;

    private static final int MAXIMUM_POOL_SIZE = 200;

    /** Needed with an address, all of them. */
    private static final List<String> EXTERNAL_KEYS = List.of(
            "user",
            "password",
            "system.user",
            "system.password",
            "owner.user",
            "owner.password",
            "report.user",
            "report.password",
            "report.sensitive.user",
            "report.sensitive.password");

    /** The file's keys. */
    public static final ConfigurationFile FILE = ConfigurationFile.of(PID)
            .text("data.directory")
            .number("port", 0, 65535)
            .number("pool.size", MINIMUM_POOL_SIZE, MAXIMUM_POOL_SIZE)
            .text("url")
            .text("user")
            .text("password")
            .text("system.user")
            .text("system.password")
            .text("owner.user")
            .text("owner.password")
            .text("report.user")
            .text("report.password")
            .text("report.sensitive.user")
            .text("report.sensitive.password");

    /**
     * A PostgreSQL that somebody else runs.
     *
     * @param url its JDBC address
     * @param user the application's role, for which row-level security holds
     * @param password the application's password
     * @param systemUser the role that works for the platform itself, above row-level security
     * @param systemPassword its password
     * @param ownerUser the role that owns the schemas
     * @param ownerPassword the owner's password
     * @param reportUser the role that asks for ordinary reports
     * @param reportPassword its password
     * @param sensitiveUser the role that asks for sensitive reports
     * @param sensitivePassword its password
     */
    public record External(
            String url,
            String user,
            String password,
            String systemUser,
            String systemPassword,
            String ownerUser,
            String ownerPassword,
            String reportUser,
            String reportPassword,
            String sensitiveUser,
            String sensitivePassword) {

        @Override
        public String toString() {
            return url + " as " + user + ", schemas owned by " + ownerUser;
        }
    }

    /**
     * Checks a configuration; all that is wrong with it is told at once.
     *
     * @param configuration key and value pairs; what the framework adds is passed over
     * @param environment the environment variables
     * @throws DatabaseException if something is wrong
     */
    public static DatabaseSettings parse(Map<String, ?> configuration, Map<String, String> environment) {
        ConfigurationFile.Values values = FILE.read(configuration);
        List<String> problems = new ArrayList<>(values.faults());
        Optional<External> external = external(values, problems);
        if (!problems.isEmpty()) {
            throw new DatabaseException("etc/" + PID + ".cfg: " + String.join("; ", problems) + ".");
        }
        return new DatabaseSettings(
                directory(values, environment),
                (int) values.number("port", 0),
                (int) values.number("pool.size", DEFAULT_POOL_SIZE),
                external);
    }

    private static Path directory(ConfigurationFile.Values values, Map<String, String> environment) {
        String chosen = environment.getOrDefault(DIRECTORY_VARIABLE, "");
        if (chosen.isBlank()) {
            chosen = values.text("data.directory", "");
        }
        if (!chosen.isBlank()) {
            return Path.of(chosen).toAbsolutePath();
        }
        if ("root".equals(System.getProperty("user.name"))) {
            return Path.of("/var/lib/ansinh");
        }
        String dataHome = environment.getOrDefault("XDG_DATA_HOME", "");
        Path parent =
                dataHome.isBlank() ? Path.of(System.getProperty("user.home"), ".local", "share") : Path.of(dataHome);
        return parent.resolve("ansinh").toAbsolutePath();
    }

    private static Optional<External> external(ConfigurationFile.Values values, List<String> problems) {
        String url = values.text("url", "");
        if (url.isEmpty()) {
            return Optional.empty();
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            problems.add("url phải bắt đầu bằng jdbc:postgresql://, không phải \"" + url + "\"");
        }
        for (String key : EXTERNAL_KEYS) {
            if (values.text(key, "").isEmpty()) {
                problems.add("có url thì phải có " + key);
            }
        }
        List<String> roles = EXTERNAL_KEYS.stream()
                .filter(key -> key.endsWith("user"))
                .map(key -> values.text(key, ""))
                .filter(role -> !role.isEmpty())
                .toList();
        if (roles.stream().distinct().count() < roles.size()) {
            problems.add(
                    "user, system.user, owner.user, report.user và report.sensitive.user phải là năm tài khoản khác nhau");
        }
        return Optional.of(new External(
                url,
                values.text("user", ""),
                values.text("password", ""),
                values.text("system.user", ""),
                values.text("system.password", ""),
                values.text("owner.user", ""),
                values.text("owner.password", ""),
                values.text("report.user", ""),
                values.text("report.password", ""),
                values.text("report.sensitive.user", ""),
                values.text("report.sensitive.password", "")));
    }
}
