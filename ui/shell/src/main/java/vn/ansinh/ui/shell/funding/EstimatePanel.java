package vn.ansinh.ui.shell.funding;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.funding.Estimates.Estimate;
import vn.ansinh.api.funding.Estimates.EstimateLine;
import vn.ansinh.api.funding.Estimates.EstimatePage;
import vn.ansinh.api.funding.Estimates.EstimateQuery;
import vn.ansinh.api.funding.FundingState;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.FactList;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.grid.PageSource;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** Estimates: sent up here, decided from above. */
final class EstimatePanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = FundingView.TEXTS;

    private final transient FundingServices services;
    private final transient Asked asked;

    EstimatePanel(FundingServices services, Asked asked, FundingView page) {
        this.services = services;
        this.asked = asked;
        addClassName("as-list");
        if (services.may(Permissions.FUNDING_PROPOSE) && asked.unitId() != 0) {
            page.setMainAction(new Button(
                    TEXTS.get("estimate.make"),
                    VaadinIcon.PLUS.create(),
                    event -> new EstimateDialog(services, asked).open()));
        }
        add(grid());
    }

    private EstimateQuery query(String cursor, int limit) {
        return new EstimateQuery(asked.program(), asked.unitId(), asked.year(), null, cursor, limit);
    }

    private Component grid() {
        LazyGrid<Estimate> grid = new LazyGrid<>(TEXTS.get("tab.estimates"));
        grid.link(
                        "about",
                        TEXTS.get("estimate.about"),
                        row -> row.draft().about().isEmpty()
                                ? TEXTS.get("estimate.no-name")
                                : row.draft().about(),
                        this::open)
                .setFlexGrow(3);
        grid.wrapped("unit", TEXTS.get("unit"), row -> services.unit(row.draft().unitId()))
                .setFlexGrow(2);
        grid.money("asked", TEXTS.get("estimate.asked"), Estimate::asked);
        grid.money(
                        "granted",
                        TEXTS.get("estimate.granted"),
                        row -> row.state() == FundingState.APPROVED ? row.granted() : null)
                .setPartNameGenerator(row -> "strong");
        grid.text("number", TEXTS.get("number"), row -> row.number() == null ? "" : row.number())
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.numeric(
                "at",
                TEXTS.get("estimate.at"),
                row -> Formats.time(row.signatures().at()));
        grid.state(
                "state",
                TEXTS.get("state"),
                row -> FundingServices.look(row.state()),
                row -> row.state().label());
        grid.narrow(
                TEXTS.get("tab.estimates"),
                row -> new NarrowRow(
                        services.unit(row.draft().unitId()),
                        row.draft().about(),
                        Money.format(row.asked()),
                        FundingServices.look(row.state()),
                        row.state().label()),
                this::open);
        grid.setEmptyText(TEXTS.get("estimate.none"));
        EstimatePage first = services.estimates().list(query(null, 1));
        grid.footer("about", TEXTS.get("rows", first.count()));
        grid.footer("asked", Money.format(first.asked()));
        grid.footer("granted", Money.format(first.granted()));
        grid.setSource(
                (cursor, limit) -> {
                    EstimatePage page = services.estimates().list(query(cursor, limit));
                    return new PageSource.Slice<>(page.rows(), page.next());
                },
                limit -> first.count());
        return grid;
    }

    private void open(Estimate estimate) {
        DataTable table = new DataTable(
                TEXTS.get("tab.estimates"),
                List.of(
                        TEXTS.get("fund"),
                        TEXTS.get("index"),
                        ">" + TEXTS.get("estimate.asked"),
                        ">" + TEXTS.get("estimate.granted"),
                        TEXTS.get("estimate.basis")));
        for (EstimateLine line : estimate.draft().lines()) {
            table.row(
                    services.fund(line.fund()),
                    line.codes().toString(),
                    Money.format(line.asked()),
                    line.granted() == null ? "" : Money.format(line.granted()),
                    line.basis());
        }
        FactList facts = new FactList()
                .fact(TEXTS.get("unit"), services.unit(estimate.draft().unitId()))
                .fact(TEXTS.get("state"), estimate.state().label());
        PaperDialog dialog = new PaperDialog(
                        TEXTS.get(
                                "estimate.title",
                                Integer.toString(estimate.draft().year())),
                        asked.again())
                .show(PaperDialog.signatures(facts, estimate.signatures()), table);
        if (estimate.state() == FundingState.PROPOSED) {
            actions(dialog, estimate);
        }
        dialog.open();
    }

    private void actions(PaperDialog dialog, Estimate estimate) {
        if (services.isSelf(estimate.signatures().by())) {
            dialog.withReason(
                    TEXTS.get("paper.withdraw"), why -> services.estimates().withdraw(estimate.id(), why));
        } else if (services.may(Permissions.FUNDING_APPROVE)) {
            dialog.withReason(
                    TEXTS.get("paper.give-back"), why -> services.estimates().giveBack(estimate.id(), why));
            Button grant = new Button(TEXTS.get("paper.approve"), event -> {
                dialog.close();
                new GrantDialog(services, estimate, asked.again()).open();
            });
            grant.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            dialog.getFooter().add(grant);
        }
    }
}
