package vn.ansinh.ui.shell.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Set;
import java.util.function.Consumer;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.bulk.BulkDecision;
import vn.ansinh.api.bulk.BulkDecision.Kind;
import vn.ansinh.api.bulk.BulkDecisions;
import vn.ansinh.api.bulk.BulkRow;
import vn.ansinh.api.policy.Benefit;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.Confirm;
import vn.ansinh.ui.kit.component.KeyFigures;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** One decision: its rows with what is known of each, and what may be done with it as it stands. */
final class BulkPaper extends Div {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(BulkPaper.class);

    private final transient ReviewServices services;
    private final transient BulkDecision paper;
    private final transient Runnable changed;
    private final transient BulkDialogs dialogs;
    private final boolean drafts;
    private final Div bar = new Div();
    private final LazyGrid<BulkRow> grid = new LazyGrid<>(TEXTS.get("paper.rows"));

    /** @param actions takes side actions @param main takes the main one @param changed makes the page anew */
    BulkPaper(
            ReviewServices services,
            BulkDecision paper,
            Consumer<Component> actions,
            Consumer<Button> main,
            Runnable changed) {
        this.services = services;
        this.paper = paper;
        this.changed = changed;
        this.dialogs = new BulkDialogs(services, paper, changed);
        addClassName("as-list");
        bar.addClassName("as-bar");
        Caller caller = services.access().require();
        drafts = paper.state() == BulkDecision.State.DRAFT && caller.may(Permissions.BULK_DRAFT);
        actions(caller, actions, main);
        add(figures());
        if (paper.returned() != null) {
            add(MessageBar.info(TEXTS.get("paper.returned", paper.returned())));
        }
        if (paper.state() == BulkDecision.State.SUBMITTED && paper.draftedBy().equals(caller.account())) {
            add(MessageBar.info(TEXTS.get("paper.waits")));
        }
        if (drafts) {
            MoveCases.told(services, paper.kind(), paper.program()).ifPresent(this::add);
        }
        columns();
        add(bar, grid);
        fill(drafts && paper.open() > 0);
        bar(Set.of());
    }

    private void actions(Caller caller, Consumer<Component> actions, Consumer<Button> main) {
        boolean open = paper.state() == BulkDecision.State.DRAFT || paper.state() == BulkDecision.State.SUBMITTED;
        if (open && caller.may(Permissions.BULK_DRAFT)) {
            actions.accept(new Button(
                    TEXTS.get("paper.withdraw"),
                    VaadinIcon.BAN.create(),
                    event -> Confirm.ask(
                            TEXTS.get("paper.withdraw-title"),
                            TEXTS.get(paper.kind().reported() ? "paper.withdraw-list" : "paper.withdraw-text"),
                            TEXTS.get("paper.withdraw-verb"),
                            true,
                            () -> {
                                services.decisions().withdraw(paper.id());
                                changed.run();
                            })));
        }
        if (drafts) {
            main.accept(
                    new Button(TEXTS.get("paper.submit"), VaadinIcon.ARROW_RIGHT.create(), event -> dialogs.submit()));
        }
        boolean signs = paper.state() == BulkDecision.State.SUBMITTED
                && caller.may(Permissions.BULK_SIGN)
                && !paper.draftedBy().equals(caller.account());
        if (signs) {
            actions.accept(
                    new Button(TEXTS.get("paper.send-back"), VaadinIcon.REPLY.create(), event -> dialogs.sendBack()));
            main.accept(new Button(TEXTS.get("paper.sign"), VaadinIcon.CHECK.create(), event -> dialogs.sign()));
        }
    }

    private KeyFigures figures() {
        KeyFigures figures = new KeyFigures()
                .figure(TEXTS.get("bulk.state"), paper.state().label())
                .figure(TEXTS.get("bulk.rows"), Money.format(paper.rows()))
                .figure(TEXTS.get("bulk.open"), Money.format(paper.open()))
                .figure(TEXTS.get("bulk.by"), paper.draftedName(), Formats.time(paper.draftedAt()));
        if (paper.month() != null) {
            figures.figure(
                    TEXTS.get(paper.kind() == Kind.END ? "paper.last" : "paper.first"), Formats.month(paper.month()));
        }
        if (paper.kind() == Kind.TRANSFER) {
            benefit(figures);
        }
        if (paper.decidedBy() != null) {
            figures.figure(TEXTS.get("paper.signed"), paper.decidedName(), Formats.time(paper.decidedAt()));
        }
        return figures;
    }

    /** What people get instead: nobody signs without having seen it. */
    private void benefit(KeyFigures figures) {
        if (paper.benefit() == null) {
            figures.figure(TEXTS.get("paper.benefit"), TEXTS.get("paper.unnamed"), TEXTS.get("paper.unnamed-why"));
        } else {
            figures.figure(
                    TEXTS.get("paper.benefit"),
                    services.policies()
                            .benefit(paper.benefit())
                            .map(Benefit::name)
                            .orElse(paper.benefit()));
        }
    }

    private void columns() {
        grid.numeric("no", TEXTS.get("row.no"), row -> Integer.toString(row.no()));
        grid.link("name", TEXTS.get("list.name"), BulkPaper::name, row -> drafts && row.report() != null, dialogs::mend)
                .setFlexGrow(3);
        grid.numeric(
                "birth",
                TEXTS.get("list.birth"),
                row -> row.birth() == null ? typed(row).birth() : row.birth());
        grid.wrapped("benefit", TEXTS.get("list.benefit"), BulkRow::benefitName).setFlexGrow(3);
        grid.wrapped("unit", TEXTS.get("list.unit"), row -> services.unit(row.unitId()))
                .setFlexGrow(2);
        if (paper.kind().reported()) {
            grid.numeric(
                    "day",
                    TEXTS.get("row.day"),
                    row -> row.day() == null ? typed(row).day() : Formats.date(row.day()));
        }
        if (paper.kind() == Kind.MOVE) {
            grid.wrapped(
                            "to",
                            TEXTS.get("row.to"),
                            row -> row.toUnitId() == 0 ? typed(row).unit() : services.unit(row.toUnitId()))
                    .setFlexGrow(2);
        }
        grid.state(
                "state",
                TEXTS.get("bulk.state"),
                BulkPaper::look,
                row -> row.state().label());
        grid.wrapped("message", TEXTS.get("row.message"), row -> row.message() == null ? "" : row.message())
                .setFlexGrow(4);
        grid.narrow(
                TEXTS.get("paper.rows"),
                row -> new NarrowRow(
                        row.no() + ". " + name(row),
                        row.message() == null ? "" : row.message(),
                        "",
                        look(row),
                        row.state().label()),
                row -> drafts && row.report() != null,
                dialogs::mend);
        if (drafts) {
            grid.grid().setSelectionMode(Grid.SelectionMode.MULTI);
            grid.grid().addSelectionListener(event -> bar(event.getAllSelectedItems()));
        }
        grid.setEmptyText(TEXTS.get("paper.no-rows"));
    }

    private static String name(BulkRow row) {
        return row.personName() == null ? typed(row).name() + " " + typed(row).number() : row.personName();
    }

    private static BulkRow.Report typed(BulkRow row) {
        return row.report() == null ? new BulkRow.Report("", "", "", "", "") : row.report();
    }

    private static State look(BulkRow row) {
        return switch (row.state()) {
            case READY -> State.WAITING;
            case DOUBTFUL -> State.PROVISIONAL;
            case WRONG -> State.REJECTED;
            case DONE -> State.DONE;
            case UNCHANGED -> State.NOTHING;
        };
    }

    private void fill(boolean open) {
        grid.setRows(services.decisions().rows(paper.id(), open, 0, BulkDecisions.MOST_ROWS));
    }

    private void bar(Set<BulkRow> chosen) {
        bar.removeAll();
        bar.setClassName("selected", !chosen.isEmpty());
        bar.setVisible(true);
        if (chosen.isEmpty()) {
            if (drafts && paper.open() > 0) {
                Checkbox open = new Checkbox(TEXTS.get("paper.only-open"), true);
                open.addValueChangeListener(event -> fill(event.getValue()));
                bar.add(open);
            }
            bar.setVisible(bar.getComponentCount() > 0);
            return;
        }
        bar.add(new Span(TEXTS.get("list.chosen", chosen.size())));
        boolean sure = chosen.stream()
                .allMatch(row -> row.state() == BulkRow.State.DOUBTFUL
                        && row.candidates().size() == 1);
        if (sure) {
            bar.add(small("paper.confirm", VaadinIcon.CHECK, () -> {
                chosen.forEach(row -> services.decisions()
                        .confirm(paper.id(), row.no(), row.candidates().get(0).personId()));
                changed.run();
            }));
        }
        bar.add(small("paper.drop", VaadinIcon.TRASH, () -> {
            services.decisions()
                    .drop(paper.id(), chosen.stream().map(BulkRow::no).toList());
            changed.run();
        }));
    }

    private static Button small(String text, VaadinIcon icon, Runnable action) {
        return new Button(TEXTS.get(text), icon.create(), event -> Problems.guard(action));
    }
}
