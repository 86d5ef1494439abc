package vn.ansinh.ui.shell.closing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.ansinh.api.report.ReportClosings;
import vn.ansinh.api.report.ReportClosings.Closing;
import vn.ansinh.api.report.ReportClosings.Figure;
import vn.ansinh.api.report.ReportClosings.Standing;
import vn.ansinh.api.report.ReportClosings.State;
import vn.ansinh.api.report.ReportClosings.Synthesis;
import vn.ansinh.api.report.ReportColumn;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.component.Panel;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;

/** What the units below sent, put together, beside the report: who is in it, and where both differ. */
final class TogetherPanel extends Panel {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(TogetherPanel.class);
    private static final int NAMED = 12;
    private static final int SHOWN = 200;

    private final transient ClosingServices services;
    private final transient Closing closing;
    private final transient Map<String, String> titles;

    /** @param changed to be run after theirs was taken */
    TogetherPanel(ClosingServices services, Closing closing, Synthesis synthesis, Runnable changed) {
        super(TEXTS.get("together.title"));
        this.services = services;
        this.closing = closing;
        this.titles = closing.definition().columns().stream()
                .collect(Collectors.toMap(ReportColumn::name, TogetherPanel::title));
        boolean draft = closing.state() == State.DRAFT;
        Div all = new Div();
        all.addClassName("as-list");
        all.add(parts(synthesis, draft));
        long received = received(synthesis);
        if (received > 0) {
            all.add(
                    synthesis.figures().isEmpty()
                            ? MessageBar.ok(null, TEXTS.get("together.same", synthesis.same()))
                            : MessageBar.warn(
                                    TEXTS.get(
                                            "together.differs",
                                            synthesis.figures().size()),
                                    TEXTS.get("together.same-others", synthesis.same())));
            if (!synthesis.figures().isEmpty()) {
                all.add(figures(synthesis.figures()));
            }
        }
        boolean taken = draft && synthesis.figures().stream().anyMatch(figure -> figure.row() >= 0);
        if (taken && received > 0 && services.closes(closing.unitId())) {
            atEnd(take(received, changed));
        }
        content(all);
    }

    private static String title(ReportColumn column) {
        return column.band() == null ? column.title() : column.band() + " – " + column.title();
    }

    private static long received(Synthesis synthesis) {
        return synthesis.parts().stream()
                .filter(part -> part.state() == State.RECEIVED)
                .count();
    }

    private MessageBar parts(Synthesis synthesis, boolean draft) {
        long received = received(synthesis);
        if (!draft) {
            return MessageBar.info(
                    TEXTS.get("together.went-in", synthesis.parts().size()));
        }
        List<Standing> missing = synthesis.parts().stream()
                .filter(part -> part.state() != State.RECEIVED)
                .toList();
        if (missing.isEmpty()) {
            return MessageBar.ok(null, TEXTS.get("together.all-in", received));
        }
        String names = missing.stream()
                .limit(NAMED)
                .map(part -> services.units()
                        .byId(part.unitId())
                        .map(AdministrativeUnit::name)
                        .orElse(""))
                .collect(Collectors.joining(", "));
        String more = missing.size() > NAMED ? TEXTS.get("together.more", missing.size() - NAMED) : "";
        return MessageBar.warn(
                TEXTS.get("together.in", received, synthesis.parts().size()),
                TEXTS.get("together.missing", names + more));
    }

    private Div figures(List<Figure> figures) {
        DataTable table = new DataTable(
                TEXTS.get("together.title"),
                List.of(
                        TEXTS.get("figure.row"),
                        TEXTS.get("figure.column"),
                        ">" + TEXTS.get("figure.computed"),
                        ">" + TEXTS.get("figure.counts"),
                        ">" + TEXTS.get("figure.below"),
                        ">" + TEXTS.get("figure.difference")));
        for (Figure figure : figures.subList(0, Math.min(SHOWN, figures.size()))) {
            long counts = figure.counts() == null ? 0 : figure.counts();
            table.row(
                    new Span(String.join(", ", figure.key().values())),
                    new Span(titles.getOrDefault(figure.column(), figure.column())),
                    new Span(number(figure.row(), figure.computed())),
                    new Span(number(figure.row(), figure.counts())),
                    new Span(Money.format(figure.below())),
                    new Span((figure.below() > counts ? "+" : "") + Money.format(figure.below() - counts)));
        }
        Div wide = new Div(table);
        wide.addClassName("as-closing-wide");
        wide.getElement().setAttribute("tabindex", "0");
        wide.getElement().setAttribute("role", "region");
        wide.getElement().setAttribute("aria-label", TEXTS.get("together.title"));
        return wide;
    }

    private static String number(int row, Long number) {
        return row < 0 ? TEXTS.get("figure.no-row") : number == null ? "" : Money.format(number);
    }

    private Button take(long received, Runnable changed) {
        return new Button(
                TEXTS.get("together.take"),
                VaadinIcon.ARROWS_LONG_UP.create(),
                event -> new ReasonDialog(
                                TEXTS.get("together.take-title"),
                                TEXTS.get("together.take-lead", received),
                                TEXTS.get("together.take-verb"),
                                reason -> {
                                    ReportClosings closings = services.closings();
                                    closings.takeTogether(closing.id(), reason);
                                    Problems.done(TEXTS.get("together.taken"));
                                    changed.run();
                                })
                        .open());
    }
}
