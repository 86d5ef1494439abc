package vn.ansinh.itest.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ansinh.itest.RunningDistribution;

/** An official's desk: one browser page of An Sinh, and what one does and sees there, in the official's words. */
final class Desk {

    /** Where what was looked at is kept. */
    static final Path PICTURES = Path.of(System.getProperty("itest.output", "target"), "screenshots");

    /** What has the focus behind a dialog; nothing when it is in the dialog. */
    private static final String BEHIND = "() => { const focused = document.activeElement;"
            + " return document.getElementById('outlet').contains(focused) ? focused.outerHTML.substring(0, 200) : ''; }";

    /** No animation with an end is under way any more; those that go round until they are taken away do not count. */
    private static final String STILL = "() => document.getAnimations().every(a => a.playState !== 'running'"
            + " || a.effect.getComputedTiming().endTime === Infinity)";

    /** What forgotten texts, defaults of components and raw values would show. */
    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(the|and|of|not|null|undefined|error|failed|loading|cancel|close|save|search|select|upload|download|file"
                    + "|true|false|draft|closed|running|queued|done|exception|server|click|empty|month|january|november"
                    + "|sunday|monday)\\b",
            Pattern.CASE_INSENSITIVE);

    private final Page page;
    private final String url;
    private final Set<String> english = new TreeSet<>();

    /** @param url as {@link RunningDistribution#url()} */
    Desk(Page page, String url) {
        this.page = page;
        this.url = url;
    }

    /** The page itself, for what has no word here. */
    Page page() {
        return page;
    }

    /** Signs in as the administrator, who may do what every official may. */
    void signIn() {
        signIn(RunningDistribution.ADMINISTRATOR);
    }

    /** Another official takes the seat. */
    void handOver(String account) {
        page.context().clearCookies();
        signIn(account);
    }

    private void signIn(String account) {
        open("");
        enter(account, RunningDistribution.PASSWORD);
        see("Việc của tôi");
    }

    /** Fills in the page for signing in and sends it, whatever comes of it. */
    void enter(String account, String password) {
        page.getByLabel("Tên đăng nhập").fill(account);
        page.getByLabel("Mật khẩu", new Page.GetByLabelOptions().setExact(true)).fill(password);
        press("Đăng nhập");
    }

    /** A new official takes the seat and chooses a password of their own before anything else. */
    void begin(String account, String handedOver, String own) {
        page.context().clearCookies();
        open("");
        enter(account, handedOver);
        read("Hãy đặt mật khẩu riêng của bạn");
        page.getByLabel("Mật khẩu đang dùng").fill(handedOver);
        page.getByLabel("Mật khẩu mới", new Page.GetByLabelOptions().setExact(true))
                .fill(own);
        page.getByLabel("Nhập lại mật khẩu mới").fill(own);
        press("Đổi mật khẩu");
        see("Việc của tôi");
    }

    /** Opens an address below the application's root. */
    void open(String path) {
        page.navigate(url + "/" + path);
        settle();
    }

    /** Opens a page from the menu and waits for its heading. */
    void choose(String menuEntry, String heading) {
        page.getByRole(AriaRole.NAVIGATION)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(menuEntry))
                .first()
                .click();
        see(heading);
    }

    /**
     * Changes the unit at the top of the window.
     *
     * @param typed as typed on a keyboard without Vietnamese
     * @param name of the unit that is meant
     */
    void workIn(String typed, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Bấm để đổi"))
                .click();
        Locator unit = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Đơn vị"));
        unit.fill(typed);
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
        press("Xem");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đơn vị " + name))
                .waitFor();
    }

    /** Clicks a button by its words. */
    void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
        settle();
    }

    /** Answers the question that is asked in a dialog. */
    void answer(String verb) {
        page.getByRole(AriaRole.ALERTDIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(verb).setExact(true))
                .click();
        settle();
    }

    /** Waits for a heading. */
    void see(String heading) {
        page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(heading).setLevel(1))
                .first()
                .waitFor();
        settle();
    }

    /** Waits until words stand somewhere on the page. */
    Locator read(String words) {
        Locator found = page.getByText(words).first();
        found.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
        return found;
    }

    /** Waits until the server was heard and nothing is on the way. */
    void settle() {
        page.waitForFunction("() => window.Vaadin && window.Vaadin.Flow && window.Vaadin.Flow.clients"
                + " && Object.values(window.Vaadin.Flow.clients).every(c => !c.isActive || !c.isActive())");
        page.waitForTimeout(150);
    }

    /** Takes pictures on a commune's monitor and on a phone, and checks both with axe. */
    void look(String name) {
        look(name, List.of());
    }

    /**
     * As {@link #look}, with a dialog open. Vaadin hides the page behind it from screen readers without making it inert, which
     * axe takes for a fault; that focus cannot get behind the dialog is checked here instead. Once for each dialog that is
     * opened: as the window becomes wide again, Vaadin's app layout lets go of a focus that the dialog holds, not itself.
     */
    void lookAtDialog(String name) {
        for (int i = 0; i < 12; i++) {
            page.keyboard().press("Tab");
            assertEquals("", page.evaluate(BEHIND), name + ": focus left the dialog at Tab " + (i + 1));
        }
        look(name, List.of("aria-hidden-focus"));
    }

    private void look(String name, List<String> notAsked) {
        picture(name, 1366, 768, notAsked);
        picture(name + "-dien-thoai", 390, 844, notAsked);
        page.setViewportSize(1366, 768);
        settle();
    }

    /** Words of a program's own, not of the field, on any page looked at so far, with the page's name. */
    Set<String> englishWords() {
        return english;
    }

    /** Takes a picture of what is there now, as wide as the window is. */
    void glance(String name) {
        listen(name);
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    /** Remembers words that do not belong on a page. */
    void listen(String name) {
        Matcher words = ENGLISH.matcher(page.locator("body").innerText());
        while (words.find()) {
            english.add(name + ": " + words.group());
        }
    }

    private void picture(String name, int width, int height, List<String> notAsked) {
        page.setViewportSize(width, height);
        // the browser tells the server of a new size a moment later
        page.waitForTimeout(400);
        settle();
        glance(name);
        List<String> serious = serious(notAsked);
        if (!serious.isEmpty()) {
            // a notice may have begun to fade while axe measured contrasts: what is wrong is wrong on a still page, too
            serious = serious(notAsked);
        }
        assertEquals(List.of(), serious, "axe on " + name);
    }

    /** What axe finds serious once everything that opens, closes or fades has come to its end. */
    private List<String> serious(List<String> notAsked) {
        page.waitForFunction(STILL);
        return axe(notAsked).analyze().getViolations().stream()
                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                .map(Desk::told)
                .toList();
    }

    /**
     * All rules of these tags on the whole page. Only what is wrong is described in full, and nothing is put together in another
     * window, as for pages of several frames: ours have none. Same findings in two fifths of the time.
     */
    private AxeBuilder axe(List<String> notAsked) {
        assertEquals(1, page.frames().size(), "frames of the page");
        AxeRunOptions wrongOnly = new AxeRunOptions();
        wrongOnly.setResultTypes(List.of("violations"));
        AxeBuilder axe = new AxeBuilder(page)
                .options(wrongOnly)
                .setLegacyMode(true)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"));
        if (!notAsked.isEmpty()) {
            axe.disableRules(notAsked);
        }
        return axe;
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList();
    }
}
