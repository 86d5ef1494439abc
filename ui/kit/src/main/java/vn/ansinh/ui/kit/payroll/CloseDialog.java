package vn.ansinh.ui.kit.payroll;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;
import vn.ansinh.api.benefit.Payroll;
import vn.ansinh.api.benefit.Payrolls;
import vn.ansinh.api.benefit.Payrolls.Closing;
import vn.ansinh.api.benefit.Payrolls.Reviewed;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.Confirm;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** Closing: says what it means before, and what came of it after. */
final class CloseDialog {

    private static final Texts TEXTS = Texts.of(CloseDialog.class);
    private static final int NAMED = 20;

    private CloseDialog() {}

    /**
     * Asks, then closes exactly the drafts that were looked at.
     *
     * @param funding what lacks: who goes on has seen it
     * @param closed told what came of it
     * @param refused told why nothing was closed
     */
    static void ask(
            Payrolls payrolls,
            List<Payroll> drafts,
            YearMonth month,
            FundingBand funding,
            Consumer<Closing> closed,
            Consumer<RuntimeException> refused) {
        long total = drafts.stream().mapToLong(Payroll::total).sum();
        int people = drafts.stream().mapToInt(Payroll::people).sum();
        Div content = new Div(
                new Paragraph(TEXTS.get("close.what", drafts.size(), people, Money.format(total))),
                new Paragraph(Money.inWords(total) + "."),
                new Paragraph(TEXTS.get("close.meaning")));
        content.addClassName("as-lines");
        funding.shortfall().ifPresent(content::addComponentAsFirst);
        List<Reviewed> reviewed = drafts.stream()
                .map(draft -> new Reviewed(draft.id(), draft.runId()))
                .toList();
        boolean lacks = funding.lacks();
        String verb = TEXTS.get(lacks ? "close.verb-lacking" : "close.verb");
        Confirm.ask(TEXTS.get("close.title", Formats.month(month)), content, verb, lacks, () -> {
            Closing closing;
            try {
                closing = payrolls.close(reviewed, lacks);
            } catch (RuntimeException e) {
                refused.accept(e);
                return;
            }
            closed.accept(closing);
        });
    }

    /** What came of it, for the page. */
    static MessageBar result(Closing closing) {
        String text = TEXTS.get("close.done", closing.payrolls(), closing.lines(), Money.format(closing.total()));
        if (closing.takenOut().isEmpty()) {
            return MessageBar.ok(TEXTS.get("close.done-lead"), text);
        }
        MessageBar bar = MessageBar.warn(
                TEXTS.get("close.done-lead"),
                text + " " + TEXTS.get("close.taken-out", closing.takenOut().size()));
        UnorderedList names = new UnorderedList();
        closing.takenOut().stream().limit(NAMED).forEach(name -> names.add(new ListItem(name)));
        if (closing.takenOut().size() > NAMED) {
            names.add(new ListItem(TEXTS.get("close.more", closing.takenOut().size() - NAMED)));
        }
        return bar.action(names);
    }
}
