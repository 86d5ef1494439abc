package vn.ansinh.core.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static vn.ansinh.core.access.RawSql.COUNTRY;
import static vn.ansinh.core.access.RawSql.HUONG_SON;
import static vn.ansinh.core.access.RawSql.NOBODY_ACTS;
import static vn.ansinh.core.access.RawSql.REFUSED;
import static vn.ansinh.core.access.RawSql.THANH_SEN;
import static vn.ansinh.core.access.RawSql.THANH_SEN_A;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.PGConnection;
import vn.ansinh.api.transaction.Scope;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.database.transaction.ScopeSeal;
import vn.ansinh.testkit.TestDatabase;

/** Tricks by which raw SQL on the application's login would see more than its scope: all in vain. */
class TrickedScopeTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static RawSql sql;

    @BeforeAll
    static void lay() throws SQLException {
        sql = new RawSql(DATABASE);
    }

    @Test
    void aForgedScopeIsNotBelieved() throws Exception {
        String own = sql.as(HUONG_SON, "select current_setting('ansinh.scope')");
        assertEquals(
                "0",
                sql.raw(own, "select count(*) from ansinh.person"),
                "the value itself holds: it is the official's own");
        for (String forged : List.of(
                "0|*|can.bo|" + own.split("\\|")[3] + "|",
                own.replaceFirst("^" + SmallCountry.HUONG_SON, "0"),
                own.replaceFirst("can\\.bo", "system"),
                own.replaceFirst("\\|\\*\\|", "|*,b|"),
                own.substring(0, own.length() - 1),
                own + "|",
                "0|*|system|" + own.split("\\|")[3] + "|" + own.split("\\|")[4],
                "'; drop table ansinh.person; --")) {
            assertEquals(NOBODY_ACTS, sql.raw(forged, "select count(*) from ansinh.person"), forged);
        }
        String old = new ScopeSeal(
                        DATABASE.owner(), InstantSource.fixed(Instant.now().minus(Duration.ofHours(26))))
                .seal(COUNTRY);
        assertEquals(NOBODY_ACTS, sql.raw(old, "select count(*) from ansinh.person"), "yesterday's");
        String text = "0|*|can.bo|" + own.split("\\|")[3];
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
        String other = text + "|" + HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        assertEquals(NOBODY_ACTS, sql.raw(other, "select count(*) from ansinh.person"), "signed with another key");
    }

    @Test
    void noOtherRoleCanBeTaken() {
        for (String role : List.of("ansinh_owner", "ansinh_system", "postgres", "pg_read_all_data")) {
            assertEquals(REFUSED, sql.raw("set role " + role), role);
            assertEquals(REFUSED, sql.raw("set session authorization " + role), role);
        }
        assertEquals(REFUSED, sql.raw("set row_security = off; select count(*) from ansinh.person"));
        assertEquals(REFUSED, sql.raw("alter table ansinh.person disable row level security"));
        assertEquals(REFUSED, sql.raw("create policy mine on ansinh.person using (true)"));
        assertEquals(
                REFUSED,
                sql.raw("create function ansinh.scope_unit() returns bigint language sql as 'select 0::bigint'"));
        assertEquals(REFUSED, sql.raw("select pg_read_file('postgresql.conf')"));
    }

    @Test
    void aFunctionOfTheSameNameElsewhereIsNotAsked() {
        assertEquals(
                NOBODY_ACTS,
                sql.raw("create function pg_temp.scope_free() returns boolean language sql as 'select true';"
                        + " create function pg_temp.scope_unit() returns bigint language sql as 'select 0::bigint';"
                        + " set search_path = pg_temp, ansinh, public; select count(*) from ansinh.person"));
    }

    @Test
    void whatHasBeenAskedForOneIsNotAnsweredToAnother() {
        // more often than the driver needs to prepare the statement on the server, on the pool's few connections
        for (int i = 0; i < 40; i++) {
            Scope scope = List.of(COUNTRY, THANH_SEN, HUONG_SON, THANH_SEN_A).get(i % 4);
            String seen = List.of("3", "2", "0", "1").get(i % 4);
            assertEquals(seen, sql.as(scope, "select count(*) from ansinh.entitlement"));
            assertEquals(
                    NOBODY_ACTS, sql.raw("select count(*) from ansinh.entitlement"), "the connection is narrow again");
        }
    }

    @Test
    void aScopeKeptForTheSessionEndsWithTheTransaction() {
        sql.as(COUNTRY, "select set_config('ansinh.scope', current_setting('ansinh.scope'), false)");
        assertEquals(NOBODY_ACTS, sql.as(Scope.NOTHING, "select count(*) from ansinh.person"));
        assertEquals("0", sql.as(HUONG_SON, "select count(*) from ansinh.person"));
        sql.as(HUONG_SON, "select set_config('ansinh.scope', '', false)");
    }

    @Test
    void copyOutGivesTheRowsOfTheScope() {
        sql.transactionsOf(HUONG_SON).run(connection -> {
            StringWriter out = new StringWriter();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (select * from ansinh.person) to stdout", out);
            assertEquals("", out.toString());
        });
        assertEquals(
                "0",
                sql.as(HUONG_SON, "with all_people as (select * from ansinh.person) select count(*) from all_people"));
    }

    @Test
    void aWiderCallInsideEndsAlsoWhenItFails() {
        assertThrows(
                RuntimeException.class,
                () -> sql.transactionsOf(HUONG_SON).run(connection -> {
                    assertThrows(
                            IllegalStateException.class,
                            () -> DATABASE.transactions().run(wide -> {
                                assertEquals("3", RawSql.one(wide, "select count(*) from ansinh.person"));
                                throw new IllegalStateException();
                            }));
                    assertEquals("0", RawSql.one(connection, "select count(*) from ansinh.person"));
                }));
    }
}
