package vn.ansinh.ui.shell.codelist;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.codelist.CodeDraft;
import vn.ansinh.api.codelist.CodeEntry;
import vn.ansinh.api.codelist.CodeList;
import vn.ansinh.api.codelist.CodeListEditing.Usage;
import vn.ansinh.api.codelist.CodeValues;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.field.DateField;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;

/** The forms in which changes are proposed. Each ends as a proposal that somebody else decides. */
final class EntryDialogs {

    private static final Texts TEXTS = Texts.of(EntryDialogs.class);
    private static final int MOST = 1_000_000;

    private final CodeListServices services;
    private final CodeList list;
    private final Runnable changed;

    /** @param changed told when a change was proposed */
    EntryDialogs(CodeListServices services, CodeList list, Runnable changed) {
        this.services = services;
        this.list = list;
        this.changed = changed;
    }

    /** What all but closing ask for. */
    private static final class Words {

        private final TextField name = new TextField(TEXTS.get("name"));
        private final TextField synonyms = new TextField(TEXTS.get("synonyms"));
        private final TextField basis = new TextField(TEXTS.get("basis"));
        private final IntegerField order = new IntegerField(TEXTS.get("order"));

        private Words(CodeValues now) {
            name.setRequiredIndicatorVisible(true);
            synonyms.setHelperText(TEXTS.get("synonyms.help"));
            order.setMin(0);
            order.setMax(MOST);
            if (now != null) {
                name.setValue(now.name());
                synonyms.setValue(String.join("; ", now.synonyms()));
                basis.setValue(now.basis());
                order.setValue(now.order());
            } else {
                order.setHelperText(TEXTS.get("order.help"));
            }
        }

        private boolean complete() {
            return given(name, "name.missing") & !order.isInvalid();
        }

        private CodeValues values(DateField from, CodeValues now) {
            List<String> words = Arrays.stream(synonyms.getValue().split("[;|]"))
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .toList();
            return new CodeValues(
                    name.getValue(),
                    words,
                    order.getValue() == null ? 0 : order.getValue(),
                    from.getValue(),
                    now == null ? null : now.to(),
                    basis.getValue());
        }
    }

    private static TextField why() {
        TextField why = new TextField(TEXTS.get("why"));
        why.setRequiredIndicatorVisible(true);
        why.setHelperText(TEXTS.get("why.help"));
        return why;
    }

    private static boolean given(TextField field, String message) {
        field.setInvalid(field.getValue().isBlank());
        field.setErrorMessage(TEXTS.get(message));
        return !field.isInvalid();
    }

    private static boolean given(DateField field) {
        boolean missing = field.getValue() == null;
        if (missing) {
            field.setInvalid(true);
            field.setErrorMessage(TEXTS.get("day.missing"));
        }
        return !field.isInvalid();
    }

    private static DateField required(String label) {
        DateField field = new DateField(TEXTS.get(label));
        field.setRequiredIndicatorVisible(true);
        return field;
    }

    private static FormDialog dialog(String key, Object... arguments) {
        return new FormDialog(
                TEXTS.get(key + ".title", arguments), TEXTS.get(key + ".lead", arguments), TEXTS.get("propose"));
    }

    private void propose(CodeDraft draft) {
        long number = services.editing().propose(draft).id();
        Problems.done(TEXTS.get("proposed", number));
        changed.run();
    }

    /** What a code of a province's own ends with; nothing for the country's. */
    private String suffix(Long unitId) {
        Optional<AdministrativeUnit> province = unitId == null || unitId == 0
                ? Optional.empty()
                : services.units().byId(unitId);
        return province.map(unit -> "-" + unit.code()).orElse("");
    }

    void add() {
        List<Long> scopes = services.scopes(list);
        Select<Long> scope = new Select<>();
        scope.setLabel(TEXTS.get("whose"));
        scope.setItems(scopes);
        scope.setItemLabelGenerator(services::whose);
        TextField code = new TextField(TEXTS.get("code"));
        code.setRequiredIndicatorVisible(true);
        Span ending = new Span();
        code.setSuffixComponent(ending);
        scope.addValueChangeListener(event -> {
            ending.setText(suffix(event.getValue()));
            code.setHelperText(ending.getText().isEmpty() ? null : TEXTS.get("code.local", ending.getText()));
        });
        scope.setValue(scopes.get(0));
        scope.setReadOnly(scopes.size() == 1);
        Words words = new Words(null);
        DateField from = new DateField(TEXTS.get("from"));
        from.setHelperText(TEXTS.get("from.help"));
        TextField why = why();
        dialog("add", list.name())
                .fields(code, scope)
                .wide(words.name)
                .wide(words.synonyms)
                .fields(from, words.order)
                .wide(words.basis)
                .wide(why)
                .does(
                        () -> given(code, "code.missing")
                                & words.complete()
                                & given(why, "why.missing")
                                & !from.isInvalid(),
                        () -> propose(CodeDraft.add(
                                list.code(),
                                code.getValue().strip() + suffix(scope.getValue()),
                                scope.getValue(),
                                words.values(from, null),
                                why.getValue())))
                .open();
    }

    void correct(CodeEntry entry) {
        Words words = new Words(entry.values());
        DateField from = new DateField(TEXTS.get("from"));
        from.setValue(entry.values().from());
        from.setHelperText(TEXTS.get("from.help"));
        TextField why = why();
        form("correct", entry, words, from, why)
                .does(
                        () -> words.complete() & given(why, "why.missing") & !from.isInvalid(),
                        () -> propose(CodeDraft.correct(
                                list.code(), entry.code(), words.values(from, entry.values()), why.getValue())))
                .open();
    }

    void change(CodeEntry entry) {
        Words words = new Words(entry.values());
        DateField from = required("change.from");
        from.setMin(entry.values().from() == null ? null : entry.values().from().plusDays(1));
        TextField why = why();
        form("change", entry, words, from, why)
                .does(
                        () -> words.complete() & given(why, "why.missing") & given(from),
                        () -> propose(CodeDraft.change(
                                list.code(), entry.code(), words.values(from, entry.values()), why.getValue())))
                .open();
    }

    private static FormDialog form(String key, CodeEntry entry, Words words, DateField from, TextField why) {
        return dialog(key, entry.code(), entry.values().name())
                .wide(words.name)
                .wide(words.synonyms)
                .fields(from, words.order)
                .wide(words.basis)
                .wide(why);
    }

    void close(CodeEntry entry, List<Usage> usage) {
        DateField last = required("close.last");
        last.setValue(services.today());
        last.setMin(entry.values().from());
        TextField why = why();
        Div used = new Div(new Span(TEXTS.get("close.used")), EntryPanel.usage(usage));
        used.addClassName("as-stack");
        dialog("close", entry.code(), entry.values().name())
                .wide(used)
                .wide(last)
                .wide(why)
                .does(
                        () -> given(last) & given(why, "why.missing"),
                        () -> propose(CodeDraft.close(list.code(), entry.code(), last.getValue(), why.getValue())))
                .open();
    }

    void reopen(CodeEntry entry) {
        DateField from = new DateField(TEXTS.get("reopen.from"));
        from.setMin(entry.values().to().plusDays(1));
        from.setHelperText(TEXTS.get("reopen.help"));
        TextField why = why();
        dialog("reopen", entry.code(), entry.values().name())
                .wide(from)
                .wide(why)
                .does(
                        () -> given(why, "why.missing") & !from.isInvalid(),
                        () -> propose(CodeDraft.reopen(list.code(), entry.code(), from.getValue(), why.getValue())))
                .open();
    }
}
