package vn.ansinh.itest.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.itest.PluginWorkshop;
import vn.ansinh.itest.RunningDistribution;

/**
 * A small program comes, is updated and goes, again and again, while others work with the pages and the REST addresses of
 * another program: nobody else notices, and nothing of it stays behind.
 */
@ExtendWith(Browsing.class)
class HotPlugUnderLoadIT {

    private static final int CYCLES = Integer.getInteger("hotplug.cycles", 5);
    private static final String JAR = "application/java-archive";
    private static final String MENU = "Sổ thăm hỏi";
    private static final String CLASS = "vn.ansinh.example.visits.Visits";

    /**
     * Metaspace also holds what the machine learns of the methods that run (profiles for its compilers): that grows while they
     * warm up, whoever comes and goes, and no further than there are methods. What a program leaves behind would be classes.
     */
    private static final long METASPACE_OF_WARMING_UP = 8L << 20;

    private static final long CLASSES_OF_WARMING_UP = 400;

    /** With so many cycles the second half of them is warm: then next to nothing may be added. */
    private static final int MANY_CYCLES = 40;

    private static final long METASPACE_OF_A_WARM_CYCLE = 64L << 10;
    private static final long CLASSES_OF_A_WARM_CYCLE = 2;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    static Path directory;

    private static RunningDistribution server;
    private static PluginWorkshop workshop;
    private static Desk desk;

    @BeforeAll
    static void signIn(RunningDistribution running, BrowserContext browser) throws Exception {
        server = running;
        workshop = new PluginWorkshop(directory);
        workshop.trust(server.home().resolve("etc"));
        desk = new Desk(browser.newPage(), server.url());
        desk.signIn();
    }

    @Test
    void underLoadNobodyElseNoticesAndNothingStaysBehind() throws Exception {
        Path first = workshop.signed(workshop.version("1.0.0", Map.of()), PluginWorkshop.TRUSTED);
        Path second = workshop.signed(workshop.version("1.1.0", Map.of()), PluginWorkshop.TRUSTED);
        desk.open("");
        List<Double> seconds = new ArrayList<>();
        List<Long> metaspace = new ArrayList<>();
        List<Long> classes = new ArrayList<>();
        try (OfficialsAtWork others = new OfficialsAtWork(server.url(), 3)) {
            for (int cycle = 0; cycle < CYCLES; cycle++) {
                seconds.add(comesAndGoes(first, second));
                metaspace.add(server.metaspaceAfterCollection());
                classes.add(server.classes());
            }
            others.stop();
            System.out.printf(
                    "%d vòng cài, cập nhật, gỡ; %d yêu cầu của người khác, hỏng: %d%n",
                    CYCLES, others.requests(), others.failures().size());
            assertEquals(List.of(), others.failures());
            assertTrue(others.pages() > CYCLES, "pages were used too: " + others.pages());
        }
        seconds.sort(null);
        System.out.printf(
                "Từ lúc tải lên đến khi có trong trình đơn: trung vị %.2f s, chậm nhất %.2f s%n",
                seconds.get(seconds.size() / 2), seconds.get(seconds.size() - 1));
        System.out.printf(
                "Metaspace sau mỗi vòng (KiB): %s%n",
                metaspace.stream().map(bytes -> bytes / 1024).toList());
        System.out.printf("Số lớp đã nạp sau mỗi vòng: %s%n", classes);
        awaitNoLoader();
        assertTrue(grown(metaspace, 0) < METASPACE_OF_WARMING_UP, "metaspace grew by " + grown(metaspace, 0));
        assertTrue(grown(classes, 0) < CLASSES_OF_WARMING_UP, "classes that stayed: " + grown(classes, 0));
        if (CYCLES >= MANY_CYCLES) {
            int half = CYCLES / 2;
            long bytes = grown(metaspace, half) / (CYCLES - 1 - half);
            long loaded = grown(classes, half) / (CYCLES - 1 - half);
            System.out.printf("Mỗi vòng của nửa sau: %.0f KiB metaspace, %d lớp%n", bytes / 1024.0, loaded);
            assertTrue(bytes < METASPACE_OF_A_WARM_CYCLE, "metaspace of a cycle in the second half: " + bytes);
            assertTrue(loaded < CLASSES_OF_A_WARM_CYCLE, "classes of a cycle in the second half: " + loaded);
        }
    }

    private static long grown(List<Long> measured, int since) {
        return measured.get(measured.size() - 1) - measured.get(since);
    }

    /** @return seconds from the beginning of the upload until the menu shows it */
    private static double comesAndGoes(Path first, Path second) throws Exception {
        long began = System.nanoTime();
        server.rest().upload("/programs/files", JAR, first, "name", "thi-diem-1.0.0.jar");
        menu().waitFor();
        double seconds = seconds(began);
        menu().click();
        desk.see(MENU);
        JsonNode updated = server.rest().upload("/programs/files", JAR, second, "name", "thi-diem-1.1.0.jar");
        assertEquals("1.1.0", updated.path("program").path("version").asText(), updated.toString());
        // who looked at a page of it is at home now, and may open it anew
        desk.see("Việc của tôi");
        menu().click();
        desk.see(MENU);
        assertEquals(200, server.rest().status("/programs/thi-diem/visits?unit=0"));
        server.rest().post("/programs/thi-diem/uninstall", Map.of());
        awaitGone();
        desk.see("Việc của tôi");
        return seconds;
    }

    private static void awaitNoLoader() throws Exception {
        long latest = System.nanoTime() + PATIENCE.toNanos();
        long left = server.loadersOf(CLASS);
        while (left > 0 && System.nanoTime() < latest) {
            Thread.sleep(2_000);
            left = server.loadersOf(CLASS);
        }
        System.out.printf("Class loader còn sót: %d%n", left);
        assertEquals(0, left, "class loaders of the program that stayed");
    }

    private static Locator menu() {
        return desk.page()
                .getByRole(AriaRole.NAVIGATION)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(MENU))
                .first();
    }

    private static void awaitGone() {
        menu().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
