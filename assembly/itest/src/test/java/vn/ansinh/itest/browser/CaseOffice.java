package vn.ansinh.itest.browser;

import com.microsoft.playwright.BrowserContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.ansinh.itest.RunningDistribution;

/**
 * A story about case files, test by test: offices with their officials, one browser that they hand on to each other, and those of
 * Yên Mô over REST.
 */
@ExtendWith(Browsing.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class CaseOffice {

    static RunningDistribution server;
    static Desk desk;
    static CaseWindow window;
    static CaseWorld world;
    static CaseClerk reception;
    static CaseClerk appraiser;
    static CaseClerk chief;

    @BeforeAll
    static void offices(RunningDistribution running, BrowserContext browser) throws Exception {
        server = running;
        desk = new Desk(browser.newPage(), running.url());
        window = new CaseWindow(desk);
        world = new CaseWorld(running);
        world.officials();
        reception = new CaseClerk(running, "ym.mot-cua");
        appraiser = new CaseClerk(running, "ym.can-bo");
        chief = new CaseClerk(running, "ym.lanh-dao");
    }
}
