package vn.ansinh.ui.shell.board;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import vn.ansinh.api.board.Projection;
import vn.ansinh.api.board.Projection.Cell;
import vn.ansinh.api.board.Projection.Reaching;
import vn.ansinh.api.board.Projection.Year;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.BarChart;
import vn.ansinh.ui.kit.component.ChartPanel;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.Panel;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** A projection as pictures and tables: people and money by year, kinds by year, ages by year, and who comes of age. */
final class AheadTables {

    private static final Texts TEXTS = Texts.of(AheadTables.class);
    private static final int MONTHS = 12;

    private final Projection projection;
    private final String unit;

    AheadTables(Projection projection, String unit) {
        this.projection = projection;
        this.unit = unit;
    }

    Component[] all() {
        Scale scale = Scale.of(
                projection.years().stream().mapToLong(Year::amount).max().orElse(0));
        Div charts = new Div(
                chart("ahead.people", Year::people, "", Money::format),
                chart("ahead.money", Year::amount, scale.label(), scale::write));
        charts.addClassNames("as-cols", "as-halves");
        List<Component> parts = new ArrayList<>(List.of(charts, kinds(), ages()));
        if (!projection.reaching().isEmpty()) {
            parts.add(reaching());
        }
        return parts.toArray(Component[]::new);
    }

    private Component chart(String key, ToLongFunction<Year> figure, String scale, Function<Long, String> written) {
        String title = TEXTS.get(key);
        ChartPanel panel = new ChartPanel(scale.isEmpty() ? title : title + ", " + scale);
        List<BarChart.Column> columns = new ArrayList<>();
        DataTable table = new DataTable(
                title,
                List.of(
                        TEXTS.get("head.month"),
                        ">" + TEXTS.get("head.people"),
                        ">" + TEXTS.get("ahead.amount"),
                        ">" + TEXTS.get("ahead.ended"),
                        ">" + TEXTS.get("ahead.changed")));
        for (Year year : projection.years()) {
            long value = figure.applyAsLong(year);
            columns.add(
                    new BarChart.Column(month(year.ahead()), "", value, 0, written.apply(value), year.ahead() == 0));
            table.row(
                    month(year.ahead()),
                    Money.format(year.people()),
                    Money.format(year.amount()),
                    year.ahead() == 0 ? "" : Money.format(year.ended()),
                    year.ahead() == 0 ? "" : Money.format(year.changed()));
        }
        Year last = projection.years().get(projection.years().size() - 1);
        panel.show(
                BarChart.columns(
                        TEXTS.get(
                                "ahead.label",
                                title,
                                unit,
                                Money.format(
                                        figure.applyAsLong(projection.years().get(0))),
                                month(last.ahead()),
                                Money.format(figure.applyAsLong(last))),
                        columns),
                table);
        return panel;
    }

    private Component kinds() {
        Map<String, List<Cell>> kinds = new LinkedHashMap<>();
        projection.cells().stream()
                .sorted(Comparator.comparingInt(Cell::ahead))
                .forEach(cell -> kinds.computeIfAbsent(cell.kind(), kind -> new ArrayList<>())
                        .add(cell));
        List<Map.Entry<String, List<Cell>>> ordered = kinds.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -people(entry.getValue(), 0)))
                .toList();
        return byYear(TEXTS.get("ahead.by-kind"), TEXTS.get("head.kind"), ordered);
    }

    private Component ages() {
        Map<Integer, List<Cell>> ages = new TreeMap<>();
        projection
                .cells()
                .forEach(cell -> ages.computeIfAbsent(
                                isDivided(cell) ? cell.from() : Integer.MAX_VALUE, from -> new ArrayList<>())
                        .add(cell));
        List<Map.Entry<String, List<Cell>>> named = ages.values().stream()
                .map(cells -> Map.entry(age(cells.get(0)), cells))
                .toList();
        return byYear(TEXTS.get("ahead.by-age"), TEXTS.get("ahead.age"), named);
    }

    private Component byYear(String title, String what, Collection<Map.Entry<String, List<Cell>>> rows) {
        List<String> heads = new ArrayList<>(List.of(what));
        projection.years().forEach(year -> heads.add(">" + TEXTS.get("ahead.people-in", month(year.ahead()))));
        Year last = projection.years().get(projection.years().size() - 1);
        heads.add(">" + TEXTS.get("ahead.amount-in", month(0)));
        heads.add(">" + TEXTS.get("ahead.amount-in", month(last.ahead())));
        DataTable table = new DataTable(title, heads);
        for (Map.Entry<String, List<Cell>> row : rows) {
            List<String> cells = new ArrayList<>(List.of(row.getKey()));
            projection.years().forEach(year -> cells.add(Money.format(people(row.getValue(), year.ahead()))));
            cells.add(Money.format(amount(row.getValue(), 0)));
            cells.add(Money.format(amount(row.getValue(), last.ahead())));
            table.row(cells.toArray(String[]::new));
        }
        return panel(title, table);
    }

    private static Panel panel(String title, DataTable table) {
        table.addClassName("as-wide-table");
        Div scroll = new Div(table);
        scroll.addClassName("as-table-scroll");
        Panel panel = new Panel(title);
        panel.content(scroll);
        return panel;
    }

    private Component reaching() {
        List<String> heads = new ArrayList<>(List.of(TEXTS.get("ahead.reaches")));
        for (int ahead = 1; ahead <= Projection.AHEAD; ahead++) {
            heads.add(">" + TEXTS.get("ahead.until", month(ahead)));
        }
        DataTable table = new DataTable(TEXTS.get("ahead.reaching"), heads);
        Map<Integer, long[]> ages = new TreeMap<>();
        for (Reaching one : projection.reaching()) {
            ages.computeIfAbsent(one.age(), age -> new long[Projection.AHEAD])[one.ahead() - 1] = one.people();
        }
        ages.forEach((age, people) -> {
            List<String> cells = new ArrayList<>(List.of(TEXTS.get("ahead.turns", written(age))));
            for (long count : people) {
                cells.add(Money.format(count));
            }
            table.row(cells.toArray(String[]::new));
        });
        Panel panel = panel(TEXTS.get("ahead.reaching"), table);
        panel.body().add(BoardPanels.muted(TEXTS.get("ahead.reaching-note")));
        panel.body().addClassName("as-stack");
        return panel;
    }

    private static long people(List<Cell> cells, int ahead) {
        return cells.stream()
                .filter(cell -> cell.ahead() == ahead)
                .mapToLong(Cell::people)
                .sum();
    }

    private static long amount(List<Cell> cells, int ahead) {
        return cells.stream()
                .filter(cell -> cell.ahead() == ahead)
                .mapToLong(Cell::amount)
                .sum();
    }

    private String month(int ahead) {
        return Formats.month(projection.from().plusYears(ahead));
    }

    /** Of kinds that stand under a common name nothing is told by age. */
    private static boolean isDivided(Cell cell) {
        return cell.from() > 0 || cell.below() > 0;
    }

    private static String age(Cell cell) {
        if (!isDivided(cell)) {
            return TEXTS.get("ahead.undivided");
        }
        if (cell.from() == 0) {
            return TEXTS.get("ahead.below", written(cell.below()));
        }
        return cell.below() == 0
                ? TEXTS.get("ahead.from", written(cell.from()))
                : TEXTS.get("ahead.between", written(cell.from()), written(cell.below()));
    }

    private static String written(int months) {
        return months % MONTHS == 0 ? TEXTS.get("ahead.years", months / MONTHS) : TEXTS.get("ahead.months", months);
    }
}
