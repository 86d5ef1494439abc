package vn.ansinh.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.database.migration.SchemaMigration;
import vn.ansinh.testkit.TestDatabase;

/** A database of the version before access, people, places and operation is brought up to date with what is in it. */
class SchemaUpgradeTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.empty();

    private static final int BEFORE = 15;

    private static final String FILLING = """
            set search_path = ansinh, public;
            insert into unit (id, code, level, name, parent_id, valid_from) overriding system value values
                (1, '42', 'PROVINCE', 'Tỉnh Hà Tĩnh', null, '2025-07-01'),
                (2, '18073', 'COMMUNE', 'Phường Thành Sen', 1, '2025-07-01');
            insert into unit_closure (ancestor_id, unit_id) values (1, 1), (2, 2), (1, 2);
            insert into account (name, full_name, password_hash, password_changed_at, unit_id, permissions, created_by)
                values ('lan.nguyen', 'Nguyễn Thị Lan', '-', now(), 2, '{person.read}', 'system');
            insert into person (id, full_name, search_name, sort_key, birth_date, birth_year_only, sex, id_number, unit_id)
                overriding system value
                select n, 'Lê Thị Mơ', ' le thi mo ', 'mo', '1950-01-01', false, 'FEMALE', lpad(n::text, 12, '0'), 2
                from generate_series(1, 500) n;
            insert into fact (subject_kind, subject_id, key, value, valid_from, source, recorded_by)
                select 'PERSON', id, 'khuyet-tat.muc-do', 'nang', '2025-01-01', 'thu', 'system' from person;
            insert into entitlement (id, person_id, program, benefit, unit_id, from_month, payment_method, payee_role)
                overriding system value
                select id, id, 'btxh', 'tcht', 2, '2026-11-01', 'TM', 'SELF' from person;
            insert into policy_version (pack, version, program, source, digest) values ('goi', 1, 'btxh', '-', '-');
            insert into payroll_rule (id, pack, version, benefit, rate, rate_name, base, base_value, base_label, base_clause,
                    base_provisional, coefficient, coefficient_value, coefficient_label, coefficient_clause,
                    coefficient_provisional, base_pack, base_version, coefficient_pack, coefficient_version)
                overriding system value
                values (1, 'goi', 1, 'tcht', 'nang', 'Nặng', 540000, 'b', 'b', '', false, 1.5, 'c', 'c', '', false, 'goi', 1,
                    'goi', 1);
            insert into payroll_run (id, program, month, as_of, started_at, account) overriding system value
                values (1, 'btxh', '2026-11-01', '2026-11-20', now(), 'system');
            insert into payroll (id, program, month, unit_id, state, run_id, run_count, people, lines, total, arrears, drafted_at)
                overriding system value
                values (1, 'btxh', '2026-11-01', 2, 'DRAFT', 1, 1, 500, 500, 500 * 810000, 0, now());
            select payroll_partition('2026-11-01');
            insert into payroll_line (month, payroll_id, entitlement_id, person_id, period, rule_id, multiple, due, paid_before,
                    amount, payment_method, payee_role)
                select '2026-11-01', 1, id, id, '2026-11-01', 1, 1, 810000, 0, 810000, 'TM', 'SELF' from person;
            update payroll set state = 'CLOSED', closed_by = 'lan.nguyen', closed_at = now();
            """;

    @Test
    void whatWasPaidAndWhoIsInItIsTheSameAfterwards() throws Exception {
        SchemaMigration migration = new SchemaMigration(
                DATABASE.owner(), "ansinh_app", List.of("ansinh_report", "ansinh_report_sensitive"));
        assertEquals("15", migration.apply("ansinh", scripts(BEFORE)));
        try (Connection connection = DATABASE.owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(FILLING);
        }
        List<String> before = state();

        String reached = migration.apply("ansinh", scripts(Integer.MAX_VALUE));

        assertTrue(Integer.parseInt(reached) > BEFORE, reached);
        assertEquals(before, state());
        assertEquals("500 405000000", before.get(0));
    }

    /** As the owner, whom no policy keeps from seeing everything. */
    private static List<String> state() throws SQLException {
        return List.of(
                one("select count(*) || ' ' || sum(amount) from ansinh.payroll_line"),
                one("select string_agg(id || full_name || coalesce(id_number, '') || unit_id, ',' order by id)"
                        + " from ansinh.person"),
                one("select string_agg(id || state || total || closed_by, ',') from ansinh.payroll"),
                one("select count(*) || ' ' || min(from_month) from ansinh.entitlement where to_month is null"),
                one("select count(*)::text from ansinh.fact where retracted_at is null"),
                one("select string_agg(name || unit_id || permissions::text, ',') from ansinh.account"),
                one("select string_agg(code || valid_from, ',' order by id) from ansinh.unit"));
    }

    private static String one(String sql) throws SQLException {
        try (Connection connection = DATABASE.owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static List<URL> scripts(int upTo) throws IOException, URISyntaxException {
        Path directory = Path.of(SchemaUpgradeTest.class
                        .getResource("/db/migration/V1__unit.sql")
                        .toURI())
                .getParent();
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches("V\\d+__.*\\.sql"))
                    .filter(file -> number(file) <= upTo)
                    .map(SchemaUpgradeTest::url)
                    .toList();
        }
    }

    private static int number(Path file) {
        String name = file.getFileName().toString();
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
