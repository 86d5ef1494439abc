package vn.ansinh.core.report.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.transaction.ReportTransactions.Question;
import vn.ansinh.api.transaction.Scope;
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
    void everyFunctionSaysWhatItDoes() {
        assertEquals(
                List.of(),
                list("select p.proname from pg_proc p where p.pronamespace = 'published'::regnamespace"
                        + " and coalesce(obj_description(p.oid, 'pg_proc'), '') = ''"));
    }

    @Test
    void wordsAreFoundAsTheyAreTyped() {
        assertEquals("dang thi yen", found("folded_v1('ĐẶNG Thị Yến')"));
        assertEquals("true", found("says_v1('Đặng Thị Yến', ' dang thi ')"));
        assertEquals("true", found("says_v1('Đặng Thị Yến', normalize('THỊ YẾN', NFD))"));
        assertEquals("false", found("says_v1('Đặng Thị Yến', 'yên')"), "another tone is another name");
        assertEquals("true", found("says_v1('Đặng Thị Yến', null)"), "nothing was asked");
        assertEquals("false", found("coalesce(says_v1(null, 'yen'), false)"));
    }

    private static String found(String expression) {
        Question question = new Question(new Scope(1, Set.of("*"), "can.bo"), false, false, Duration.ofSeconds(20));
        return DATABASE.reports()
                .call(
                        question,
                        connection -> Rows.list(
                                        connection,
                                        "select (" + expression + ")::text",
                                        select -> {},
                                        row -> row.getString(1))
                                .get(0));
    }

    @Test
    void everyViewReadsAsWhoAsks() {
        assertEquals(
                List.of(),
                list("select relname from pg_class where relnamespace = 'published'::regnamespace"
                        + " and not coalesce(reloptions @> '{security_invoker=true}', false)"));
    }

    @Test
    void whoLivesHereIsAskedBeforeWhoIsPaidHere() {
        Question question = new Question(new Scope(1, Set.of("*"), "can.bo"), false, false, Duration.ofSeconds(20));
        String filter = DATABASE.reports()
                .call(
                        question,
                        connection -> Rows.list(
                                        connection,
                                        "explain select full_name from published.person_v1 where unit_id = 1",
                                        select -> {},
                                        row -> row.getString(1))
                                .stream()
                                .filter(line -> line.contains("pays("))
                                .findFirst()
                                .orElseThrow());
        assertTrue(
                filter.indexOf("pays(") > filter.indexOf("hashed SubPlan"),
                "a function for each of a province's people: " + filter);
    }

    private static List<String> list(String sql) {
        return DATABASE.transactions()
                .call(connection -> Rows.list(connection, sql, select -> {}, row -> row.getString(1)));
    }
}
