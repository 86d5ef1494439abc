package vn.ansinh.ui.shell.casework;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import vn.ansinh.api.casework.CaseDetail;
import vn.ansinh.api.casework.CaseFiles.At;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.field.DateField;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** Something that happens to a case: the day on which it did, and what is to be said about it. */
final class ActDialog extends FormDialog {

    /** A reason, as long as the database takes one. */
    static final int LONGEST = 2_000;

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(ActDialog.class);
    private static final String WRONG_DAY = "AS-CASE-DAY";
    private static final String NO_REASON = "AS-CASE-REASON";

    private final transient OpenCase open;
    private final String key;
    private final DateField day = new DateField(TEXTS.get("act.day"));
    private final transient List<BooleanSupplier> checks = new ArrayList<>();
    private final transient Map<String, HasValidationProperties> mended = new LinkedHashMap<>();

    /** @param key of its texts: {@code .title}, {@code .lead}, {@code .verb}, {@code .done} */
    ActDialog(OpenCase open, String key) {
        super(
                TEXTS.get(key + ".title", open.file().number()),
                TEXTS.get(key + ".lead", open.file().personName()),
                TEXTS.get(key + ".verb"));
        this.open = open;
        this.key = key;
        LocalDate today = open.services().today();
        day.setValue(today);
        day.setMax(today);
        day.setMin(open.file().since());
        day.setRequiredIndicatorVisible(true);
        day.setHelperText(TEXTS.get("act.day-help", Formats.date(open.file().since())));
        checks.add(() -> {
            LocalDate value = day.getValue();
            return given(
                    day,
                    value == null
                                    || value.isAfter(today)
                                    || value.isBefore(open.file().since())
                            ? TEXTS.get(
                                    "act.day-wrong", Formats.date(open.file().since()), Formats.date(today))
                            : null);
        });
        mended.put(WRONG_DAY, day);
    }

    /** Puts the day where it belongs among the fields. */
    ActDialog day() {
        wide(day);
        return this;
    }

    /** The day beside another field. */
    ActDialog dayWith(Component other) {
        fields(day, other);
        return this;
    }

    LocalDate chosenDay() {
        return day.getValue();
    }

    /** A field as wide as the form for some sentences. @param needed whether it must not be blank */
    TextArea sentences(String label, boolean needed) {
        TextArea field = new TextArea(TEXTS.get(label));
        field.setMaxLength(LONGEST);
        field.setMinHeight("84px");
        if (needed) {
            need(field, label + "-missing");
            mended.putIfAbsent(NO_REASON, field);
        }
        wide(field);
        return field;
    }

    /** A field for a line. @param needed whether it must not be blank */
    TextField line(String label, boolean needed) {
        TextField field = new TextField(TEXTS.get(label));
        field.setMaxLength(200);
        if (needed) {
            need(field, label + "-missing");
        }
        return field;
    }

    /** Marks a field that must be filled. */
    <F extends HasValue<?, ?> & HasValidationProperties> void need(F field, String why) {
        field.setRequiredIndicatorVisible(true);
        checks.add(() -> given(field, blank(field) ? TEXTS.get(why) : null));
    }

    /** Another thing to look at before it is done; marks what is wrong itself. */
    void check(BooleanSupplier complete) {
        checks.add(complete);
    }

    /** Where a problem of the service can be mended; the field may be hidden until there is one. */
    void mends(String code, HasValidationProperties field) {
        mended.put(code, field);
    }

    private static boolean blank(HasValue<?, ?> field) {
        return field.isEmpty() || field.getValue() instanceof String text && text.isBlank();
    }

    /** @param why what is wrong, {@code null} when nothing is @return whether nothing is */
    static boolean given(HasValidationProperties field, String why) {
        field.setErrorMessage(why);
        field.setInvalid(why != null);
        return why == null;
    }

    /** Opens it. @param act what the button does with the case as it was looked at */
    void acts(Function<At, CaseDetail> act) {
        does(this::complete, () -> {
            try {
                open.act(day.getValue(), TEXTS.get(key + ".done"), act);
            } catch (Problem problem) {
                HasValidationProperties field = mended.get(problem.code());
                if (field != null) {
                    ((Component) field).setVisible(true);
                    given(field, problem.getMessage());
                }
                throw problem;
            }
        });
        open();
    }

    /** Looks at every field, so that all that is wrong is marked at once. */
    private boolean complete() {
        boolean complete = true;
        for (BooleanSupplier check : checks) {
            complete &= check.getAsBoolean();
        }
        return complete;
    }
}
