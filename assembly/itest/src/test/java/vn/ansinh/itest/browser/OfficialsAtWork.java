package vn.ansinh.itest.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import vn.ansinh.itest.RestClient;
import vn.ansinh.itest.RunningDistribution;

/** Officials with pages of BTXH, and integrators with its REST addresses, one request after the other; each failure is kept. */
final class OfficialsAtWork implements AutoCloseable {

    private static final List<String> ADDRESSES = List.of(
            "/persons?limit=20",
            "/units?text=ha%20tinh",
            "/policies",
            "/jobs",
            "/programs/btxh/imports/template",
            "/payment-orders?unit=42&month=2026-11");
    private static final Map<String, String> PAGES = Map.of(
            "btxh/doi-tuong", "Đối tượng bảo trợ xã hội",
            "btxh/ky-chi-tra", "Danh sách chi trả",
            "btxh/truy-thu", "Truy thu",
            "btxh/nhap-excel", "Nhập đối tượng từ Excel");
    private static final long PAUSE_MILLIS = 40;
    private static final Path CHROMIUM = Path.of(System.getProperty("browser.path", "/usr/bin/chromium"));

    private final String url;
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong pages = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean working = true;

    /** Begins. @param integrators threads of REST calls, beside one browser */
    OfficialsAtWork(String url, int integrators) {
        this.url = url;
        for (int i = 0; i < integrators; i++) {
            begin(this::integrate);
        }
        begin(this::browse);
    }

    private void begin(Runnable work) {
        Thread thread = new Thread(work, "official-at-work");
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void integrate() {
        RestClient rest = new RestClient(url, RunningDistribution.ADMINISTRATOR, RunningDistribution.PASSWORD);
        while (working) {
            for (String address : ADDRESSES) {
                try {
                    int status = rest.status(address);
                    requests.incrementAndGet();
                    if (status != 200) {
                        failures.add(address + ": " + status);
                    }
                    Thread.sleep(PAUSE_MILLIS);
                } catch (Exception e) {
                    failures.add(address + ": " + e);
                }
            }
        }
    }

    private void browse() {
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(CHROMIUM)
                                .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")))) {
            Page page = browser.newPage();
            page.onResponse(response -> {
                requests.incrementAndGet();
                if (response.status() >= 400) {
                    failures.add(response.url() + ": " + response.status());
                }
            });
            Desk desk = new Desk(page, url);
            desk.signIn();
            while (working) {
                for (Map.Entry<String, String> entry : PAGES.entrySet()) {
                    desk.open(entry.getKey());
                    desk.see(entry.getValue());
                    pages.incrementAndGet();
                    if (page.locator("vaadin-notification-card[theme~=error]").count() > 0) {
                        failures.add(entry.getKey() + ": "
                                + page.locator("vaadin-notification-card")
                                        .first()
                                        .innerText());
                    }
                }
            }
        } catch (RuntimeException e) {
            failures.add("browser: " + e);
        }
    }

    long requests() {
        return requests.get();
    }

    long pages() {
        return pages.get();
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    /** Lets everybody finish what they are at. */
    void stop() throws InterruptedException {
        working = false;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Override
    public void close() throws InterruptedException {
        stop();
    }
}
