package vn.ansinh.database.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The text of {@code postgresql.conf}: written anew at every start, so that an upgrade of An Sinh brings its settings. */
final class ServerSettings {

    private static final String COMMON = """
            # Written by An Sinh at every start. Put settings of your own into local.conf next to this file: they win.
            listen_addresses = '127.0.0.1'
            port = %d
            unix_socket_directories = ''
            password_encryption = 'scram-sha-256'
            max_connections = 60
            work_mem = '32MB'
            random_page_cost = 1.1
            jit = off
            # tables filled a moment ago are counted soon: until then the planner guesses, once at 30 s instead of 0.1
            autovacuum_naptime = '10s'
            dynamic_shared_memory_type = posix
            timezone = 'Asia/Ho_Chi_Minh'
            datestyle = 'iso, ymd'
            lc_messages = 'C'
            default_text_search_config = 'pg_catalog.simple'
            logging_collector = on
            log_directory = 'log'
            log_filename = 'postgresql-%%a.log'
            log_truncate_on_rotation = on
            log_rotation_age = '1d'
            log_rotation_size = 0
            log_timezone = 'Asia/Ho_Chi_Minh'
            log_line_prefix = '%%m [%%p] %%u@%%d '
            log_min_duration_statement = '5s'
            # no names and numbers of people in the log: neither parameters nor the row that a message is about
            log_parameter_max_length = 0
            log_error_verbosity = 'terse'
            """;

    /**
     * By the memory of the machine, which An Sinh shares: an eighth for the cache, so that the country's month finds its index
     * pages there; room for a month's log between two checkpoints, because every page is written in full after one.
     */
    private static final String SAFE = """
            fsync = on
            synchronous_commit = on
            shared_buffers = '%dMB'
            effective_cache_size = '%dMB'
            maintenance_work_mem = '%dMB'
            min_wal_size = '512MB'
            max_wal_size = '8GB'
            checkpoint_timeout = '15min'
            """;

    private static final String THROW_AWAY = """
            fsync = off
            synchronous_commit = off
            full_page_writes = off
            shared_buffers = '256MB'
            maintenance_work_mem = '128MB'
            max_wal_size = '2GB'
            """;

    private static final String LOCAL = "include_if_exists = 'local.conf'\n";

    private static final long SMALL = 4096;

    private ServerSettings() {}

    static String text(int port, Durability durability) {
        return COMMON.formatted(port) + (durability == Durability.SAFE ? safe(memory()) : THROW_AWAY) + LOCAL;
    }

    /** @param memory of the machine, in MiB */
    private static String safe(long memory) {
        return SAFE.formatted(between(256, memory / 8, 4096), memory / 2, between(128, memory / 32, 512));
    }

    private static long between(long least, long wanted, long most) {
        return Math.max(least, Math.min(wanted, most));
    }

    /** In MiB; where nothing tells, that of a small server. */
    private static long memory() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/meminfo"))) {
            return lines.filter(line -> line.startsWith("MemTotal:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                    .findFirst()
                    .orElse(SMALL);
        } catch (IOException | NumberFormatException e) {
            return SMALL;
        }
    }
}
