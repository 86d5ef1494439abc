package vn.ansinh.core.report.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.core.sql.Rows;
import vn.ansinh.testkit.TestDatabase;

/** What an integrator reads about the published views comes from the database itself, and is all there. */
class PublishedViewsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    @Test
    void everyViewAndColumnSaysWhatItIs() {
        assertEquals(
                List.of(),
                list("select c.relname || coalesce('.' || a.attname, '') from pg_class c"
                        + " join (select attrelid, attname, attnum from pg_attribute union all select oid, null, 0 from pg_class) a"
                        + " on a.attrelid = c.oid and a.attnum >= 0"
                        + " where c.relnamespace = 'published'::regnamespace and c.relkind = 'v'"
                        + " and coalesce(case a.attnum when 0 then obj_description(c.oid, 'pg_class')"
                        + " else col_description(c.oid, a.attnum) end, '') = ''"));
    }

    @Test
    void everyViewReadsAsWhoAsks() {
        assertEquals(
                List.of(),
                list("select relname from pg_class where relnamespace = 'published'::regnamespace"
                        + " and not coalesce(reloptions @> '{security_invoker=true}', false)"));
    }

    private static List<String> list(String sql) {
        return DATABASE.transactions()
                .call(connection -> Rows.list(connection, sql, select -> {}, row -> row.getString(1)));
    }
}
