package vn.ansinh.btxh.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.LongConsumer;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Units;
import vn.ansinh.btxh.imports.ImportSummary;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.Panel;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** What was imported before, to go on with or to look up. */
final class LatestImports extends Panel {

    private static final Texts TEXTS = Texts.of(LatestImports.class);

    LatestImports(List<ImportSummary> latest, Units units, LongConsumer open) {
        super(TEXTS.get("latest.title"));
        if (latest.isEmpty()) {
            Span none = new Span(TEXTS.get("latest.none"));
            none.addClassName("as-muted");
            content(none);
            return;
        }
        DataTable table = new DataTable(
                TEXTS.get("latest.title"),
                List.of(
                        TEXTS.get("latest.file"),
                        TEXTS.get("latest.unit"),
                        TEXTS.get("latest.when"),
                        TEXTS.get("latest.who"),
                        ">" + TEXTS.get("latest.rows"),
                        ">" + TEXTS.get("latest.wrong"),
                        TEXTS.get("latest.state")));
        for (ImportSummary one : latest) {
            Button name = new Button(one.fileName(), event -> open.accept(one.id()));
            name.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
            boolean committed = one.written() != null;
            table.row(
                    name,
                    new Span(units.byId(one.unitId())
                            .map(AdministrativeUnit::name)
                            .orElse("")),
                    new Span(Formats.time(one.createdAt())),
                    new Span(one.createdBy()),
                    new Span(Money.format(one.rows())),
                    new Span(Money.format(one.errors() + one.choices())),
                    new StateBadge(
                            committed ? State.DONE : State.WAITING,
                            TEXTS.get(committed ? "latest.committed" : "latest.checked")));
        }
        content(table);
    }
}
