package vn.ansinh.core.report.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuerySqlTest {

    @Test
    void namesBecomeParametersOutsideOfWhatIsQuoted() {
        QuerySql sql =
                QuerySql.of("select ':a', \":b\", $$:c$$, $x$ :d $$ $x$, E'\\':e', x::text, :ky::date, a[1:2] -- :f\n"
                        + "/* :g /* ; */ :h */ from t where u = :don_vi and v = :don_vi and w ?| z;");
        assertEquals(List.of(), sql.faults());
        assertEquals(List.of("ky", "don_vi", "don_vi"), sql.names());
        assertEquals(
                "select ':a', \":b\", $$:c$$, $x$ :d $$ $x$, E'\\':e', x::text,  ? ::date, a[1:2] \n"
                        + "  from t where u =  ?  and v =  ?  and w ??| z",
                sql.jdbc());
    }

    @Test
    void whatIsNoSelectIsToldWithItsLine() {
        assertFault("delete from x", 1, "«delete»");
        assertFault("select 1;\nselect 2", 1, "hai câu lệnh");
        assertFault("select\n pg_sleep(1)", 2, "«pg_sleep»");
        assertFault("select \"pg_sleep\"(1)", 1, "«pg_sleep»");
        assertFault("select U&\"pg\\005Fsleep\"(1)", 1, "U&");
        assertFault("select SET_CONFIG('a', 'b', true)", 1, "«set_config»");
        assertFault("select $1", 1, "dấu hai chấm");
        assertFault("select 'a", 1, "không được đóng");
        assertFault("select /* a", 1, "không được đóng");
        assertFault("select $a$ b", 1, "không được đóng");
        assertFault(" -- chỉ có chú thích", 1, "để trống");
        assertFault("(do $$ begin end $$)", 1, "«do»");
        assertFault("explain select 1", 1, "«explain»");
        assertEquals(
                List.of(), QuerySql.of("(select 1) union (select 2);  -- hết").faults());
        assertEquals(
                List.of(),
                QuerySql.of("with a as (select 'pg_sleep; delete' as b) select b from a")
                        .faults());
    }

    private static void assertFault(String sql, int line, String words) {
        List<QuerySql.Fault> faults = QuerySql.of(sql).faults();
        assertTrue(
                faults.stream()
                        .anyMatch(
                                fault -> fault.line() == line && fault.reason().contains(words)),
                sql + ": " + faults);
    }
}
