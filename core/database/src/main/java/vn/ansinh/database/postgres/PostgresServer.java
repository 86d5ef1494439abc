package vn.ansinh.database.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.database.DatabaseException;

/**
 * The embedded PostgreSQL server: made on the first start, kept for ever after, stopped with An Sinh. It listens on the
 * loopback address only and asks everyone for a password.
 *
 * <p>A server that died is started again, whether it happened while An Sinh was running or before. A server that outlived an
 * An Sinh that was killed is stopped first: the lock on the directory proves that nobody else uses it.
 */
public final class PostgresServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private static final Duration INITDB = Duration.ofMinutes(3);
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofMinutes(1);
    private static final String SUPERUSER = "postgres";
    private static final int ATTEMPTS_AFTER_CRASH = 20;

    private final ServerLayout layout;
    private final ServerAccount account;
    private final Durability durability;
    private final int port;
    private final Binaries binaries;
    private final Credentials credentials;
    private final FileChannel lock;
    private final Thread lastResort = new Thread(this::close, "postgresql-stop");
    private boolean stopping;

    private PostgresServer(
            ServerLayout layout,
            ServerAccount account,
            Durability durability,
            int port,
            Binaries binaries,
            Credentials credentials,
            FileChannel lock) {
        this.layout = layout;
        this.account = account;
        this.durability = durability;
        this.port = port;
        this.binaries = binaries;
        this.credentials = credentials;
        this.lock = lock;
    }

    /**
     * Starts the server on a directory, making a new cluster if there is none.
     *
     * @param directory where programs and data lie; created if missing
     * @param port the port to listen on; 0 for any free one
     * @param durability what a commit is worth
     * @return the running server, ready for connections
     * @throws DatabaseException if the directory cannot be used, with the way out
     */
    public static PostgresServer start(Path directory, int port, Durability durability) {
        try {
            ServerLayout layout = new ServerLayout(directory.toAbsolutePath());
            Files.createDirectories(layout.root());
            ServerAccount account = ServerAccount.choose();
            account.requireReachable(layout.root());
            layout.requireOwnMajorVersion();
            FileChannel lock = layout.lock();
            try {
                PostgresServer server = new PostgresServer(
                        layout,
                        account,
                        durability,
                        port == 0 ? freePort() : port,
                        Binaries.unpack(layout.root()),
                        Credentials.load(layout.credentials()),
                        lock);
                server.stopOrphan();
                server.initialise();
                server.launch();
                // Karaf stops its bundles on SIGTERM, but leaves without a word on SIGINT.
                Runtime.getRuntime().addShutdownHook(server.lastResort);
                return server;
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new DatabaseException("Không khởi động được PostgreSQL trên " + directory + ": " + e.getMessage(), e);
        }
    }

    /** The passwords of the server's roles. */
    public Credentials credentials() {
        return credentials;
    }

    /** The port that the server listens on. */
    public int port() {
        return port;
    }

    /** The server's own data directory. */
    public Path cluster() {
        return layout.cluster();
    }

    /** The server's version, for instance {@code 17.11.0}. */
    public String version() {
        return Binaries.version();
    }

    /** The first part of the version, by which data directories are told apart. */
    public static String majorVersion() {
        return Binaries.majorVersion();
    }

    /** The JDBC address of one of the server's databases. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Unpooled connections as the superuser. */
    public DataSource superuser(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url(database));
        source.setUser(SUPERUSER);
        source.setPassword(credentials.superuser());
        return source;
    }

    /** The process id of the server, if it runs. */
    public Optional<Long> processId() {
        try {
            Path file = layout.cluster().resolve("postmaster.pid");
            List<String> lines = Files.readAllLines(file);
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Long.parseLong(lines.get(0).trim()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Stops the server: open transactions are rolled back, committed ones are on disk. */
    @Override
    public void close() {
        synchronized (this) {
            if (stopping) {
                return;
            }
            stopping = true;
        }
        try {
            stop("fast");
            lock.close();
            forgetLastResort();
            LOG.info("PostgreSQL stopped");
        } catch (IOException e) {
            LOG.error("PostgreSQL on {} could not be stopped", layout.cluster(), e);
        }
    }

    private void forgetLastResort() {
        try {
            Runtime.getRuntime().removeShutdownHook(lastResort);
        } catch (IllegalStateException e) {
            LOG.trace("The JVM is on its way out", e);
        }
    }

    private void stopOrphan() throws IOException {
        forgetZombie();
        if (isRunning()) {
            LOG.warn("A PostgreSQL outlived its An Sinh on {}: it is stopped and started anew", layout.cluster());
            stop("fast");
        }
    }

    private void initialise() throws IOException {
        if (Files.isDirectory(layout.cluster())) {
            // A directory that root copied or restored belongs to root.
            account.adopt(layout.cluster());
            return;
        }
        LOG.info("Making a new PostgreSQL cluster in {}", layout.cluster());
        Path unfinished = layout.unfinishedCluster();
        Binaries.delete(unfinished);
        Files.createDirectory(unfinished);
        account.own(unfinished);
        Path passwordFile = Files.createTempFile("ansinh", ".password");
        try {
            Files.writeString(passwordFile, credentials.superuser());
            account.own(passwordFile);
            ServerCommand.Outcome outcome = initdb(unfinished, passwordFile, "C.UTF-8");
            if (!outcome.succeeded() && outcome.output().contains("locale")) {
                // an operating system without C.UTF-8: only the classification of letters in trigrams suffers
                Binaries.delete(unfinished);
                Files.createDirectory(unfinished);
                account.own(unfinished);
                outcome = initdb(unfinished, passwordFile, "C");
            }
            if (!outcome.succeeded()) {
                throw new IOException("initdb: " + outcome.output());
            }
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.move(unfinished, layout.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    private ServerCommand.Outcome initdb(Path target, Path passwordFile, String ctype) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                binaries.program("initdb"),
                "--pgdata=" + target,
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--lc-collate=C",
                "--lc-ctype=" + ctype,
                "--lc-messages=C",
                "--lc-monetary=C",
                "--lc-numeric=C",
                "--lc-time=C",
                "--data-checksums"));
        if (durability == Durability.THROW_AWAY) {
            command.add("--no-sync");
        }
        return ServerCommand.run(account, INITDB, command);
    }

    private void launch() throws IOException {
        forgetZombie();
        Path configuration = layout.cluster().resolve("postgresql.conf");
        Files.writeString(configuration, ServerSettings.text(port, durability));
        account.own(configuration);
        List<String> command = List.of(
                binaries.program("pg_ctl"),
                "start",
                "--wait",
                "--timeout=" + START.toSeconds(),
                "--pgdata=" + layout.cluster(),
                "--log=" + layout.startLog());
        ServerCommand.Outcome outcome = null;
        for (int attempt = 0; attempt < ATTEMPTS_AFTER_CRASH; attempt++) {
            outcome = ServerCommand.run(account, START, command);
            if (outcome.succeeded()) {
                watch();
                LOG.info("PostgreSQL {} listens on 127.0.0.1:{}", Binaries.version(), port);
                return;
            }
            // After a kill the old server's children take a moment to notice; until then a new one is refused.
            if (!startLogTail().contains("shared memory block")) {
                break;
            }
            pause();
        }
        throw new IOException("pg_ctl start: " + outcome.output() + "\n" + startLogTail());
    }

    /** Starts the server again when it dies without having been asked to. */
    private void watch() {
        processId()
                .flatMap(ProcessHandle::of)
                .ifPresent(handle -> handle.onExit().thenRunAsync(this::restartUnlessStopping));
    }

    private synchronized void restartUnlessStopping() {
        if (stopping) {
            return;
        }
        LOG.error(
                "PostgreSQL died; it is started again. See {}", layout.cluster().resolve("log"));
        try {
            launch();
        } catch (IOException e) {
            LOG.error("PostgreSQL could not be started again; restart An Sinh", e);
        }
    }

    /**
     * Removes the lock file of a server that is dead but whose process id is not free: where nobody collects dead processes
     * (containers without an init), PostgreSQL would wait for it for ever.
     */
    private void forgetZombie() throws IOException {
        Optional<Long> holder = processId();
        if (holder.isPresent()) {
            Path status = Path.of("/proc", holder.get().toString(), "stat");
            // "pid (name) state …": the name may contain anything but its closing bracket is the last one
            if (Files.exists(status)
                    && Files.readString(status).replaceAll("(?s).*\\) ", "").startsWith("Z")) {
                Files.delete(layout.cluster().resolve("postmaster.pid"));
            }
        }
    }

    private boolean isRunning() throws IOException {
        return Files.exists(layout.cluster().resolve("postmaster.pid"))
                && ServerCommand.run(
                                account,
                                STOP,
                                List.of(binaries.program("pg_ctl"), "status", "--pgdata=" + layout.cluster()))
                        .succeeded();
    }

    private void stop(String mode) throws IOException {
        ServerCommand.Outcome outcome = ServerCommand.run(
                account,
                STOP.plusSeconds(30),
                List.of(
                        binaries.program("pg_ctl"),
                        "stop",
                        "--wait",
                        "--timeout=" + STOP.toSeconds(),
                        "--mode=" + mode,
                        "--pgdata=" + layout.cluster()));
        if (!outcome.succeeded() && isRunning()) {
            if (mode.equals("immediate")) {
                throw new IOException("pg_ctl stop: " + outcome.output());
            }
            LOG.warn("PostgreSQL did not stop in time; it is stopped at once and will recover at the next start");
            stop("immediate");
        }
    }

    private String startLogTail() throws IOException {
        if (!Files.exists(layout.startLog())) {
            return "";
        }
        String text = Files.readString(layout.startLog());
        return text.substring(Math.max(0, text.length() - 2000));
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL was starting", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
