package vn.ansinh.database.postgres;

/** The text of {@code postgresql.conf}: written anew at every start, so that an upgrade of An Sinh brings its settings. */
final class ServerSettings {

    private static final String COMMON = """
            # Written by An Sinh at every start. Put settings of your own into local.conf next to this file: they win.
            listen_addresses = '127.0.0.1'
            port = %d
            unix_socket_directories = ''
            password_encryption = 'scram-sha-256'
            max_connections = 60
            shared_buffers = '256MB'
            work_mem = '32MB'
            maintenance_work_mem = '128MB'
            max_wal_size = '2GB'
            random_page_cost = 1.1
            jit = off
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
            """;

    private static final String SAFE = """
            fsync = on
            synchronous_commit = on
            """;

    private static final String THROW_AWAY = """
            fsync = off
            synchronous_commit = off
            full_page_writes = off
            """;

    private static final String LOCAL = "include_if_exists = 'local.conf'\n";

    private ServerSettings() {}

    static String text(int port, Durability durability) {
        return COMMON.formatted(port) + (durability == Durability.SAFE ? SAFE : THROW_AWAY) + LOCAL;
    }
}
