package vn.ansinh.ui.shell.paper;

import com.vaadin.flow.component.combobox.ComboBox;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.ansinh.api.document.NumberBook.Kind;
import vn.ansinh.api.document.NumberBook.Query;
import vn.ansinh.api.document.NumberBook.Standing;
import vn.ansinh.ui.kit.component.FilterBar;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.field.Choices;
import vn.ansinh.ui.kit.field.DateField;
import vn.ansinh.ui.kit.text.Texts;

/**
 * Which numbers the book shows, as the address says.
 *
 * @param year 0 for every year
 * @param kind {@code null} for all
 * @param from {@code null} for any
 * @param to {@code null} for any
 */
record BookFilter(long unitId, int year, String kind, String text, LocalDate from, LocalDate to, Standing standing) {

    private static final Texts TEXTS = Texts.of(BookFilter.class);
    private static final String YEAR = "nam";
    private static final String KIND = "loai";
    private static final String SEARCH = "tim";
    private static final String FROM = "tu";
    private static final String TO = "den";
    private static final String STANDING = "tinh-trang";
    private static final String EVERY = "0";

    /** @param thisYear shown when the address names none */
    static BookFilter ofAddress(int thisYear) {
        PageAddress address = PageAddress.current();
        return new BookFilter(
                WorkContext.current().unitId(),
                address.get(YEAR)
                        .filter(text -> text.matches("\\d{1,4}"))
                        .map(Integer::valueOf)
                        .orElse(thisYear),
                address.get(KIND).orElse(null),
                address.get(SEARCH).orElse(""),
                day(address, FROM),
                day(address, TO),
                address.get(STANDING).flatMap(BookFilter::standing).orElse(Standing.ALL));
    }

    private static LocalDate day(PageAddress address, String name) {
        try {
            return address.get(name).map(LocalDate::parse).orElse(null);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static Optional<Standing> standing(String text) {
        return Arrays.stream(Standing.values())
                .filter(each -> address(each).equals(text))
                .findFirst();
    }

    private static String address(Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT);
    }

    Query query(String cursor, int limit) {
        return new Query(unitId, year, kind, text, from, to, standing, cursor, limit);
    }

    /** Whether something is left out beside other years. */
    boolean narrows() {
        return kind != null || !text.isEmpty() || from != null || to != null || standing != Standing.ALL;
    }

    /** In words, for the head of a file. */
    String words() {
        return year == 0 ? TEXTS.get("book.every-year") : TEXTS.get("book.of-year", Integer.toString(year));
    }

    /** @param years of the registers that there are @param changed run when the address says something else */
    FilterBar bar(List<Integer> years, List<Kind> kinds, Runnable changed) {
        FilterBar bar = new FilterBar();
        bar.search(TEXTS.get("book.search"), SEARCH, changed);
        ComboBox<Integer> which = choice("book.year");
        which.setItems(years);
        which.setItemLabelGenerator(each -> Integer.toString(each));
        which.setValue(years.contains(year) ? year : null);
        which.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                turn(YEAR, event.getValue() == null ? EVERY : Integer.toString(event.getValue()), changed);
            }
        });
        ComboBox<Kind> papers = choice("book.kind");
        papers.setItems(kinds);
        papers.setItemLabelGenerator(Kind::name);
        papers.setValue(kinds.stream()
                .filter(each -> each.code().equals(kind))
                .findFirst()
                .orElse(null));
        papers.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                turn(KIND, event.getValue() == null ? "" : event.getValue().code(), changed);
            }
        });
        ComboBox<Standing> states = choice("book.state");
        states.setItems(Standing.HELD, Standing.CANCELLED, Standing.ON_PAPER);
        states.setItemLabelGenerator(each -> TEXTS.get("book.state." + each));
        states.setValue(standing == Standing.ALL ? null : standing);
        states.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                turn(STANDING, event.getValue() == null ? "" : address(event.getValue()), changed);
            }
        });
        bar.addField(which);
        bar.addField(papers);
        bar.addField(states);
        bar.addField(day("book.from", FROM, from, changed));
        bar.addField(day("book.to", TO, to, changed));
        return bar;
    }

    private static <T> ComboBox<T> choice(String label) {
        ComboBox<T> field = new ComboBox<>();
        field.setAriaLabel(TEXTS.get(label));
        field.setPlaceholder(TEXTS.get(label));
        field.setClearButtonVisible(true);
        Choices.among(field);
        return field;
    }

    private static DateField day(String label, String name, LocalDate value, Runnable changed) {
        DateField field = new DateField(null);
        field.setPlaceholder(TEXTS.get(label));
        field.setAriaLabel(TEXTS.get(label));
        field.setClearButtonVisible(true);
        field.setValue(value);
        field.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                turn(name, event.getValue() == null ? "" : event.getValue().toString(), changed);
            }
        });
        return field;
    }

    private static void turn(String parameter, String value, Runnable changed) {
        PageAddress.current().put(parameter, value);
        changed.run();
    }
}
