package vn.ansinh.ui.shell.calculator;

import static vn.ansinh.ui.shell.ShellTexts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import vn.ansinh.api.policy.Citation;
import vn.ansinh.api.policy.Due;
import vn.ansinh.api.policy.Evaluation;
import vn.ansinh.api.policy.Evaluation.Outcome;
import vn.ansinh.api.policy.Evaluation.Period;
import vn.ansinh.api.policy.LawState;
import vn.ansinh.api.policy.Question;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.KeyFigures;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.component.Panel;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.text.Formats;

/** The calculator's answer: the figures and how they come about, the same in plain words, and why not for the rest. */
final class EvaluationResult extends Div {

    private static final String DONG = text("home.dong");

    EvaluationResult(Evaluation evaluation, Question question) {
        addClassName("as-contents");
        List<Outcome> due =
                evaluation.outcomes().stream().filter(Outcome::applies).toList();
        if (due.isEmpty()) {
            add(MessageBar.info(text("calculator.none-lead"), text("calculator.none")));
        } else {
            // benefits that were merely tried do not add up: each needs a decision of its own
            add(question.claims().isEmpty() ? MessageBar.info(text("calculator.tried")) : totals(due, question));
            add(figures(due));
            add(new Panel(text("calculator.words")).content(words(due, question)));
        }
        boolean refused = evaluation.outcomes().stream()
                .flatMap(outcome -> outcome.periods().stream())
                .anyMatch(period -> period.due().reason() != null);
        if (refused) {
            add(new Panel(text("calculator.why-not")).content(reasons(evaluation.outcomes())));
        }
    }

    private static KeyFigures totals(List<Outcome> outcomes, Question question) {
        long last = outcomes.stream()
                .flatMap(outcome -> outcome.periods().stream())
                .filter(period -> !period.to().isBefore(question.to()))
                .mapToLong(period -> period.due().amount())
                .sum();
        return new KeyFigures()
                .figure(text("calculator.last-month", Formats.month(question.to())), Money.format(last), DONG)
                .figure(
                        text("calculator.all-months", Formats.months(question.from(), question.to())),
                        Money.format(EvaluationWords.total(outcomes)),
                        DONG);
    }

    private static Panel figures(List<Outcome> outcomes) {
        DataTable table = new DataTable(
                text("calculator.result"),
                List.of(
                        text("calculator.benefit"),
                        text("calculator.period"),
                        ">" + text("calculator.amount"),
                        text("calculator.formula"),
                        text("calculator.grounds"),
                        text("calculator.state")));
        table.addClassName("as-cards");
        for (Outcome outcome : outcomes) {
            String name = EvaluationWords.name(outcome);
            for (Period period : outcome.periods()) {
                if (period.due().reason() == null) {
                    table.row(
                            benefit(name, period.due()),
                            months(period),
                            amount(outcome, period.due()),
                            formula(period.due()),
                            grounds(period.due()),
                            state(period.law()));
                    name = "";
                }
            }
        }
        return new Panel(text("calculator.result")).content(table);
    }

    private static Component benefit(String name, Due due) {
        Span strong = new Span(name);
        strong.addClassName("as-b");
        return new Div(strong, small(due.rateName() == null ? "" : due.rateName()));
    }

    private static Component amount(Outcome outcome, Due due) {
        Span strong = new Span(EvaluationWords.worth(due));
        strong.addClassName("as-b");
        return new Div(strong, small(EvaluationWords.each(outcome, due)));
    }

    private static Component formula(Due due) {
        Span formula = new Span(EvaluationWords.formula(due));
        formula.addClassName("as-nowrap");
        return formula;
    }

    /** Clauses, and below them where they stand. */
    private static Component grounds(Due due) {
        Div grounds = new Div();
        due.cited().stream().map(Citation::clause).distinct().forEach(clause -> grounds.add(new Div(new Span(clause))));
        due.cited().stream()
                .map(cited -> cited.pack().toString())
                .distinct()
                .forEach(pack -> grounds.add(small(text("calculator.pack", pack))));
        return grounds;
    }

    private static Component state(List<LawState> law) {
        if (law.contains(LawState.PROVISIONAL)) {
            return new StateBadge(State.PROVISIONAL);
        }
        return law.contains(LawState.CONFIRMED)
                ? new StateBadge(State.APPROVED, text("calculator.confirmed"))
                : new StateBadge(State.APPROVED, text("calculator.official"));
    }

    private static Component words(List<Outcome> outcomes, Question question) {
        Div words = new Div();
        words.addClassName("as-lines");
        EvaluationWords.sentences(outcomes, question).forEach(sentence -> words.add(new Paragraph(sentence)));
        return words;
    }

    private static Component reasons(List<Outcome> outcomes) {
        DataTable table = new DataTable(
                text("calculator.why-not"),
                List.of(text("calculator.benefit"), text("calculator.period"), text("calculator.reason")));
        for (Outcome outcome : outcomes) {
            for (Period period : outcome.periods()) {
                if (period.due().reason() != null) {
                    table.row(
                            new Span(EvaluationWords.name(outcome)),
                            months(period),
                            new Span(period.due().reason()));
                }
            }
        }
        return table;
    }

    private static Component months(Period period) {
        Span months = new Span(Formats.months(period.from(), period.to()));
        months.addClassName("as-nowrap");
        return months;
    }

    private static Div small(String words) {
        Div small = new Div(words);
        small.addClassNames("as-small", "as-muted");
        return small;
    }
}
