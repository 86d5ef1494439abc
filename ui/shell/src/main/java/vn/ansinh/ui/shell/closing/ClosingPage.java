package vn.ansinh.ui.shell.closing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.ansinh.api.report.ReportClosings.Closing;
import vn.ansinh.api.report.ReportClosings.Correction;
import vn.ansinh.api.report.ReportClosings.Hand;
import vn.ansinh.api.report.ReportClosings.State;
import vn.ansinh.api.report.ReportClosings.Synthesis;
import vn.ansinh.api.report.ReportColumn;
import vn.ansinh.api.report.ReportFormat;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.Confirm;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.FactList;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.kit.component.Panel;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.job.Downloads;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.deadline.DueWords;

/** One report that is sent up: its figures, what was corrected and why, and what can be done with it now. */
final class ClosingPage extends Div {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(ClosingPage.class);
    private static final int SUM_SHOWN = 16;

    private final transient ClosingServices services;
    private final transient Closing closing;
    private final transient Runnable changed;

    /**
     * @param page whose head tells what is open
     * @param changed to be run after something was done
     * @param back leads to the list
     */
    ClosingPage(ClosingServices services, Page page, Closing closing, Runnable changed, Runnable back) {
        this.services = services;
        this.closing = closing;
        this.changed = changed;
        addClassName("as-closing");
        page.setTitle(closing.definition().title());
        page.setStates(new StateBadge(
                StandingWords.look(closing.state()), closing.state().label()));
        page.setSub(services.units().fullName(closing.unitId()) + " – "
                + DueWords.period(closing.cadence(), closing.period()));
        page.addAction(new Button(TEXTS.get("page.back"), VaadinIcon.ARROW_LEFT.create(), event -> back.run()));
        actions(page);
        messages();
        add(facts());
        boolean corrects = closing.state() == State.DRAFT && services.closes(closing.unitId());
        add(new FigureGrid(closing, corrects ? this::correct : null));
        if (!closing.corrections().isEmpty()) {
            add(corrections());
        }
        Synthesis synthesis = services.closings().synthesis(closing.id());
        if (!synthesis.parts().isEmpty()) {
            add(new TogetherPanel(services, closing, synthesis, changed));
        }
    }

    private void actions(Page page) {
        for (ReportFormat format : services.closings().formats(closing.id())) {
            page.addAction(download(format));
        }
        boolean closes = services.closes(closing.unitId());
        if (closing.state() == State.DRAFT && closes) {
            page.addAction(new Button(TEXTS.get("page.again"), VaadinIcon.REFRESH.create(), event -> again()));
            page.setMainAction(new Button(TEXTS.get("page.send"), VaadinIcon.PAPERPLANE.create(), event -> send()));
        } else if (closing.state() == State.RETURNED && closes) {
            page.setMainAction(new Button(TEXTS.get("page.anew"), VaadinIcon.REFRESH.create(), event -> again()));
        }
        if (services.decides(closing) && closing.state() != State.RETURNED) {
            page.addAction(new Button(TEXTS.get("page.return"), VaadinIcon.REPLY.create(), event -> giveBack()));
            if (closing.state() == State.SENT) {
                page.setMainAction(
                        new Button(TEXTS.get("page.receive"), VaadinIcon.CHECK.create(), event -> receive()));
            }
        }
    }

    private Component download(ReportFormat format) {
        return Downloads.of(
                format.label(), services.closings().fileName(closing.id(), format), format.mediaType(), () -> {
                    ByteArrayOutputStream file = new ByteArrayOutputStream();
                    services.closings().write(closing.id(), format, file);
                    return new ByteArrayInputStream(file.toByteArray());
                });
    }

    private void messages() {
        if (closing.state() == State.RETURNED) {
            add(MessageBar.warn(
                    TEXTS.get(
                            "page.returned",
                            closing.decided().fullName(),
                            Formats.time(closing.decided().at())),
                    closing.reason()));
        } else if (closing.state() == State.SENT
                && closing.sent().account().equals(services.access().require().account())) {
            add(MessageBar.info(TEXTS.get("page.somebody-else")));
        } else if (closing.state() == State.DRAFT && services.closes(closing.unitId())) {
            add(MessageBar.info(TEXTS.get("page.how-to-correct")));
        }
    }

    private FactList facts() {
        FactList facts = new FactList()
                .fact(TEXTS.get("page.as-of"), Formats.time(closing.asOf()))
                .fact(TEXTS.get("page.drafted"), hand(closing.drafted()));
        if (closing.sent() != null) {
            facts.fact(TEXTS.get("page.sent"), hand(closing.sent()));
        }
        if (closing.decided() != null) {
            facts.fact(
                    closing.state() == State.RETURNED ? TEXTS.get("page.given-back") : TEXTS.get("page.received"),
                    hand(closing.decided()));
        }
        facts.fact(TEXTS.get("page.version"), closing.definition().version());
        if (closing.turn() > 1) {
            facts.fact(TEXTS.get("page.turn"), Integer.toString(closing.turn()));
        }
        if (closing.sha256() != null) {
            Span sum = new Span(closing.sha256().substring(0, SUM_SHOWN) + "…");
            sum.setTitle(closing.sha256());
            facts.fact(TEXTS.get("page.sum"), sum);
        }
        return facts;
    }

    private static String hand(Hand hand) {
        return hand.fullName() + ", " + Formats.time(hand.at());
    }

    private Panel corrections() {
        Map<String, String> titles = closing.definition().columns().stream()
                .collect(Collectors.toMap(ReportColumn::name, ReportColumn::title));
        DataTable table = new DataTable(
                TEXTS.get("corrections.title"),
                List.of(
                        TEXTS.get("figure.row"),
                        TEXTS.get("figure.column"),
                        ">" + TEXTS.get("corrections.figures"),
                        TEXTS.get("correct.reason"),
                        TEXTS.get("corrections.by")));
        for (Correction correction : closing.corrections()) {
            table.row(
                    String.join(", ", correction.key().values()),
                    titles.get(correction.column()),
                    (correction.computed() == null ? TEXTS.get("figures.empty") : Money.format(correction.computed()))
                            + " → " + Money.format(correction.corrected()),
                    correction.reason(),
                    hand(correction.by()));
        }
        table.addClassName("as-cards");
        return new Panel(TEXTS.get("corrections.title")).content(table);
    }

    private void correct(int row) {
        new CorrectDialog(services.closings(), closing, row, corrected -> changed.run()).open();
    }

    private void again() {
        Problems.guard(() -> {
            Closing drafted = services.closings().draft(closing.definition().id(), closing.unitId(), closing.period());
            int gone = closing.corrections().size() - drafted.corrections().size();
            Problems.done(gone > 0 ? TEXTS.get("page.drafted-without", gone) : TEXTS.get("page.drafted-again"));
            PageAddress.current().put("so", Long.toString(drafted.id()));
            changed.run();
        });
    }

    private void send() {
        Confirm.ask(
                TEXTS.get("send.title"),
                TEXTS.get(
                        "send.text",
                        closing.definition().title(),
                        DueWords.period(closing.cadence(), closing.period()),
                        closing.corrections().size()),
                TEXTS.get("page.send"),
                false,
                () -> {
                    services.closings().send(closing.id(), closing.revision());
                    Problems.done(TEXTS.get("send.done"));
                    changed.run();
                });
    }

    private void receive() {
        Problems.guard(() -> {
            services.closings().receive(closing.id());
            Problems.done(TEXTS.get("receive.done"));
            changed.run();
        });
    }

    private void giveBack() {
        new ReasonDialog(
                        TEXTS.get("return.title"),
                        TEXTS.get("return.lead", services.units().fullName(closing.unitId())),
                        TEXTS.get("return.verb"),
                        reason -> {
                            services.closings().giveBack(closing.id(), reason);
                            Problems.done(TEXTS.get("return.done"));
                            changed.run();
                        })
                .open();
    }
}
