package vn.ansinh.database.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of {@code initdb} or {@code pg_ctl} under the server's account. */
final class ServerCommand {

    private ServerCommand() {}

    /**
     * What the program left behind.
     *
     * @param exitCode zero if it did what it was asked
     * @param output what it said
     */
    record Outcome(int exitCode, String output) {

        boolean succeeded() {
            return exitCode == 0;
        }
    }

    static Outcome run(ServerAccount account, Duration patience, List<String> command) throws IOException {
        // To a file, not a pipe: the server that pg_ctl leaves behind would hold a pipe open for ever.
        Path output = Files.createTempFile("ansinh-postgresql", ".out");
        try {
            ProcessBuilder builder = new ProcessBuilder(account.command(command))
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(command.get(0) + " did not end within " + patience);
            }
            return new Outcome(process.exitValue(), Files.readString(output).trim());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + command.get(0), e);
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
