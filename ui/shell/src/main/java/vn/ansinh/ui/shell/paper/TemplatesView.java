package vn.ansinh.ui.shell.paper;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.io.ByteArrayInputStream;
import java.util.List;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.document.Papers;
import vn.ansinh.api.document.Papers.Field;
import vn.ansinh.api.document.Papers.Paper;
import vn.ansinh.api.document.Papers.Template;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Units;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.FactList;
import vn.ansinh.ui.kit.component.FileDialog;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.job.Downloads;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.layout.SidePanel;

/** The papers that the platform drafts; of the one opened whose template holds for the unit looked at, and how to replace it. */
@Permitted(Permissions.DOCUMENT_TEMPLATE)
public class TemplatesView extends Page implements AfterNavigationObserver {

    /** Its address. */
    public static final String PATH = "mau-van-ban";

    /** Its name in the menu. */
    public static final String TITLE = Texts.of(TemplatesView.class).get("title");

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(TemplatesView.class);
    private static final long LARGEST = 8L << 20;
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final transient Papers papers;
    private final transient Units units;
    private final LazyGrid<Row> grid = new LazyGrid<>(TITLE);
    private final SidePanel side = new SidePanel(grid);

    /** @param now the template that holds for the unit looked at */
    private record Row(Paper paper, Template now) {}

    public TemplatesView(Papers papers, Units units) {
        super(TITLE);
        this.papers = papers;
        this.units = units;
        grid.link("name", TEXTS.get("paper"), row -> row.paper().name(), this::open)
                .setFlexGrow(3);
        grid.text("whose", TEXTS.get("whose"), row -> whose(row.now()));
        grid.text("code", TEXTS.get("code"), row -> row.paper().code());
        grid.state("kind", TEXTS.get("kind"), TemplatesView::look, TemplatesView::kind);
        grid.narrow(
                TEXTS.get("paper"),
                row -> new NarrowRow(row.paper().name(), whose(row.now()), "", look(row), kind(row)),
                this::open);
        grid.setEmptyText(TEXTS.get("none"));
        add(side);
    }

    private static State look(Row row) {
        return row.now().version() == 0 ? State.CLOSED : State.IN_FORCE;
    }

    private static String kind(Row row) {
        return row.now().version() == 0 ? TEXTS.get("kind.platform") : TEXTS.get("kind.own");
    }

    private String whose(Template template) {
        return template.unitId() == 0
                ? TEXTS.get("whose.platform")
                : units.byId(template.unitId()).map(AdministrativeUnit::name).orElse("");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        load();
    }

    private static long unit() {
        return WorkContext.current().unitId();
    }

    private void load() {
        Problems.guard(() -> {
            setSub(WorkContext.current().unitName());
            grid.setRows(papers.list().stream().map(this::row).toList());
        });
    }

    private Row row(Paper paper) {
        return new Row(paper, holds(papers.templates(paper.code(), unit())));
    }

    private static Template holds(List<Template> versions) {
        return versions.stream().filter(Template::current).findFirst().orElseThrow();
    }

    private void open(Row chosen) {
        Problems.guard(() -> {
            Paper paper = chosen.paper();
            List<Template> versions = papers.templates(paper.code(), unit());
            Template now = holds(versions);
            side.open(
                    paper.name(),
                    new Component[] {new StateBadge(look(new Row(paper, now)), kind(new Row(paper, now)))},
                    new FactList().fact(TEXTS.get("whose"), whose(now)).fact(TEXTS.get("file"), download(paper)),
                    actions(paper, now),
                    SidePanel.heading(TEXTS.get("fields")),
                    fields(paper),
                    SidePanel.heading(TEXTS.get("versions")),
                    versions(versions));
        });
    }

    private Component download(Paper paper) {
        // a download runs outside of the page, which alone knows the unit
        long unit = unit();
        return Downloads.of(
                TEXTS.get("download"),
                paper.code() + ".docx",
                WORD,
                () -> new ByteArrayInputStream(papers.template(paper.code(), unit)));
    }

    private Component actions(Paper paper, Template now) {
        if (unit() == 0) {
            return MessageBar.info(TEXTS.get("choose-unit"));
        }
        Div actions = new Div();
        actions.addClassNames("as-row", "wrap");
        actions.add(new Button(
                TEXTS.get("replace"), VaadinIcon.UPLOAD_ALT.create(), event -> Problems.guard(() -> replace(paper))));
        if (now.unitId() == unit()) {
            actions.add(new Button(TEXTS.get("withdraw"), VaadinIcon.STOP.create(), event -> withdraw(paper)));
        }
        return actions;
    }

    private static Component fields(Paper paper) {
        DataTable table = new DataTable(
                TEXTS.get("fields"),
                List.of(TEXTS.get("field.name"), TEXTS.get("field.meaning"), TEXTS.get("field.must")));
        for (Field field : paper.fields()) {
            table.row(
                    new Span(field.name()),
                    new Span(field.meaning()),
                    new Span(TEXTS.get(
                            field.required() ? "field.required" : field.repeated() ? "field.repeated" : "field.free")));
        }
        return table;
    }

    private Component versions(List<Template> versions) {
        DataTable table = new DataTable(
                TEXTS.get("versions"),
                List.of(TEXTS.get("version"), TEXTS.get("version.by"), TEXTS.get("version.why")));
        for (Template version : versions) {
            boolean platform = version.version() == 0;
            table.row(
                    new Span(
                            platform
                                    ? TEXTS.get("whose.platform")
                                    : TEXTS.get("version.of", whose(version), version.version())),
                    new Span(platform ? "–" : TEXTS.get("version.when", version.by(), Formats.time(version.at()))),
                    new Span(version.why() + (version.current() ? " " + TEXTS.get("version.now") : "")));
        }
        return table;
    }

    private void replace(Paper paper) {
        TextField why = new TextField(TEXTS.get("why"));
        why.setRequiredIndicatorVisible(true);
        why.setWidthFull();
        FileDialog dialog = new FileDialog(
                        TEXTS.get("replace.title", paper.name()),
                        TEXTS.get("replace.lead", WorkContext.current().unitName()),
                        TEXTS.get("replace.verb"),
                        LARGEST,
                        ".docx")
                .does(file -> {
                    papers.replace(paper.code(), unit(), file.bytes(), why.getValue());
                    done(TEXTS.get("replaced"));
                });
        dialog.addComponentAtIndex(1, why);
        dialog.open();
    }

    private void withdraw(Paper paper) {
        TextArea why = new TextArea(TEXTS.get("why"));
        new FormDialog(TEXTS.get("withdraw.title", paper.name()), TEXTS.get("withdraw.lead"), TEXTS.get("withdraw"))
                .dangerous()
                .wide(why)
                .does(() -> true, () -> {
                    papers.withdraw(paper.code(), unit(), why.getValue());
                    done(TEXTS.get("withdrawn"));
                })
                .open();
    }

    private void done(String words) {
        side.close();
        load();
        Problems.done(words);
    }
}
