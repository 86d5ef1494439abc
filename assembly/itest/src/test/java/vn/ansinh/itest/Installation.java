package vn.ansinh.itest;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A distribution that was unpacked and told its ports, as an administrator installs it. */
final class Installation {

    private static final String CONSOLE = "itest";
    private static final int CONSOLE_ATTEMPTS = 5;

    private final Path home;
    private final Ports ports;

    private Installation(Path home, Ports ports) {
        this.home = home;
        this.ports = ports;
    }

    /** @param into an empty directory, made when it is not there */
    static Installation unpack(Path archive, Path into, Ports ports) throws IOException, InterruptedException {
        if (!Files.exists(archive)) {
            fail("There is no distribution at " + archive + ": build assembly/distribution first");
        }
        Files.createDirectories(into);
        run(into, "tar", "-xzf", archive.toAbsolutePath().toString());
        Path home;
        try (Stream<Path> unpacked = Files.list(into)) {
            home = unpacked.findFirst().orElseThrow();
        }
        Installation installation = new Installation(home, ports);
        installation.configure("org.ops4j.pax.web.cfg", Map.of("org.osgi.service.http.port", ports.web()));
        installation.configure("org.apache.karaf.shell.cfg", Map.of("sshPort", ports.ssh()));
        installation.configure(
                "org.apache.karaf.management.cfg",
                Map.of("rmiRegistryPort", ports.registry(), "rmiServerPort", ports.rmi(), "jmxmpPort", ports.jmxmp()));
        // Nobody has an account on the console as delivered.
        installation.configure("users.properties", Map.of(CONSOLE, RunningDistribution.PASSWORD + ",_g_:admingroup"));
        return installation;
    }

    /** Where it was unpacked. */
    Path home() {
        return home;
    }

    /** Sets keys of a file in {@code etc/}, leaving its other lines alone. */
    private void configure(String file, Map<String, Object> values) throws IOException {
        Path path = home.resolve("etc").resolve(file);
        Map<String, Object> missing = new LinkedHashMap<>(values);
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(path)) {
            String key = line.split("=", 2)[0].trim();
            lines.add(values.containsKey(key) ? key + " = " + values.get(key) : line);
            missing.remove(key);
        }
        missing.forEach((key, value) -> lines.add(key + " = " + value));
        Files.write(path, lines);
    }

    /** The server as a process of its own; as on a machine of the province, it makes its first accounts when it starts. */
    Process start(Path data, Path output) throws IOException {
        // "daemon" stays in the foreground and replaces the shell: the process is the Java machine itself
        ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/karaf").toString(), "daemon");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("ANSINH_DATA", data.toString());
        builder.environment().put("ANSINH_ADMIN_PASSWORD", RunningDistribution.PASSWORD);
        builder.environment().put("ANSINH_DEMO", "true");
        Files.createDirectories(output.getParent());
        return builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    }

    /** What the console of the running server answers to a command. @throws Refused when the command fails */
    String console(String command) throws IOException, InterruptedException {
        String answer = "";
        for (int attempt = 0; attempt < CONSOLE_ATTEMPTS; attempt++) {
            ProcessBuilder client = new ProcessBuilder(
                    home.resolve("bin/client").toString(),
                    "-u",
                    CONSOLE,
                    "-p",
                    RunningDistribution.PASSWORD,
                    "-r",
                    "10",
                    command);
            client.environment().put("JAVA_HOME", System.getProperty("java.home"));
            Process process = client.redirectErrorStream(true).start();
            // Its input stays open: at the end of it, the client leaves before the answer comes.
            answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() == 0) {
                return answer;
            }
            // The first session makes the server's key, and is closed for it.
            if (!answer.strip().endsWith("Closed") && !answer.contains("Session has been closed")) {
                break;
            }
        }
        throw new Refused(command + ": " + answer);
    }

    /** Runs a program and gives what it said; fails when it does. */
    static String run(Path directory, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + output);
        }
        return output;
    }

    /** A command of the console failed; the message is what it said. */
    static final class Refused extends AssertionError {

        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /** Ports that nobody listened on a moment ago. */
    record Ports(int web, int ssh, int registry, int rmi, int jmxmp) {

        static Ports free() throws IOException {
            List<ServerSocket> sockets = new ArrayList<>();
            try {
                for (int i = 0; i < 5; i++) {
                    sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
                }
                int[] found =
                        sockets.stream().mapToInt(ServerSocket::getLocalPort).toArray();
                return new Ports(found[0], found[1], found[2], found[3], found[4]);
            } finally {
                for (ServerSocket socket : sockets) {
                    socket.close();
                }
            }
        }
    }
}
