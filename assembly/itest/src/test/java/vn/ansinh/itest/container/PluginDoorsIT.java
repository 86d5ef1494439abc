package vn.ansinh.itest.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.inject.Inject;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.Test;
import org.osgi.framework.Bundle;
import vn.ansinh.api.access.Accounts;
import vn.ansinh.api.access.Accounts.Account;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.program.PluginDetails.Trust;
import vn.ansinh.api.program.Programs;
import vn.ansinh.api.program.Programs.ProgramStatus;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.Units;
import vn.ansinh.itest.PluginWorkshop;
import vn.ansinh.itest.RestClient;

/** Files that must not get in do not, each for a reason of its own, and leave no trace; the others do, and are marked. */
public class PluginDoorsIT extends ContainerTest {

    private static final String ID = "thi-diem";
    private static PluginWorkshop workshop;

    @Inject
    private Programs programs;

    @Inject
    private Transactions transactions;

    @Inject
    private Accounts accounts;

    @Inject
    private Units units;

    @Before
    public void keys() throws Exception {
        if (workshop == null) {
            workshop = new PluginWorkshop(Files.createTempDirectory("ansinh-workshop-"));
        }
        // what comes after the class comes after each of its methods here
        workshop.trust(Path.of(System.getProperty("karaf.etc")));
    }

    @AfterClass
    public static void forgetKeys() throws Exception {
        Files.deleteIfExists(Path.of(System.getProperty("karaf.etc"), "trusted", "so-y-te.pem"));
    }

    @Test
    public void badFilesAreRefusedEachInItsOwnWordsAndNothingChanges() throws Exception {
        Path good = signed("1.0.0", Map.of());
        rest().upload("/programs/files", "application/java-archive", good, "name", "thi-diem-1.0.0.jar");
        await("the program", () -> rest().status("/programs/thi-diem/visits?unit=0") == 200);

        Set<String> messages = new TreeSet<>();
        messages.add(refused("AS-PLUGIN-UNSIGNED", workshop.version("1.1.0", Map.of())));
        messages.add(refused("AS-PLUGIN-UNTRUSTED", stranger("1.1.0")));
        messages.add(refused("AS-PLUGIN-CORRUPT", workshop.half(good)));
        messages.add(refused("AS-PLUGIN-CORRUPT", workshop.damaged(signed("1.1.0", Map.of()))));
        messages.add(refused("AS-PLUGIN-API", signed("1.1.0", imports("vn.ansinh.api.access", "[9.0,10)"))));
        messages.add(refused("AS-PLUGIN-REQUIRES", signed("1.1.0", imports("vn.ansinh.other", "[1.0,2)"))));
        messages.add(refused("AS-PLUGIN-SAME", good));
        messages.add(refused("AS-PLUGIN-OLDER", signed("0.9.0", Map.of())));
        messages.add(refused("AS-PLUGIN-PLATFORM", signed("9.0.0", Map.of("Bundle-SymbolicName", "ansinh-core"))));
        assertEquals("each has its own words", 9, messages.size());
        assertTrue(messages.toString(), messages.stream().anyMatch(m -> m.contains("vn.ansinh.other [1.0.0,2.0.0)")));

        rest().post("/programs/thi-diem/uninstall", Map.of());
        assertEquals(
                "data stay",
                1,
                count("select count(*) from information_schema.tables where table_schema = 'thi_diem'"
                        + " and table_name = 'visit'"));
        refused("AS-PLUGIN-SAME", signed("1.0.0", Map.of("Bundle-Name", "Khác")));
    }

    @Test
    public void aVersionThatDoesNotComeUpLeavesTheOldOneRunning() throws Exception {
        Path good = signed("2.0.0", Map.of());
        rest().upload("/programs/files", "application/java-archive", good, "name", "thi-diem-2.0.0.jar");
        Path broken = workshop.signed(
                workshop.version(
                        "2.1.0",
                        Map.of(),
                        Map.of(
                                "OSGI-INF/blueprint/thi-diem.xml",
                                "<blueprint"
                                        + " xmlns=\"http://www.osgi.org/xmlns/blueprint/v1.0.0\">"
                                        + "<bean id=\"x\" class=\"vn.ansinh.example.visits.NoSuchClass\"/></blueprint>")),
                PluginWorkshop.TRUSTED);
        String message = problem(broken).path("detail").asText();
        assertTrue(message, message.contains("bản 2.0.0 đã chạy lại"));
        await("the old one answers again", () -> rest().status("/programs/thi-diem/visits?unit=0") == 200);
        assertEquals("2.0.0", status().version());

        rest().upload("/programs/files", "application/java-archive", signed("2.2.0", Map.of()), "name", "thi-diem.jar");
        assertEquals("2.2.0", status().version());
        assertEquals(Programs.State.RUNNING, status().state());
        rest().post("/programs/thi-diem/uninstall", Map.of());
        assertEquals("late calls are told to come again", 503, rest().status("/programs/thi-diem/visits?unit=0"));
    }

    @Test
    public void unsignedOnesComeFromTheConsoleOnlyAndStayMarked() throws Exception {
        Path unsigned = workshop.version("3.0.0", Map.of());
        Caller admin = new Caller("somebody", "Somebody", 0, Set.of("*"));
        Problem refused = null;
        try {
            access.callAs(admin, () -> programs.installUnsigned(unsigned, "thi-diem.jar", step -> {}));
        } catch (Problem e) {
            refused = e;
        }
        assertEquals("AS-PLUGIN-UNSIGNED", refused == null ? "installed" : refused.code());

        List<String> steps = new ArrayList<>();
        ProgramStatus installed =
                access.callAs(Caller.SYSTEM, () -> programs.installUnsigned(unsigned, "thi-diem.jar", steps::add));
        assertEquals(Programs.State.RUNNING, installed.state());
        assertEquals(Trust.UNSIGNED, installed.details().trust());
        assertFalse(steps.isEmpty());
        assertTrue(installed.details().api(), installed.details().api().startsWith("từ 0.1"));
        access.callAs(Caller.SYSTEM, () -> programs.uninstall(ID, step -> {}));
    }

    @Test
    public void offInATerritoryItIsGoneForItsOfficialsOnly() throws Exception {
        rest().upload("/programs/files", "application/java-archive", signed("4.0.0", Map.of()), "name", "thi-diem.jar");
        String path = "/programs/thi-diem/visits?unit="
                + units.byCode("42", LocalDate.now()).orElseThrow().id();
        RestClient official = official("can-bo-ha-tinh", "42");
        assertEquals(200, official.status(path));
        rest().put("/programs/thi-diem/off/42");
        await("the official is refused", () -> official.status(path) == 403);
        assertEquals("others work on", 200, rest().status(path));
        rest().delete("/programs/thi-diem/off/42");
        await("the official is back", () -> official.status(path) == 200);
        rest().post("/programs/thi-diem/uninstall", Map.of());
    }

    private RestClient official(String name, String unit) throws Exception {
        return access.callAs(Caller.SYSTEM, () -> {
            long id = units.byCode(unit, LocalDate.now()).orElseThrow().id();
            String first = accounts.add(new Account(name, "Cán bộ thử", id, Set.of("thi-diem.visits")));
            Caller caller = access.authenticate(name, first.toCharArray()).orElseThrow();
            return access.callAs(caller, () -> {
                access.changePassword(first.toCharArray(), PASSWORD.toCharArray());
                return new RestClient(address(), name, PASSWORD);
            });
        });
    }

    private Path signed(String version, Map<String, String> headers) throws Exception {
        return workshop.signed(workshop.version(version, headers), PluginWorkshop.TRUSTED);
    }

    private Path stranger(String version) throws Exception {
        return workshop.signed(workshop.version(version, Map.of()), PluginWorkshop.STRANGER);
    }

    /** The example's imports, and one more or another range for one of them. */
    private static Map<String, String> imports(String name, String range) throws Exception {
        String others =
                workshop.header("Import-Package").replaceAll(name.replace(".", "\\.") + ";version=\"[^\"]*\",?", "");
        return Map.of("Import-Package", name + ";version=\"" + range + "\"," + others);
    }

    /** @return what it says to the official */
    private String refused(String code, Path file) throws Exception {
        String before = everything();
        JsonNode problem = problem(file);
        assertEquals(problem.toString(), code, problem.path("code").asText());
        assertEquals("nothing changed", before, everything());
        System.out.println(code + ": " + problem.path("detail").asText());
        return problem.path("detail").asText();
    }

    private static JsonNode problem(Path file) throws Exception {
        return rest().refused("/programs/files", "application/java-archive", file, "name", "thi-diem.jar");
    }

    private ProgramStatus status() throws Exception {
        return access.callAs(Caller.SYSTEM, programs::all).stream()
                .filter(status -> status.id().equals(ID))
                .findFirst()
                .orElseThrow();
    }

    /** Bundles with their states, and the rows. */
    private String everything() throws Exception {
        StringBuilder all = new StringBuilder();
        for (Bundle bundle : context.getBundles()) {
            all.append(bundle.getBundleId())
                    .append(bundle)
                    .append(bundle.getState())
                    .append('\n');
        }
        return all
                + Arrays.toString(new long[] {
                    count("select count(*) from ansinh.plugin"),
                    count("select count(*) from ansinh.plugin_event"),
                    count("select count(*) from ansinh.plugin where state = 'INSTALLED'")
                });
    }

    private long count(String sql) throws Exception {
        return access.callAs(
                Caller.SYSTEM,
                () -> transactions.call(connection -> {
                    try (ResultSet row = connection.createStatement().executeQuery(sql)) {
                        row.next();
                        return row.getLong(1);
                    }
                }));
    }
}
