package vn.ansinh.ui.shell.casework;

import com.vaadin.flow.component.UI;
import java.time.LocalDate;
import java.util.List;
import vn.ansinh.api.casework.CaseFile;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.grid.PageSource;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** Case files one by one; a row opens the case. */
final class CaseGrid extends LazyGrid<CaseFile> {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(CaseGrid.class);

    private final transient CaseServices services;
    private final transient MissingNames missing;
    private final transient LocalDate today;
    private transient List<CaseFile> passed = List.of();

    /** What a list is asked for; the other columns can be chosen. */
    enum About {
        /** What was handed in. */
        RECEIVED("name", "procedure", "number", "received", "promised", "missing", "unit", "state"),
        /** Where it is. */
        WHEREABOUTS("name", "number", "step", "holder", "since", "due", "missing", "place", "state"),
        /** What is to be done. */
        WORK("due", "promised", "step", "name", "number", "procedure", "missing", "state");

        private final List<String> columns;

        About(String... columns) {
            this.columns = List.of(columns);
        }
    }

    CaseGrid(CaseServices services, String label, About about) {
        super(label);
        this.services = services;
        missing = new MissingNames(services);
        today = services.today();
        about.columns.forEach(this::column);
        List.of(
                        "name",
                        "number",
                        "procedure",
                        "step",
                        "holder",
                        "since",
                        "due",
                        "received",
                        "promised",
                        "missing",
                        "place")
                .stream()
                .filter(key -> !about.columns.contains(key))
                .forEach(key -> {
                    column(key);
                    hideAtFirst(key);
                });
        narrow(label, this::narrow, this::open);
    }

    private void column(String key) {
        String header = TEXTS.get("list." + key);
        switch (key) {
            case "name" -> link(key, header, CaseFile::personName, this::open).setFlexGrow(3);
            case "number" ->
                text(key, header, CaseFile::number).setAutoWidth(true).setFlexGrow(0);
            case "procedure" ->
                wrapped(key, header, CaseFile::procedureName).setWidth("210px").setFlexGrow(5);
            case "step" -> wrapped(key, header, CaseFile::stepName).setFlexGrow(2);
            case "holder" ->
                wrapped(key, header, this::holder).setWidth("160px").setFlexGrow(3);
            case "unit" -> wrapped(key, header, file -> unitName(file.unitId())).setFlexGrow(2);
            case "since" -> date(key, header, CaseFile::since);
            case "due" ->
                date(key, header, CaseFile::due).setPartNameGenerator(file -> file.late() > 0 ? "late" : null);
            case "received" -> date(key, header, CaseFile::receivedOn);
            case "promised" -> date(key, header, CaseFile::promisedOn);
            case "missing" -> wrapped(key, header, missing::of).setFlexGrow(2);
            case "place" -> wrapped(key, header, CaseFile::paperPlace).setFlexGrow(1);
            case "state" -> state(key, header, file -> look(file), file -> word(file, today));
            default -> throw new IllegalArgumentException(key);
        }
    }

    /** Shows a short list; opening one of it goes on to the next. */
    void show(List<CaseFile> rows) {
        passed = rows;
        setRows(rows);
    }

    /** Shows what a query finds. @param all how many that is */
    void show(CaseFilter filter, int all) {
        setSource(
                (cursor, limit) -> {
                    var page = services.cases().page(filter.query(cursor, limit));
                    if (cursor == null) {
                        passed = page.rows();
                    }
                    return new PageSource.Slice<>(page.rows(), page.next());
                },
                limit -> Math.min(limit, all));
    }

    private void open(CaseFile file) {
        if (passed.stream().anyMatch(row -> row.id() == file.id())) {
            CaseNeighbours.remember(UI.getCurrent(), passed);
        }
        CasePageView.open(file.id());
    }

    private String holder(CaseFile file) {
        String unit = unitName(file.holderUnitId());
        return file.holder() == null ? unit : TEXTS.get("list.held", unit, file.holderName());
    }

    private String unitName(long unitId) {
        return services.units().byId(unitId).map(AdministrativeUnit::name).orElse("");
    }

    /** What is late shows as late, whatever else it is. */
    static State look(CaseFile file) {
        return file.late() > 0 ? State.OVERDUE : CaseWords.look(file.state());
    }

    static String word(CaseFile file, LocalDate today) {
        if (file.late() > 0) {
            return TEXTS.get("list.late", file.late());
        }
        return today.equals(file.due()) && !file.state().ended()
                ? TEXTS.get("list.today")
                : file.state().label();
    }

    private NarrowRow narrow(CaseFile file) {
        String due = file.due() == null ? "" : Formats.date(file.due());
        return new NarrowRow(
                file.personName(),
                TEXTS.get("list.narrow", file.stepName(), unitName(file.holderUnitId())),
                due,
                look(file),
                word(file, today));
    }
}
