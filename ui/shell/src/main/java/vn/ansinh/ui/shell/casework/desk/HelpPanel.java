package vn.ansinh.ui.shell.casework.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import vn.ansinh.api.casework.CaseDetail.Check;
import vn.ansinh.api.casework.Eligibility.Verdict;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.Panel;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** Beside the form: which benefits the person may have by what is known and told, which not and why; and what is still wanting. */
final class HelpPanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(HelpPanel.class);

    private final Panel verdicts = new Panel(TEXTS.get("help.verdicts"));
    private final Panel checks = new Panel(TEXTS.get("help.checks"));
    private final Panel notes = new Panel(TEXTS.get("help.notes"));
    private final Div said = new Div();

    /** One and the same from one person to the next: once opened it stays open, and the browser does not tell of it anew. */
    private final Details others = new Details();

    private final UnorderedList reasons = new UnorderedList();

    HelpPanel() {
        addClassName("as-home");
        reasons.addClassName("as-faults");
        others.add(reasons);
        said.addClassName("as-stack");
        verdicts.content(said, others);
        verdicts.body().addClassName("as-stack");
        add(verdicts, checks, notes);
        nobody();
    }

    /** What is not certain about the procedure. */
    void about(List<String> sentences) {
        notes.setVisible(!sentences.isEmpty());
        UnorderedList list = new UnorderedList();
        list.addClassName("as-faults");
        sentences.forEach(sentence -> list.add(new ListItem(sentence)));
        notes.content(list);
    }

    /** Nobody has been chosen. */
    void nobody() {
        said.removeAll();
        said.add(muted("help.nobody"));
        others.setVisible(false);
        checks.setVisible(false);
    }

    /** @param found those that apply first */
    void show(List<Verdict> found, List<Check> wanting) {
        List<Verdict> not = found.stream().filter(one -> !one.applies()).toList();
        said.removeAll();
        List<Verdict> applying = found.stream().filter(Verdict::applies).toList();
        if (applying.isEmpty()) {
            said.add(muted(found.isEmpty() ? "help.no-benefit" : "help.none-applies"));
        }
        applying.forEach(one -> said.add(applying(one)));
        reasons.removeAll();
        not.forEach(one -> reasons.add(
                new ListItem(strong(one.name()), new Div(TEXTS.get("help.why-not", one.words(), one.clause())))));
        others.setSummaryText(TEXTS.get("help.others", not.size()));
        others.setVisible(!not.isEmpty());
        UnorderedList list = new UnorderedList();
        list.addClassName("as-plain-list");
        wanting.forEach(check -> list.add(check(check)));
        checks.setVisible(!wanting.isEmpty());
        checks.content(list);
    }

    private static Component applying(Verdict verdict) {
        Div amount = new Div(strong(TEXTS.get("help.amount", Money.format(verdict.amount()))));
        amount.add(new Span(" " + TEXTS.get("help.from", Formats.month(verdict.from()))));
        if (verdict.provisional()) {
            amount.add(new StateBadge(State.PROVISIONAL));
        }
        amount.addClassNames("as-row", "wrap");
        Div words = new Div(verdict.words());
        words.addClassName("as-small");
        Div clause = new Div(verdict.clause());
        clause.addClassNames("as-small", "as-muted");
        Div all = new Div(strong(verdict.name()), amount, words, clause);
        all.addClassName("as-right");
        return all;
    }

    private static ListItem check(Check check) {
        var icon = (check.passed() ? VaadinIcon.CHECK : VaadinIcon.WARNING).create();
        icon.addClassName(check.passed() ? "as-green" : check.blocking() ? "as-red" : "as-amber");
        icon.getElement().setAttribute("aria-hidden", "true");
        Span said = new Span(TEXTS.get(check.passed() ? "help.passed" : "help.wanting"));
        said.addClassName("as-said");
        Span line = new Span(icon, said, new Span(check.text()));
        line.addClassNames("as-row", "as-top-row");
        return new ListItem(line);
    }

    private static Span strong(String words) {
        Span span = new Span(words);
        span.addClassName("as-b");
        return span;
    }

    private static Component muted(String key) {
        Div sentence = new Div(TEXTS.get(key));
        sentence.addClassName("as-muted");
        return sentence;
    }
}
