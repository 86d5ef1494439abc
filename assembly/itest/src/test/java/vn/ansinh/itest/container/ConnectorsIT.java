package vn.ansinh.itest.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.junit.Test;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.payment.PaymentOrders;
import vn.ansinh.api.program.PluginDetails.Kind;
import vn.ansinh.api.program.Programs;
import vn.ansinh.api.program.Programs.ProgramStatus;
import vn.ansinh.api.registry.Verifications;

/** The connectors that are carried along come and go like programs, each with its file of settings. */
public class ConnectorsIT extends ContainerTest {

    @Inject
    private Programs programs;

    @Inject
    private PaymentOrders payments;

    @Inject
    private Verifications verifications;

    @Test
    public void thePostOfficeBringsAChannel() throws Exception {
        assertEquals(List.of(), channels());
        ProgramStatus installed = install("buu-dien");
        assertEquals(
                Map.of("Kênh chi trả", List.of("1 kênh")), installed.details().brings());
        await("the channel", () -> channels().equals(List.of("Bưu điện (mô phỏng)")));
        assertTrue(settings("vn.ansinh.connector.buudien.cfg").contains("simulator.minutes = 10"));
        uninstall("buu-dien");
        await("the channel has gone", () -> channels().isEmpty());
    }

    @Test
    public void thePopulationRegistryIsAskedAndMayBeAway() throws Exception {
        assertNull(line().name());
        ProgramStatus installed = install("dan-cu");
        assertEquals(
                Map.of("Đối chiếu dân cư", List.of("1 nguồn")),
                installed.details().brings());
        await("the registry", () -> "Dữ liệu dân cư (mô phỏng)".equals(line().name()));
        assertTrue(settings("vn.ansinh.connector.dancu.cfg").contains("simulator.mismatch.percent = 5"));
        uninstall("dan-cu");
        await("the registry has gone", () -> line().name() == null);
    }

    private ProgramStatus install(String id) throws Exception {
        ProgramStatus installed = access.callAs(Caller.SYSTEM, () -> programs.install(id, step -> {}));
        assertEquals(installed.detail(), Programs.State.RUNNING, installed.state());
        assertEquals(Kind.CONNECTOR, installed.details().kind());
        assertTrue(installed.details().api(), installed.details().api().startsWith("từ 0.1"));
        assertNotNull("who and when", installed.details().installedAt());
        return installed;
    }

    private void uninstall(String id) throws Exception {
        ProgramStatus left = access.callAs(Caller.SYSTEM, () -> programs.uninstall(id, step -> {}));
        assertEquals(Programs.State.AVAILABLE, left.state());
    }

    private List<String> channels() throws Exception {
        return access.callAs(
                Caller.SYSTEM,
                () -> payments.channels().stream()
                        .map(PaymentOrders.Channel::name)
                        .toList());
    }

    private Verifications.Line line() throws Exception {
        return access.callAs(Caller.SYSTEM, verifications::line);
    }

    private static String settings(String file) throws Exception {
        return Files.readString(Path.of(System.getProperty("karaf.etc"), file), StandardCharsets.UTF_8);
    }
}
