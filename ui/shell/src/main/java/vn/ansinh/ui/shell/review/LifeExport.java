package vn.ansinh.ui.shell.review;

import com.vaadin.flow.component.Component;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ansinh.api.history.HistoryEntry;
import vn.ansinh.api.history.PersonHistory;
import vn.ansinh.api.history.PersonHistory.Source;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.sheet.Spreadsheets;
import vn.ansinh.api.sheet.Spreadsheets.Column;
import vn.ansinh.api.sheet.Spreadsheets.Column.Type;
import vn.ansinh.api.sheet.Spreadsheets.SheetWriter;
import vn.ansinh.ui.kit.job.Downloads;
import vn.ansinh.ui.kit.text.Texts;

/** A person's whole history as an Excel file, written when it is asked for. */
final class LifeExport {

    private static final Texts TEXTS = Texts.of(LifeExport.class);
    private static final int PAGE = 500;

    private final PersonHistory histories;
    private final Spreadsheets spreadsheets;
    private final Person person;

    LifeExport(PersonHistory histories, Spreadsheets spreadsheets, Person person) {
        this.histories = histories;
        this.spreadsheets = spreadsheets;
        this.person = person;
    }

    Component link() {
        return Downloads.sheet(
                TEXTS.get("export.link"),
                TEXTS.get("life.file", Long.toString(person.id())),
                out -> spreadsheets.write(out, TEXTS.get("life.title"), columns()),
                sheet -> {
                    sheet.heading(
                            TEXTS.get(
                                    "life.heading",
                                    person.fullName(),
                                    person.birth().label()),
                            true);
                    rows(sheet);
                });
    }

    private void rows(SheetWriter sheet) throws IOException {
        Map<String, String> names = histories.sources().stream().collect(Collectors.toMap(Source::code, Source::name));
        String cursor = null;
        do {
            PersonHistory.Page page = histories.of(person.id(), Set.of(), cursor, PAGE);
            for (HistoryEntry entry : page.entries()) {
                sheet.row(Arrays.asList(
                        entry.day(),
                        names.getOrDefault(entry.source(), entry.source()),
                        entry.title(),
                        entry.detail(),
                        entry.amount(),
                        entry.paper(),
                        entry.by()));
            }
            cursor = page.next();
        } while (cursor != null);
    }

    private static List<Column> columns() {
        return List.of(
                new Column(TEXTS.get("list.due"), Type.DATE, 12),
                new Column(TEXTS.get("life.source"), Type.TEXT, 18),
                new Column(TEXTS.get("life.what"), Type.TEXT, 40),
                new Column(TEXTS.get("life.detail"), Type.TEXT, 50),
                new Column(TEXTS.get("life.money"), Type.MONEY, 14),
                new Column(TEXTS.get("life.paper"), Type.TEXT, 30),
                new Column(TEXTS.get("life.who"), Type.TEXT, 16));
    }
}
