package vn.ansinh.ui.shell.notice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.HasValueAndElement;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.notice.LegalDocument;
import vn.ansinh.api.notice.Notice;
import vn.ansinh.api.notice.NoticeDraft;
import vn.ansinh.api.notice.NoticeKind;
import vn.ansinh.api.notice.Notices;
import vn.ansinh.api.notice.Notices.NewFile;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.field.DateField;
import vn.ansinh.ui.kit.field.UnitPicker;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;

/** Tells something, or changes what was told. */
public final class NoticeForm extends FormDialog {

    private static final long serialVersionUID = 1L;
    private static final int MOST_LAWS = 500;
    private static final Texts TEXTS = Texts.of(NoticeForm.class);

    private final transient NoticeServices services;
    private final Select<NoticeKind> kind = new Select<>();
    private final TextField title = new TextField(TEXTS.get("column.title"));
    private final TextArea body = new TextArea(TEXTS.get("form.body"));
    private final UnitPicker unit;
    private final Select<String> program = new Select<>();
    private final DateField from = new DateField(TEXTS.get("form.from"));
    private final DateField to = new DateField(TEXTS.get("form.to"));
    private final Checkbox pinned = new Checkbox(TEXTS.get("form.pinned"));
    private final Checkbox again = new Checkbox(TEXTS.get("form.again"));
    private final TextField number = new TextField(TEXTS.get("law.number"));
    private final TextField authority = new TextField(TEXTS.get("law.authority"));
    private final DateField issued = new DateField(TEXTS.get("law.issued"));
    private final DateField lawFrom = new DateField(TEXTS.get("law.from"));
    private final DateField lawTo = new DateField(TEXTS.get("law.to"));
    private final MultiSelectComboBox<Notice> replaces = new MultiSelectComboBox<>(TEXTS.get("law.replaces"));
    private final NoticeFiles files;

    /** Keeps what was typed. */
    interface Saving {
        Notice save(NoticeDraft draft, List<NewFile> added, Set<Long> removed, boolean again);
    }

    private NoticeForm(
            NoticeServices services,
            String heading,
            String lead,
            String verb,
            List<Notice.File> there,
            Saving saving,
            Consumer<Notice> saved) {
        super(heading, lead, verb);
        this.services = services;
        setWidth("760px");
        Caller caller = services.access().require();
        unit = new UnitPicker(TEXTS.get("panel.for"), services.units(), caller.unitId(), WorkContext.current()::today);
        files = new NoticeFiles(there);
        if (caller.unitId() == 0) {
            unit.setPlaceholder(TEXTS.get("panel.country"));
            unit.setClearButtonVisible(true);
        } else {
            unit.setRequiredIndicatorVisible(true);
        }
        lay();
        does(
                this::isComplete,
                () -> saved.accept(saving.save(draft(caller), files.added(), files.removed(), again.getValue())));
    }

    /** For something new. */
    static NoticeForm anew(NoticeServices services, Consumer<Notice> published) {
        NoticeForm form = new NoticeForm(
                services,
                TEXTS.get("notices.publish"),
                TEXTS.get("form.lead"),
                TEXTS.get("form.publish"),
                List.of(),
                (draft, added, removed, again) -> services.notices().publish(draft, added),
                published);
        form.begin(NoticeKind.NEWS, "", "", null);
        form.again.setVisible(false);
        return form;
    }

    /** For an answered question that becomes an entry among the answers. */
    public static NoticeForm ofQuestion(
            NoticeServices services,
            long question,
            String title,
            String answer,
            String program,
            Consumer<Notice> published) {
        NoticeForm form = new NoticeForm(
                services,
                TEXTS.get("form.faq"),
                TEXTS.get("form.faq-lead"),
                TEXTS.get("form.publish"),
                List.of(),
                (draft, added, removed, again) -> services.questions().toFaq(question, draft),
                published);
        form.begin(NoticeKind.FAQ, title, answer, program);
        form.kind.setReadOnly(true);
        form.files.setVisible(false);
        form.again.setVisible(false);
        return form;
    }

    /** For what was told before. */
    static NoticeForm of(NoticeServices services, Notice notice, Consumer<Notice> changed) {
        NoticeForm form = new NoticeForm(
                services,
                TEXTS.get("form.change"),
                null,
                TEXTS.get("form.save"),
                notice.files(),
                (draft, added, removed, again) -> services.notices().change(notice.id(), draft, added, removed, again),
                changed);
        form.fill(notice);
        return form;
    }

    private void lay() {
        kind.setLabel(TEXTS.get("column.kind"));
        kind.setItems(NoticeKind.values());
        kind.setItemLabelGenerator(NoticeKind::label);
        kind.addValueChangeListener(event -> law(event.getValue() == NoticeKind.LAW));
        program.setLabel(TEXTS.get("panel.program"));
        program.setEmptySelectionAllowed(true);
        program.setEmptySelectionCaption(TEXTS.get("panel.all-programs"));
        program.setItems(services.programs());
        program.setItemLabelGenerator(id -> id == null ? TEXTS.get("panel.all-programs") : services.program(id));
        body.setMinHeight("180px");
        body.setMaxHeight("46vh");
        body.setHelperText(TEXTS.get("form.marks"));
        title.setMaxLength(300);
        replaces.setItemLabelGenerator(law -> law.law().number());
        for (Component field : List.of(title, from, number, authority, issued, lawFrom)) {
            ((HasValueAndElement<?, ?>) field).setRequiredIndicatorVisible(true);
        }
        fields(kind, program);
        wide(title);
        fields(number, authority, issued, lawFrom, lawTo, replaces);
        wide(body);
        fields(unit, pinned, from, to);
        wide(files);
        wide(again);
        law(false);
    }

    private void law(boolean shown) {
        for (Component field : List.of(number, authority, issued, lawFrom, lawTo, replaces)) {
            field.setVisible(shown);
        }
        body.setRequiredIndicatorVisible(!shown);
        if (shown) {
            Problems.guard(() -> {
                Set<Notice> chosen = replaces.getValue();
                replaces.setItems(services.notices()
                        .list(new Notices.Query(NoticeKind.LAW, null, false, false, true, null, MOST_LAWS))
                        .notices());
                replaces.setValue(chosen);
            });
        }
    }

    private void begin(NoticeKind of, String heading, String text, String about) {
        kind.setValue(of);
        title.setValue(heading);
        body.setValue(text);
        if (about != null && services.programs().contains(about)) {
            program.setValue(about);
        }
        from.setValue(WorkContext.current().today());
        long own = services.access().require().unitId();
        services.units().byId(own).ifPresent(unit::setValue);
    }

    private void fill(Notice notice) {
        kind.setValue(notice.kind());
        title.setValue(notice.title());
        body.setValue(notice.body());
        if (notice.program() != null) {
            program.setValue(notice.program());
        }
        services.units().byId(notice.unitId()).ifPresent(unit::setValue);
        from.setValue(notice.from());
        to.setValue(notice.to());
        pinned.setValue(notice.pinned());
        LegalDocument law = notice.law();
        if (law != null) {
            number.setValue(law.number());
            authority.setValue(law.authority());
            issued.setValue(law.issued());
            lawFrom.setValue(law.from());
            lawTo.setValue(law.to());
            Set<Long> replaced =
                    notice.replaces().stream().map(Notice.Reference::id).collect(Collectors.toSet());
            replaces.setValue(replaces.getListDataView()
                    .getItems()
                    .filter(one -> replaced.contains(one.id()))
                    .collect(Collectors.toSet()));
        }
    }

    private boolean isComplete() {
        boolean law = kind.getValue() == NoticeKind.LAW;
        boolean complete = given(title) & given(from);
        if (law) {
            complete &= given(number) & given(authority) & given(issued) & given(lawFrom);
        } else {
            complete &= given(body);
        }
        if (services.access().require().unitId() != 0) {
            complete &= given(unit);
        }
        return complete;
    }

    private static <F extends HasValue<?, ?> & HasValidationProperties> boolean given(F field) {
        boolean missing = field.isEmpty() || field.getValue() instanceof String text && text.isBlank();
        field.setInvalid(missing);
        field.setErrorMessage(TEXTS.get("form.missing"));
        return !missing;
    }

    private NoticeDraft draft(Caller caller) {
        boolean law = kind.getValue() == NoticeKind.LAW;
        return new NoticeDraft(
                kind.getValue(),
                title.getValue(),
                body.getValue(),
                unit.isEmpty() ? caller.unitId() : unit.getValue().id(),
                program.getValue(),
                pinned.getValue(),
                from.getValue(),
                to.getValue(),
                law
                        ? new LegalDocument(
                                number.getValue(),
                                authority.getValue(),
                                issued.getValue(),
                                lawFrom.getValue(),
                                lawTo.getValue())
                        : null,
                law ? replaces.getValue().stream().map(Notice::id).collect(Collectors.toSet()) : Set.of());
    }
}
