package vn.ansinh.core.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.registry.PopulationEvent;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.job.Rounds;
import vn.ansinh.core.sql.CopyIn;
import vn.ansinh.core.sql.Rows;

/** Fetches deaths and moves now and then and puts them on the worklist; of several nodes one at a time. */
public final class RegistryRounds {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryRounds.class);
    private static final Duration EVERY = Duration.ofSeconds(20);
    private static final int AT_A_TIME = 500;

    private static final String TURN = "select pg_try_advisory_xact_lock(hashtextextended('ansinh.registry', 0))";

    private static final String STAGE = """
            create temp table if not exists registry_told (
                ord bigint not null, external_id text not null, kind text not null, number text not null, day date not null,
                unit_code text, address text) on commit drop;
            delete from pg_temp.registry_told""";

    /** Of people we do not know nothing is kept. A place is the unit that had the code on that day, or has it now. */
    private static final String PUT = """
            insert into ansinh.registry_event (registry, external_id, kind, person_id, day, unit_id, address)
            select ?, t.external_id, t.kind, p.id, t.day,
                (select u.id from ansinh.unit u where u.code = t.unit_code and u.level = 'COMMUNE'
                    order by (u.valid_from <= t.day and (u.valid_to is null or u.valid_to > t.day)) desc,
                        u.valid_from desc limit 1),
                t.address
            from pg_temp.registry_told t join lateral (
                select coalesce(n.merged_into, n.id) as id from ansinh.person n
                where n.id_number = t.number and (n.deleted_at is null or n.merged_into is not null)
                order by n.deleted_at nulls first limit 1) p on true
            order by t.ord
            on conflict (registry, external_id) do nothing""";

    private static final String REACHED = """
            insert into ansinh.registry_cursor (registry, since, asked_at) values (?, ?, now())
            on conflict (registry) do update set since = excluded.since, asked_at = excluded.asked_at""";

    private final Transactions everywhere;
    private final RegistryLine line;
    private Rounds rounds;

    /** @param everywhere reaches every row: the platform itself acts */
    public RegistryRounds(Transactions everywhere, RegistryLine line) {
        this.everywhere = everywhere;
        this.line = line;
    }

    /** Begins to ask. */
    public void init() {
        rounds = Rounds.begin(
                "ansinh-registry-rounds",
                EVERY,
                EVERY,
                this::fetchAll,
                e -> LOG.warn(
                        "Events of the population registry cannot be kept; trying again every {} s",
                        EVERY.toSeconds(),
                        e));
    }

    /** Stops asking. */
    public void destroy() {
        rounds.end();
    }

    private void fetchAll() {
        while (fetch() == AT_A_TIME) {
            // there is more
        }
    }

    /** Takes what is new. @return how many events the registry told */
    int fetch() {
        Optional<String> registry = line.name();
        if (registry.isEmpty()) {
            return 0;
        }
        String name = registry.get();
        String since = everywhere.call(connection -> since(connection, name));
        List<PopulationEvent> told = line.events(since, AT_A_TIME).orElse(List.of());
        if (!told.isEmpty()) {
            everywhere.run(connection -> keep(connection, name, since, told));
        }
        return told.size();
    }

    private static String since(Connection connection, String registry) throws SQLException {
        return Rows.list(
                        connection,
                        "select since from ansinh.registry_cursor where registry = ?",
                        select -> select.setString(1, registry),
                        row -> row.getString(1))
                .stream()
                .findFirst()
                .orElse("");
    }

    /** Another node may have kept them meanwhile. */
    private static void keep(Connection connection, String registry, String since, List<PopulationEvent> told)
            throws SQLException {
        boolean mine = Rows.list(connection, TURN, select -> {}, row -> row.getBoolean(1))
                .get(0);
        if (!mine || !since(connection, registry).equals(since)) {
            return;
        }
        try (Statement stage = connection.createStatement()) {
            stage.execute(STAGE);
        }
        try (CopyIn copy = CopyIn.into(
                connection, "pg_temp.registry_told (ord, external_id, kind, number, day, unit_code, address)")) {
            long ord = 0;
            for (PopulationEvent event : told) {
                copy.row(
                        ord++,
                        event.id(),
                        event.kind(),
                        event.number(),
                        event.day(),
                        event.unitCode(),
                        event.address());
            }
            copy.finish();
        }
        update(connection, PUT, registry);
        update(connection, REACHED, registry, told.get(told.size() - 1).id());
    }

    private static void update(Connection connection, String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }
}
