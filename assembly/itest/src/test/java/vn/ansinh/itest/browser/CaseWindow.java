package vn.ansinh.itest.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;

/** What one does on the page of a case. */
final class CaseWindow {

    private final Desk desk;

    CaseWindow(Desk desk) {
        this.desk = desk;
    }

    /** Types a day; the calendar that opens is gone afterwards: while it is there, all else is hidden from screen readers. */
    void day(String field, String typed) {
        desk.page().getByLabel(field).fill(typed);
        desk.settle();
        Locator calendar = desk.page().locator("vaadin-date-picker[opened]");
        for (int i = 0; i < 5 && (i == 0 || calendar.count() > 0); i++) {
            desk.page().keyboard().press("Enter");
            desk.settle();
        }
    }

    /** Opens a case by its number in the database. */
    void open(long id) {
        desk.open("ho-so/mo?id=" + id);
    }

    /** Types into a choice and takes the first. */
    void choose(String field, String typed) {
        Locator box = desk.page()
                .getByRole(
                        AriaRole.COMBOBOX,
                        new Page.GetByRoleOptions().setName(field).setExact(true));
        box.fill(typed);
        desk.page().locator("vaadin-combo-box-item").first().waitFor();
        desk.page().waitForTimeout(300);
        desk.page().keyboard().press("Enter");
        desk.settle();
    }

    void openCaseOf(String name) {
        desk.choose("Hồ sơ chờ xử lý", "Hồ sơ chờ xử lý");
        desk.page().getByText(name).first().click();
        desk.read("Trước khi chuyển bước");
        desk.settle();
    }

    /** An action at the side of the page, by how its words begin. */
    Locator mine(String words) {
        return desk.page()
                .locator(".as-case-actions > vaadin-button")
                .filter(new Locator.FilterOptions().setHasText(words));
    }

    /** Opens the form of something that is seldom done. */
    void more(String action) {
        desk.page().locator(".as-case-actions vaadin-details-summary").click();
        desk.page()
                .locator(".as-case-actions .as-menu vaadin-button")
                .filter(new Locator.FilterOptions().setHasText(action))
                .click();
        desk.settle();
    }

    /** Does a step whose form needs nothing but a day. @param day {@code null} for today */
    void step(String action, String verb, String day) {
        mine(action).first().click();
        desk.settle();
        inDialogOn(verb, day);
    }

    void inDialogOn(String verb, String day) {
        if (day != null) {
            day("Ngày thực hiện", day);
        }
        inDialog(verb);
    }

    void inDialog(String verb) {
        desk.page()
                .getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(verb).setExact(true))
                .click();
        desk.settle();
    }

    void tab(String name) {
        desk.page()
                .getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name))
                .click();
        desk.settle();
    }

    /** Text of a paper of the case, from the Word file and from the PDF; both have to be there. */
    String opened(String paper, Path directory) throws Exception {
        StringBuilder text = new StringBuilder();
        for (String kind : List.of("(Word)", "(PDF)")) {
            Locator link = desk.page()
                    .locator(".as-case-side a.as-download")
                    .filter(new Locator.FilterOptions().setHasText(paper))
                    .filter(new Locator.FilterOptions().setHasText(kind))
                    .first();
            Path file = DownloadedList.save(desk.page().waitForDownload(link::click), directory);
            text.append(kind.equals("(PDF)") ? DownloadedList.pdf(file) : word(file))
                    .append('\n');
        }
        return text.toString();
    }

    private static String word(Path file) throws Exception {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            String xml = new String(
                    zip.getInputStream(zip.getEntry("word/document.xml")).readAllBytes(), StandardCharsets.UTF_8);
            return xml.replaceAll("</w:p>", " ").replaceAll("<[^>]+>", "").replaceAll("\\s+", " ");
        }
    }
}
