package vn.ansinh.itest.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Walks through the menu as the signed-in official has it: opens each page, its tabs, its first row, and what its head offers.
 * Nothing is listed here; what somebody adds to the menu is walked through.
 */
final class MenuWalk {

    /** Headings in place of a page that could not be opened. */
    private static final List<String> NOTICES =
            List.of("Không có trang này", "Tài khoản chưa được dùng trang này", "Không mở được trang");

    private static final String ROW = "main button.as-link:visible";
    private static final String TAB = "main vaadin-tab:visible";
    private static final String ACTION = "main .as-actions vaadin-button:visible:not([disabled])";
    private static final double PATIENCE_MILLIS = 10_000;

    /** What the page tells: messages of failure, its heading, and everything else on it. */
    private static final String TOLD = """
            () => {
              const seen = e => e.getClientRects().length > 0;
              const texts = what => [...document.querySelectorAll(what)].filter(seen).map(e => e.innerText.trim());
              const main = document.querySelector('main');
              const heading = document.querySelector('main h1');
              const dialogs = texts('vaadin-dialog-overlay, vaadin-confirm-dialog-overlay');
              return {
                failures: texts('vaadin-notification-card[theme~=error], .as-msg.error, .v-system-error').join(' | '),
                heading: heading ? heading.innerText.trim() : '',
                body: main ? main.innerText.replace(heading ? heading.innerText : '', '').trim() : '',
                dialog: dialogs.join(' '),
                dialogs: String(dialogs.length) };
            }""";

    /** What makes files opens nothing, and takes its time. */
    private static final Pattern FILES = Pattern.compile("Xuất.*|In .*|Tải .*|Sao lưu.*");

    private final Desk desk;
    private final String who;
    private final Set<String> pictured;
    private final List<String> wrong = new ArrayList<>();
    private int seen;

    /**
     * @param who in the names of pictures and findings
     * @param pictured names of pages of which there is a picture already; each is taken once
     */
    MenuWalk(Desk desk, String who, Set<String> pictured) {
        this.desk = desk;
        this.who = who;
        this.pictured = pictured;
    }

    /** Walks. @return what is wrong, in words */
    List<String> walk() {
        for (Map<String, String> entry : menu()) {
            String path = entry.get("path");
            String name = path.isEmpty() ? "trang-dau" : path.replace('/', '-');
            try {
                page(path, name);
            } catch (RuntimeException e) {
                wrong.add(who + " " + entry.get("label") + ": "
                        + e.getMessage().lines().findFirst().orElse(""));
                desk.glance("80-" + who + "-" + name + "-hong");
            }
        }
        return wrong;
    }

    /** How many pages, rows, tabs and dialogs were seen. */
    int seen() {
        return seen;
    }

    /** The menu's entries. @return path and label of each */
    @SuppressWarnings("unchecked")
    List<Map<String, String>> menu() {
        return (List<Map<String, String>>) desk.page()
                .evaluate("() => [...document.querySelectorAll('vaadin-side-nav-item')].map(item => ({"
                        + " path: (item.getAttribute('path') || item.path || '').replace(/^[./]+/, ''),"
                        + " label: item.innerText.trim() }))");
    }

    private void page(String path, String name) {
        open(path);
        judge(name);
        List<String> actions = desk.page().locator(ACTION).allInnerTexts().stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty() && !FILES.matcher(text).matches())
                .toList();
        int tabs = desk.page().locator(TAB).count();
        for (int tab = 1; tab < tabs; tab++) {
            desk.page().locator(TAB).nth(tab).click();
            desk.settle();
            judge(name + "-muc-" + tab);
        }
        String address = desk.page().url();
        for (String action : actions) {
            desk.press(action);
            judge(name + "-" + actions.indexOf(action));
            closeDialog();
            if (!desk.page().url().equals(address)) {
                open(path);
            }
        }
        if (tabs > 1) {
            open(path);
        }
        if (desk.page().locator(ROW).count() > 0) {
            desk.page().locator(ROW).first().click();
            desk.settle();
            judge(name + "-dong-dau");
        }
    }

    private void closeDialog() {
        if (dialogs() > 0) {
            desk.page().keyboard().press("Escape");
            desk.settle();
        }
    }

    /** By the menu, as an official does; by the address when something covers the menu. */
    private void open(String path) {
        Page page = desk.page();
        closeDialog();
        Locator link =
                page.locator("vaadin-side-nav-item[path='" + path + "'] a").first();
        if (dialogs() > 0 || link.count() == 0) {
            desk.open(path);
        } else {
            boolean elsewhere = !URI.create(page.url()).getPath().endsWith("/" + path);
            if (elsewhere) {
                page.evaluate("() => document.querySelector('main h1')?.setAttribute('data-left', '')");
            }
            link.click();
        }
        // not the heading of the page that is being left: what is slow to come would be judged by it
        page.locator("main h1:not([data-left])")
                .first()
                .waitFor(new Locator.WaitForOptions()
                        .setState(WaitForSelectorState.VISIBLE)
                        .setTimeout(PATIENCE_MILLIS));
        desk.settle();
    }

    private int dialogs() {
        return desk.page().getByRole(AriaRole.DIALOG).count()
                + desk.page().getByRole(AriaRole.ALERTDIALOG).count();
    }

    @SuppressWarnings("unchecked")
    private void judge(String name) {
        seen++;
        Map<String, String> told = (Map<String, String>) desk.page().evaluate(TOLD);
        if (!told.get("failures").isEmpty()) {
            wrong.add(who + " " + name + " tells of a failure: " + told.get("failures"));
        }
        if (NOTICES.contains(told.get("heading"))) {
            wrong.add(who + " " + name + ": " + told.get("heading"));
        }
        if (told.get("body").isEmpty()
                || !told.get("dialogs").equals("0") && told.get("dialog").isEmpty()) {
            wrong.add(who + " " + name + " is empty");
        }
        if (pictured.add(name)) {
            desk.glance("80-" + who + "-" + name);
        } else {
            desk.listen("80-" + who + "-" + name);
        }
    }
}
