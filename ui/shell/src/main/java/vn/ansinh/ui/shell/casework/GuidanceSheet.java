package vn.ansinh.ui.shell.casework;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Collectors;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.casework.Procedure.Certainty;
import vn.ansinh.api.casework.Procedure.NationalCode;
import vn.ansinh.api.casework.Procedure.RequiredPaper;
import vn.ansinh.api.casework.Step;
import vn.ansinh.api.casework.Term;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.policy.Benefit;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.FactList;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.component.Panel;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** A procedure as a citizen is told of it: what to bring, who may come, how long it takes, and what of it is not certain. */
final class GuidanceSheet extends Div {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(GuidanceSheet.class);

    private final transient CaseServices services;

    GuidanceSheet(CaseServices services, Procedure procedure) {
        this.services = services;
        addClassName("as-home");
        add(head(procedure), papers(procedure), steps(procedure));
    }

    private Panel head(Procedure procedure) {
        FactList facts = new FactList()
                .fact(TEXTS.get("guide.code"), code(procedure.code()))
                .fact(TEXTS.get("guide.basis"), procedure.basis())
                .fact(TEXTS.get("guide.period"), period(procedure))
                .fact(TEXTS.get("guide.effect"), TEXTS.get("guide.effect." + procedure.effect()))
                .fact(TEXTS.get("guide.applicants"), String.join("; ", procedure.applicants()));
        Div text = new Div();
        text.addClassName("as-text");
        procedure.guidance().forEach(paragraph -> text.add(new Paragraph(paragraph)));
        Panel panel = new Panel(procedure.name()).content(facts, text);
        if (!procedure.notes().isEmpty()) {
            panel.body().add(MessageBar.warn(TEXTS.get("guide.notes"), String.join(" ", procedure.notes())));
        }
        panel.body().addClassName("as-stack");
        return panel;
    }

    /** The code with how well it is known: one that nobody has compared says so. */
    private static Component code(NationalCode code) {
        Span value = new Span(code.value().isBlank() ? "–" : code.value());
        boolean read = code.certainty() == Certainty.TEXT;
        Div line = new Div(
                value,
                new StateBadge(
                        read ? State.IN_FORCE : State.PROVISIONAL, TEXTS.get("guide.certainty." + code.certainty())));
        line.addClassNames("as-row", "wrap");
        return line;
    }

    private static String period(Procedure procedure) {
        String from = Formats.date(procedure.from());
        return procedure.to() == null
                ? TEXTS.get("guide.since", from)
                : TEXTS.get("guide.until", from, Formats.date(procedure.to().minusDays(1)));
    }

    private Panel papers(Procedure procedure) {
        Panel panel = new Panel(TEXTS.get("guide.papers"));
        if (procedure.papers().isEmpty()) {
            return panel.content(new Span(TEXTS.get("guide.no-papers")));
        }
        DataTable table = new DataTable(
                TEXTS.get("guide.papers"),
                List.of(TEXTS.get("guide.paper"), TEXTS.get("guide.how"), TEXTS.get("guide.when")));
        procedure.papers().forEach(paper -> table.row(paper.name(), TEXTS.get(how(paper)), when(paper)));
        return panel.content(table);
    }

    private static String how(RequiredPaper paper) {
        if (paper.shown()) {
            return "guide.how.shown";
        }
        return paper.required() ? "guide.how.required" : "guide.how.optional";
    }

    private String when(RequiredPaper paper) {
        String benefits = benefits(paper);
        if (paper.when() == null) {
            return benefits.isEmpty() ? TEXTS.get("guide.always") : benefits;
        }
        return benefits.isEmpty() ? condition(paper) : TEXTS.get("guide.when-both", condition(paper), benefits);
    }

    private String benefits(RequiredPaper paper) {
        return paper.benefits().isEmpty()
                ? ""
                : TEXTS.get(
                        "guide.when-benefit",
                        paper.benefits().stream()
                                .map(code -> services.policies()
                                        .benefit(code)
                                        .map(Benefit::name)
                                        .orElse(code))
                                .collect(Collectors.joining("; ")));
    }

    private String condition(RequiredPaper paper) {
        String label = services.facts()
                .key(paper.when().key())
                .map(FactKey::label)
                .orElse(paper.when().key());
        if (paper.when().values().isEmpty()) {
            return TEXTS.get("guide.when-any", label);
        }
        return TEXTS.get(
                "guide.when-value",
                label,
                paper.when().values().stream()
                        .map(value -> services.facts()
                                .key(paper.when().key())
                                .map(key -> key.written(value))
                                .orElse(value))
                        .collect(Collectors.joining(", ")));
    }

    private Panel steps(Procedure procedure) {
        DataTable table = new DataTable(
                TEXTS.get("guide.steps"),
                List.of(
                        ">" + TEXTS.get("guide.order"),
                        TEXTS.get("list.step"),
                        TEXTS.get("guide.level"),
                        TEXTS.get("guide.term"),
                        TEXTS.get("guide.clause")));
        int order = 1;
        for (Step step : procedure.steps()) {
            table.row(
                    new Span(Integer.toString(order++)),
                    new Span(step.name()),
                    new Span(TEXTS.get("guide.level." + step.level())
                            + (step.elsewhere() ? " " + TEXTS.get("guide.elsewhere") : "")),
                    term(procedure, step),
                    new Span(clause(step)));
        }
        Panel panel = new Panel(TEXTS.get("guide.steps")).content(table);
        if (procedure.steps().stream().anyMatch(step -> step.term().provisional())) {
            panel.body().add(new Paragraph(TEXTS.get("guide.unread-note")));
        }
        panel.body().addClassName("as-stack");
        return panel;
    }

    private static String clause(Step step) {
        return step.basis().isBlank() ? step.term().basis() : step.basis();
    }

    private static Component term(Procedure procedure, Step step) {
        if (step.within() != null) {
            return new Span(TEXTS.get(
                    "guide.within",
                    procedure.step(step.within()).map(Step::name).orElse(step.within())));
        }
        Term term = step.term();
        if (!term.known()) {
            return term.provisional()
                    ? new StateBadge(State.PROVISIONAL, TEXTS.get("guide.unread"))
                    : new Span(TEXTS.get("guide.no-term"));
        }
        Div line = new Div(new Span(TEXTS.get("guide.days." + term.unit(), term.days())));
        if (term.provisional()) {
            line.add(new StateBadge(State.PROVISIONAL, TEXTS.get("guide.provisional")));
        }
        line.addClassNames("as-row", "wrap");
        return line;
    }
}
