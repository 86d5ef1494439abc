package vn.ansinh.itest;

import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The built distribution, unpacked into a directory of its own, with ports and data of its own, as a process of its own. It
 * can be stopped and killed like a province's server and started again on the same data.
 */
public final class RunningDistribution implements AutoCloseable {

    /** The first account's name. */
    public static final String ADMINISTRATOR = "admin";

    /** The second account of a demonstration: who closes what the first one drafted. */
    public static final String CHECKER = "kiem-tra";

    /** Password of both. */
    public static final String PASSWORD = "Thu-nghiem-2026!";

    /** What the delivered program pays by. */
    private static final List<String> PROGRAM_PACKS =
            List.of("btxh-toan-quoc", "btxh-co-so", "btxh-mot-lan", "htxh-toan-quoc");

    private static final Path OUTPUT = Path.of(System.getProperty("itest.output", "target"));
    private static final Duration BOOT = Duration.ofMinutes(4);
    private static final Duration STOP = Duration.ofMinutes(2);

    private final String name;
    private final Path root;
    private final Path data;
    private final Installation.Ports ports;
    private Installation installed;
    private final HttpClient http = HttpClient.newHttpClient();
    private Process server;
    private int starts;
    private Duration firstPage;

    private RunningDistribution(String name, Path root, Installation installed, Installation.Ports ports) {
        this.name = name;
        this.root = root;
        this.installed = installed;
        this.data = root.resolve("data");
        this.ports = ports;
    }

    /**
     * Unpacks the distribution and starts it on an empty data directory.
     *
     * @param name tells its log apart from others': {@code target/<name>-1.log}, {@code -2} after a restart
     */
    public static RunningDistribution start(String name) throws IOException, InterruptedException {
        return start(name, home -> {});
    }

    /** As {@link #start(String)}. @param installing what is done to the unpacked distribution before it starts */
    public static RunningDistribution start(String name, Installing installing)
            throws IOException, InterruptedException {
        return start(name, Path.of(System.getProperty("distribution.archive")), installing);
    }

    /** As {@link #start(String, Installing)}, of another distribution than the one just built. */
    public static RunningDistribution start(String name, Path archive, Installing installing)
            throws IOException, InterruptedException {
        Path root = Files.createTempDirectory("ansinh-" + name + "-");
        // As root, PostgreSQL runs under an account of its own, which has to get through.
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
        Installation.Ports ports = Installation.Ports.free();
        Installation installed = Installation.unpack(archive, root.resolve("installed"), ports);
        installing.in(installed.home());
        RunningDistribution distribution = new RunningDistribution(name, root, installed, ports);
        Runtime.getRuntime().addShutdownHook(new Thread(distribution::killHard));
        try {
            distribution.launch();
            return distribution;
        } catch (AssertionError e) {
            distribution.close();
            throw e;
        }
    }

    /** Puts another distribution in the place of this one, which is stopped; the data stay where they are. */
    public void replaceBy(Path archive) throws IOException, InterruptedException {
        installed = Installation.unpack(archive, root.resolve("installed-" + (starts + 1)), ports);
    }

    /** What the console answers to a command; fails when the command does. */
    public String console(String command) throws IOException, InterruptedException {
        return installed.console(command);
    }

    /** Where it answers, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + ports.web();
    }

    /** Where it is installed. */
    public Path home() {
        return installed.home();
    }

    /** The directory with the database and everything else that outlives an upgrade. */
    public Path data() {
        return data;
    }

    /** The Java process. */
    public ProcessHandle process() {
        return server.toHandle();
    }

    /** How long the last start took until the first page. */
    public Duration firstPage() {
        return firstPage;
    }

    /** An integrator's program, signed in as the administrator. */
    public RestClient rest() {
        return new RestClient(url(), ADMINISTRATOR, PASSWORD);
    }

    /** An integrator's program, signed in as who closes. */
    public RestClient checker() {
        return new RestClient(url(), CHECKER, PASSWORD);
    }

    /** Starts it, after {@link #stop} or {@link #killHard}, on the data it had. */
    public void launch() throws IOException, InterruptedException {
        starts++;
        Instant began = Instant.now();
        server = installed.start(data, output());
        awaitReady();
        firstPage = Duration.between(began, Instant.now());
        awaitPrograms();
        awaitPacks();
    }

    /** Stops it as an administrator does; its database stops with it. */
    public void stop() throws InterruptedException {
        server.destroy();
        if (!server.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
            killHard();
            fail("The server did not stop in " + STOP + "; see " + output());
        }
    }

    /** Power failure for the Java machine: it gets no chance to tidy up. PostgreSQL lives on. */
    public void killHard() {
        if (server != null && server.isAlive()) {
            server.destroyForcibly();
            server.onExit().join();
        }
    }

    /** Power failure for PostgreSQL. Its children notice by themselves, and answer until then: they are waited for. */
    public void killDatabase() throws IOException {
        postgres().ifPresent(process -> {
            List<ProcessHandle> children = process.children().toList();
            process.destroyForcibly();
            children.forEach(child ->
                    child.onExit().orTimeout(STOP.toSeconds(), TimeUnit.SECONDS).join());
        });
    }

    /** A connection to its PostgreSQL as the superuser, who may hold up what the server does. */
    public Connection database() throws IOException, SQLException {
        Path postgresql = data.resolve("postgresql");
        Properties credentials = new Properties();
        try (Reader reader = Files.newBufferedReader(postgresql.resolve("credentials.properties"))) {
            credentials.load(reader);
        }
        String port = Files.readAllLines(postmaster().orElseThrow()).get(3).trim();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/ansinh", "postgres", credentials.getProperty("superuser"));
    }

    /** How many bytes of heap are in use after a full collection. */
    public long heapAfterCollection() throws IOException, InterruptedException {
        String pid = Long.toString(server.pid());
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Installation.run(root, jcmd.toString(), pid, "GC.run");
        String histogram = Installation.run(root, jcmd.toString(), pid, "GC.class_histogram");
        String[] total = histogram
                .lines()
                .filter(l -> l.startsWith("Total"))
                .findFirst()
                .orElseThrow()
                .split("\\s+");
        return Long.parseLong(total[2]);
    }

    /** How many bytes of class metadata are in use after a full collection; grows a little while code warms up. */
    public long metaspaceAfterCollection() throws IOException, InterruptedException {
        String pid = Long.toString(server.pid());
        Path tools = Path.of(System.getProperty("java.home"), "bin");
        Installation.run(root, tools.resolve("jcmd").toString(), pid, "GC.run");
        List<String> table = Installation.run(root, tools.resolve("jstat").toString(), "-gc", pid)
                .lines()
                .toList();
        List<String> names = List.of(table.get(0).strip().split("\\s+"));
        String used = table.get(1).strip().split("\\s+")[names.indexOf("MU")];
        return (long) (Double.parseDouble(used.replace(',', '.')) * 1024);
    }

    /** How many classes are loaded now. */
    public long classes() throws IOException, InterruptedException {
        Path jstat = Path.of(System.getProperty("java.home"), "bin", "jstat");
        String[] columns = Installation.run(root, jstat.toString(), "-class", Long.toString(server.pid()))
                .lines()
                .toList()
                .get(1)
                .strip()
                .split("\\s+");
        return Long.parseLong(columns[0]) - Long.parseLong(columns[2]);
    }

    /** How many class loaders hold a class of this name after a full collection. */
    public long loadersOf(String type) throws IOException, InterruptedException {
        String pid = Long.toString(server.pid());
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Installation.run(root, jcmd, pid, "GC.run");
        String loaders = Installation.run(root, jcmd, pid, "VM.classloaders", "show-classes=true");
        return loaders.lines()
                .filter(line -> line.replaceAll("[|+\\-: ]|Classes", "").equals(type))
                .count();
    }

    /** The server's own log. */
    public String log() throws IOException {
        Path file = home().resolve("data/log/karaf.log");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    /** What somebody does to the distribution before its first start. */
    public interface Installing {
        void in(Path home) throws IOException;
    }

    /** Stops it and removes everything; the logs stay in {@code target/}. */
    @Override
    public void close() throws IOException, InterruptedException {
        killHard();
        Path log = home().resolve("data/log/karaf.log");
        if (Files.exists(log)) {
            Files.writeString(OUTPUT.resolve(name + "-karaf.log"), log());
        }
        stopDatabase();
        Installation.run(root.getParent(), "rm", "-rf", root.toString());
    }

    private void stopDatabase() throws IOException {
        postgres().ifPresent(process -> {
            process.destroy();
            process.onExit().orTimeout(STOP.toSeconds(), TimeUnit.SECONDS).join();
        });
    }

    private Optional<ProcessHandle> postgres() throws IOException {
        Optional<Path> file = postmaster();
        return file.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(file.get()).get(0).trim()));
    }

    /** PostgreSQL's own note on where it runs. */
    private Optional<Path> postmaster() throws IOException {
        Path postgresql = data.resolve("postgresql");
        if (!Files.isDirectory(postgresql)) {
            return Optional.empty();
        }
        try (Stream<Path> clusters = Files.list(postgresql)) {
            return clusters.map(cluster -> cluster.resolve("postmaster.pid"))
                    .filter(Files::exists)
                    .findFirst();
        }
    }

    /** Waits until it can reach its database and shows its first page. */
    public void awaitReady() throws InterruptedException, IOException {
        Instant latest = Instant.now().plus(BOOT);
        while (Instant.now().isBefore(latest)) {
            if (!server.isAlive()) {
                fail("The server ended while starting; see " + output() + "\n" + Files.readString(output()));
            }
            if (log().contains("Error installing boot features")) {
                killHard();
                fail("The features did not install; see\n" + log());
            }
            if (answers("/health/ready") && answers("/")) {
                return;
            }
            Thread.sleep(100);
        }
        killHard();
        fail("The server was not ready after " + BOOT + "; see " + output() + " and\n" + log());
    }

    /** The platform answers before its programs do. */
    private void awaitPrograms() throws InterruptedException, IOException {
        Instant latest = Instant.now().plus(BOOT);
        JsonNode programs = rest().get("/programs");
        while (!isEveryProgramRunning(programs)) {
            if (Instant.now().isAfter(latest)) {
                fail("Not every program runs: " + programs);
            }
            Thread.sleep(200);
            programs = rest().get("/programs");
        }
    }

    /** The packs of the program and those in the distribution's own directory come by themselves, a moment after the programs. */
    private void awaitPacks() throws InterruptedException, IOException {
        List<String> files;
        try (Stream<Path> found = Files.list(home().resolve("policies"))) {
            files = found.map(file -> "policies/" + file.getFileName())
                    .filter(file -> file.endsWith(".policy.yaml"))
                    .toList();
        }
        Instant latest = Instant.now().plus(BOOT);
        JsonNode packs = rest().get("/policies");
        while (!inForce(packs).containsAll(files) || !inForce(packs).containsAll(PROGRAM_PACKS)) {
            if (Instant.now().isAfter(latest)) {
                fail("Not every pack is in force: " + packs);
            }
            Thread.sleep(200);
            packs = rest().get("/policies");
        }
    }

    /** Files and ids of what is in force. */
    private static List<String> inForce(JsonNode packs) {
        List<String> files = new ArrayList<>();
        for (JsonNode pack : packs) {
            if (pack.path("stage").asText().equals("ACTIVE")) {
                files.add(pack.path("file").asText());
                files.add(pack.path("pack").path("pack").asText());
            }
        }
        return files;
    }

    private static boolean isEveryProgramRunning(JsonNode programs) {
        for (JsonNode program : programs) {
            // connectors are carried along and installed on demand
            boolean isProgram = program.path("details").path("kind").asText().equals("PROGRAM");
            if (isProgram && !program.path("state").asText().equals("RUNNING")) {
                return false;
            }
        }
        return !programs.isEmpty();
    }

    private boolean answers(String path) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url() + path))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private Path output() {
        return OUTPUT.resolve(name + "-" + starts + ".log");
    }
}
