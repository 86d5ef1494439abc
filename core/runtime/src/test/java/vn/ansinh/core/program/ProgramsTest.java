package vn.ansinh.core.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.osgi.framework.Bundle;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.program.PluginDetails.Kind;
import vn.ansinh.api.program.PluginEvent;
import vn.ansinh.api.program.Programs.ProgramStatus;
import vn.ansinh.api.program.Programs.State;
import vn.ansinh.core.access.SignIn;
import vn.ansinh.core.access.ThreadAccess;
import vn.ansinh.testkit.TestDatabase;

/** A program is installed, cannot be removed while it pays, is removed, and tells why it does not come up. */
class ProgramsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private final Access access = new ThreadAccess(new SignIn(DATABASE.transactions(), InstantSource.system()), null);
    private final List<String> steps = new ArrayList<>();
    private boolean installed;
    private String broken = "";
    private String wrongProcedures = "";
    private InstalledPrograms programs;

    @BeforeEach
    void emptyContainer() {
        sql("delete from ansinh.job; delete from ansinh.plugin; delete from ansinh.plugin_event");
        Registry registry = new Registry(null) {
            @Override
            List<Running> running() {
                Copy btxh = new Copy("btxh", "Bảo trợ xã hội", "Trợ giúp", Map.of("btxh.import", "Nhập danh sách"));
                return installed ? List.of(new Running(btxh, "1.0.0", 7)) : List.of();
            }

            @Override
            int benefits(String program) {
                return 27;
            }

            @Override
            String faults(Running running) {
                return wrongProcedures;
            }
        };
        Installer installer = new Installer() {
            @Override
            public List<Shipped> shipped() {
                return List.of(new Shipped("btxh", "Bảo trợ xã hội", "Trợ giúp", "1.0.0", installed, Kind.PROGRAM));
            }

            @Override
            public void install(String id) {
                if (!broken.isEmpty()) {
                    throw new IllegalStateException(broken);
                }
                installed = true;
            }

            @Override
            public void uninstall(String id) {
                installed = false;
            }

            @Override
            public List<Bundle> bundles(String id) {
                return List.of();
            }

            @Override
            public String diagnose(String id) {
                return "";
            }
        };
        programs = new InstalledPrograms(
                access,
                registry,
                installer,
                new PluginBundles(null, new WiringWatch()),
                new Compatibility(List::of, feature -> true),
                new TrustedKeys(Path.of("no-such-directory")),
                DATABASE.transactions(),
                InstantSource.system(),
                Audit.NONE,
                // no file of a report is brought here
                new ReportArchives(null));
    }

    @Test
    void comesAndGoes() throws Exception {
        assertEquals(State.AVAILABLE, asAdmin(programs::all).get(0).state());

        ProgramStatus running = asAdmin(() -> programs.install("btxh", steps::add));
        assertEquals(State.RUNNING, running.state());
        assertEquals(27, running.benefits());
        wrongProcedures = "ansinh-btxh/mai-tang-2021.yaml, dòng 3, cột 1: Không có sự kiện «tuoi».";
        assertEquals(wrongProcedures, asAdmin(programs::all).get(0).detail(), "it runs, and says what is left out");
        assertEquals(Map.of("btxh.import", "Nhập danh sách"), running.permissions());
        assertTrue(steps.contains("Bảo trợ xã hội đang chạy"), steps.toString());

        assertEquals(
                State.AVAILABLE,
                asAdmin(() -> programs.uninstall("btxh", steps::add)).state());
        assertEquals(
                List.of("Gỡ", "Cài đặt"),
                asAdmin(() -> programs.history("btxh")).stream()
                        .map(PluginEvent::what)
                        .toList());
        assertEquals("AS-PROGRAM-NOT-INSTALLED", refusal(() -> programs.uninstall("btxh", steps::add)));
        assertEquals("AS-PROGRAM-UNKNOWN", refusal(() -> programs.install("no-such", steps::add)));
    }

    @Test
    void aPayrollRunUnderWayBlocksRemovalAndIsNamed() throws Exception {
        asAdmin(() -> programs.install("btxh", steps::add));
        sql("insert into ansinh.job (type, title, state, parameters, account, submitted_at) values ('payroll.run',"
                + " 'Lập danh sách chi trả tháng 11/2026 – Tỉnh Hà Tĩnh', 'RUNNING', '{\"program\": \"btxh\"}',"
                + " 'lan', now())");

        Problem blocked = assertThrows(Problem.class, () -> asAdmin(() -> programs.uninstall("btxh", steps::add)));
        assertEquals(Problem.Kind.CONFLICT, blocked.kind());
        assertTrue(blocked.getMessage().contains("tháng 11/2026 – Tỉnh Hà Tĩnh"), blocked.getMessage());
        assertEquals(State.RUNNING, asAdmin(programs::all).get(0).state());

        sql("update ansinh.job set state = 'DONE'");
        assertEquals(
                State.AVAILABLE,
                asAdmin(() -> programs.uninstall("btxh", steps::add)).state());
    }

    @Test
    void aFailureIsToldAndRemembered() throws Exception {
        broken = "Unable to resolve root: missing requirement vn.ansinh.later";
        assertEquals("AS-PROGRAM-INSTALL", refusal(() -> programs.install("btxh", steps::add)));
        ProgramStatus failed = asAdmin(programs::all).get(0);
        assertEquals(State.FAILED, failed.state());
        assertTrue(failed.detail().contains("vn.ansinh.later"), failed.detail());
    }

    @Test
    void onlyWhoManagesProgramsMay() {
        Caller clerk = new Caller("lan", "Nguyễn Thị Lan", 0, Set.of("person.read"));
        Problem refused = assertThrows(Problem.class, () -> access.callAs(clerk, programs::all));
        assertEquals(Problem.Kind.FORBIDDEN, refused.kind());
    }

    private <T> T asAdmin(Callable<T> work) throws Exception {
        return access.callAs(Caller.SYSTEM, work);
    }

    private String refusal(Callable<?> work) {
        return assertThrows(Problem.class, () -> asAdmin(work)).code();
    }

    private static void sql(String sql) {
        DATABASE.transactions().run(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        });
    }
}
