package vn.ansinh.core.report;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.*;
import java.util.regex.*;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.core.benefit.BtxhProvince;
import vn.ansinh.core.codelist.CoreCodeLists;
import vn.ansinh.core.report.definition.*;
import vn.ansinh.testkit.TestDatabase;

class BtxhTrialTest {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    @Test
    void all() throws Exception {
        List<KnownReport> reports = ReportFolders.read(BtxhProvince.reports());
        BtxhProvince world = new BtxhProvince(DATABASE);
        try (Connection c = DATABASE.owner().getConnection()) {
            for (var b : world.policies().benefits("btxh")) {
                try (PreparedStatement p = c.prepareStatement("insert into ansinh.published_benefit values (?,?,?,?,?,?,?,?) on conflict do nothing")) {
                    p.setString(1, b.code()); p.setString(2, "btxh"); p.setString(3, b.name()); p.setString(4, b.name());
                    p.setArray(5, c.createArrayOf("text", b.groups().toArray())); p.setString(6, b.cadence().name()); p.setString(7, b.fund());
                    p.setBoolean(8, b.isSensitive(world.facts())); p.execute();
                }
            }
            try (var s = c.createStatement()) {
                s.execute("insert into ansinh.published_fact_key values ('bhyt.the-khac','x',false)");
                s.execute("insert into ansinh.published_neutral select distinct p.unit_id, b.benefit from (select distinct e.unit_id, e.program, k.groups from ansinh.entitlement e left join ansinh.published_benefit k on k.benefit = e.benefit where k.sensitive is distinct from false) p join ansinh.published_benefit b on b.groups && p.groups or coalesce(cardinality(p.groups), 0) = 0 and b.program = p.program on conflict do nothing");
            }
            Map<String,String> v = Map.of("don_vi","1","ky","date '2026-10-01'","tu_ky","date '2026-07-01'","den_ky","date '2026-11-01'","nam","2026","ngay","date '2026-11-15'","ca_du_thao","false");
            for (KnownReport r : reports) {
                String sql = ((KnownReport.Source.Query) r.source()).sql();
                Matcher m = Pattern.compile(":([a-z_]+)").matcher(sql);
                boolean form = r.definition().id().contains("mau-");
                String q = m.replaceAll(x -> form && x.group(1).equals("ky") ? "date '2026-07-01'" : v.get(x.group(1)));
                System.out.println("=== " + r.definition().id());
                try (var s = c.createStatement(); ResultSet rs = s.executeQuery(q)) {
                    int n = rs.getMetaData().getColumnCount();
                    Set<String> names = new HashSet<>();
                    for (int i = 1; i <= n; i++) names.add(rs.getMetaData().getColumnLabel(i));
                    r.definition().columns().forEach(k -> { if (k.type() != vn.ansinh.api.report.ReportColumn.Type.ORDINAL && !names.contains(k.name())) System.out.println("MISSING " + k.name());
                        if (k.key() != null && !names.contains(k.key())) System.out.println("MISSING KEY " + k.key()); });
                    while (rs.next()) {
                        StringBuilder b = new StringBuilder();
                        for (int i = 1; i <= n; i++) b.append(rs.getString(i)).append(" | ");
                        System.out.println(b);
                    }
                } catch (Exception e) { System.out.println("FAIL " + e.getMessage()); }
            }
        }
    }
}
