package vn.ansinh.ui.shell.question;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.question.Question;
import vn.ansinh.api.question.Question.State;
import vn.ansinh.api.question.Question.Step;
import vn.ansinh.ui.kit.component.FactList;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.layout.SidePanel;
import vn.ansinh.ui.shell.notice.LightText;
import vn.ansinh.ui.shell.notice.NoticeForm;
import vn.ansinh.ui.shell.notice.NoticeServices;
import vn.ansinh.ui.shell.notice.NoticesView;

/** One question: what was asked, what was said and done since, and what the caller may do. */
final class QuestionPanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(QuestionPanel.class);

    private final transient NoticeServices services;
    private final transient Question question;
    private final transient Consumer<Question> changed;
    private final transient Runnable gone;

    /** @param gone run when the caller may not see it any more */
    QuestionPanel(NoticeServices services, Question question, Consumer<Question> changed, Runnable gone) {
        this.services = services;
        this.question = question;
        this.changed = changed;
        this.gone = gone;
        addClassName("as-lines");
        add(new LightText(question.body()), about());
        if (!question.messages().isEmpty()) {
            add(SidePanel.heading(TEXTS.get("panel.messages")), messages());
        }
        Div actions = actions();
        if (actions.getComponentCount() > 0) {
            add(actions);
        }
    }

    private FactList about() {
        FactList facts = new FactList()
                .fact(TEXTS.get("column.kind"), question.kind().label())
                .fact(TEXTS.get("panel.asked-by"), question.askedName() + ", " + unit(question.unitId()))
                .fact(TEXTS.get("column.asked"), Formats.time(question.askedAt()))
                .fact(
                        TEXTS.get("ask.program"),
                        question.program() == null ? TEXTS.get("ask.no-program") : services.program(question.program()))
                .fact(TEXTS.get("column.to"), unit(question.toUnit()));
        if (question.state() == State.WAITING) {
            facts.fact(TEXTS.get("column.due"), Formats.date(question.due()));
        }
        if (question.faqId() != 0) {
            facts.fact(
                    TEXTS.get("panel.faq"),
                    new Anchor(NoticesView.address(question.faqId()), TEXTS.get("panel.open-faq")));
        }
        return facts;
    }

    private String unit(long id) {
        return id == 0 ? TEXTS.get("unit.country") : services.units().fullName(id);
    }

    private OrderedList messages() {
        OrderedList list = new OrderedList();
        list.addClassName("as-timeline");
        for (Question.Message message : question.messages()) {
            Span what = new Span(
                    message.kind() == Step.FORWARD
                            ? TEXTS.get("panel.forwarded", unit(message.unitId()))
                            : message.kind().label());
            what.addClassName("as-b");
            Span who = new Span(TEXTS.get("panel.by", message.byName(), Formats.time(message.at())));
            who.addClassNames("as-small", "as-muted");
            ListItem item = new ListItem(new Div(what), new Div(who));
            if (!message.body().isEmpty()) {
                item.add(new LightText(message.body()));
            }
            list.add(item);
        }
        return list;
    }

    private Div actions() {
        Div row = new Div();
        row.addClassNames("as-row", "as-question-actions");
        Caller caller = services.access().require();
        boolean open = question.state() == State.WAITING || question.state() == State.ANSWERED;
        if (answers(caller) && open) {
            row.add(new Button(TEXTS.get("answer.verb"), VaadinIcon.COMMENT_O.create(), event -> answer()));
            if (question.state() == State.WAITING && !places().isEmpty()) {
                row.add(new Button(TEXTS.get("forward.verb"), VaadinIcon.SHARE.create(), event -> forward()));
            }
        }
        if (answers(caller) && caller.may(Permissions.NOTICE_PUBLISH) && question.faqId() == 0) {
            lastReply()
                    .ifPresent(reply -> row.add(new Button(
                            TEXTS.get("faq.verb"),
                            VaadinIcon.BOOK.create(),
                            event -> NoticeForm.ofQuestion(
                                            services,
                                            question.id(),
                                            question.title(),
                                            reply.body(),
                                            question.program(),
                                            notice -> reload())
                                    .open())));
        }
        if (question.askedBy().equals(caller.account()) && caller.may(Permissions.QUESTION_ASK)) {
            own(row);
        }
        return row;
    }

    private void own(Div row) {
        if (question.state() == State.ANSWERED) {
            row.add(new Button(
                    TEXTS.get("close.verb"),
                    VaadinIcon.CHECK.create(),
                    event -> Problems.guard(
                            () -> changed.accept(services.questions().close(question.id())))));
        }
        if (question.state() != State.WITHDRAWN) {
            row.add(new Button(
                    TEXTS.get("more.verb"),
                    event -> saying("more", body -> services.questions().askOn(question.id(), body))
                            .open()));
        }
        if (question.state() == State.WAITING) {
            row.add(new Button(
                    TEXTS.get("withdraw.verb"),
                    event -> saying("withdraw", why -> services.questions().withdraw(question.id(), why))
                            .open()));
        }
    }

    private boolean answers(Caller caller) {
        return caller.may(Permissions.QUESTION_ANSWER)
                && (caller.unitId() == 0
                        || question.toUnit() != 0 && services.units().isWithin(question.toUnit(), caller.unitId()));
    }

    private Optional<Question.Message> lastReply() {
        return question.messages().stream()
                .filter(message -> message.kind() == Step.REPLY)
                .reduce((before, after) -> after);
    }

    private void reload() {
        changed.accept(services.questions().byId(question.id()));
    }

    private void answer() {
        saying("answer", body -> services.questions().reply(question.id(), body))
                .open();
    }

    /** A form with one text. @param key of its words */
    private FormDialog saying(String key, Function<String, Question> action) {
        TextArea text = area(TEXTS.get(key + ".text"));
        return new FormDialog(TEXTS.get(key + ".title"), TEXTS.get(key + ".lead"), TEXTS.get(key + ".verb"))
                .wide(text)
                .does(() -> isGiven(text), () -> changed.accept(action.apply(text.getValue())));
    }

    private static TextArea area(String label) {
        TextArea text = new TextArea(label);
        text.setRequiredIndicatorVisible(true);
        text.setMinHeight("140px");
        text.setMaxHeight("46vh");
        text.setMaxLength(10_000);
        return text;
    }

    private static boolean isGiven(TextArea text) {
        text.setInvalid(text.getValue().isBlank());
        text.setErrorMessage(TEXTS.get("ask.missing"));
        return !text.isInvalid();
    }

    /** Where it may be handed: blank is the unit above, else a program. */
    private List<String> places() {
        List<String> places = new ArrayList<>();
        if (question.toUnit() != 0) {
            places.add("");
        }
        services.running().stream()
                .map(program -> program.id())
                .filter(id -> !id.equals(question.program()))
                .sorted()
                .forEach(places::add);
        return places;
    }

    private void forward() {
        Select<String> place = new Select<>();
        place.setLabel(TEXTS.get("forward.to"));
        place.setItems(places());
        place.setItemLabelGenerator(
                id -> id.isEmpty() ? TEXTS.get("forward.above") : TEXTS.get("forward.program", services.program(id)));
        place.setValue(places().get(0));
        TextArea why = area(TEXTS.get("forward.text"));
        new FormDialog(TEXTS.get("forward.title"), TEXTS.get("forward.lead"), TEXTS.get("forward.verb"))
                .wide(place)
                .wide(why)
                .does(() -> isGiven(why), () -> {
                    String program = place.getValue().isEmpty() ? null : place.getValue();
                    services.questions().forward(question.id(), program, why.getValue());
                    if (program == null || services.access().require().works(program)) {
                        reload();
                    } else {
                        gone.run();
                    }
                })
                .open();
    }
}
