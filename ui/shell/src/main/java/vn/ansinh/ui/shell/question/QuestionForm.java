package vn.ansinh.ui.shell.question;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.question.Question;
import vn.ansinh.api.question.Questions.QuestionDraft;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.notice.NoticeServices;

/** Asks the unit above. */
final class QuestionForm extends FormDialog {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_BODY = 10_000;
    private static final Texts TEXTS = Texts.of(QuestionForm.class);

    private final Select<Question.Kind> kind = new Select<>();
    private final Select<String> program = new Select<>();
    private final TextField title = new TextField(TEXTS.get("column.title"));
    private final TextArea body = new TextArea(TEXTS.get("ask.body"));

    /** @param asked told the new question */
    QuestionForm(NoticeServices services, Consumer<Question> asked) {
        super(TEXTS.get("questions.ask"), lead(services), TEXTS.get("ask.send"));
        kind.setLabel(TEXTS.get("column.kind"));
        kind.setItems(Question.Kind.values());
        kind.setItemLabelGenerator(one -> TEXTS.get("ask.kind", one.label(), one.days()));
        kind.setValue(Question.Kind.QUESTION);
        program.setLabel(TEXTS.get("ask.program"));
        program.setEmptySelectionAllowed(true);
        program.setEmptySelectionCaption(TEXTS.get("ask.no-program"));
        program.setItems(services.programs());
        program.setItemLabelGenerator(id -> id == null ? TEXTS.get("ask.no-program") : services.program(id));
        title.setMaxLength(LONGEST_TITLE);
        title.setRequiredIndicatorVisible(true);
        body.setMaxLength(LONGEST_BODY);
        body.setRequiredIndicatorVisible(true);
        body.setMinHeight("160px");
        body.setMaxHeight("46vh");
        fields(kind, program);
        wide(title);
        wide(body);
        does(
                this::isComplete,
                () -> asked.accept(services.questions()
                        .ask(new QuestionDraft(
                                kind.getValue(), title.getValue(), body.getValue(), program.getValue()))));
    }

    private static String lead(NoticeServices services) {
        Caller caller = services.access().require();
        String above = services.units()
                .byId(caller.unitId())
                .map(AdministrativeUnit::parentId)
                .filter(id -> id != 0)
                .map(services.units()::fullName)
                .orElse(TEXTS.get("unit.country"));
        return TEXTS.get("ask.lead", above);
    }

    private boolean isComplete() {
        title.setInvalid(title.getValue().isBlank());
        title.setErrorMessage(TEXTS.get("ask.missing"));
        body.setInvalid(body.getValue().isBlank());
        body.setErrorMessage(TEXTS.get("ask.missing"));
        return !title.isInvalid() && !body.isInvalid();
    }
}
