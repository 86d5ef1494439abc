package vn.ansinh.ui.shell.paper;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import vn.ansinh.api.document.NumberBook.Kind;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.field.Choices;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;

/** Says up to which number papers of a kind were numbered on paper this year, so that the numbers given here go on behind it. */
final class OnPaperDialog extends FormDialog {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(OnPaperDialog.class);

    /** @param done run when it is written down */
    OnPaperDialog(BookServices services, long unitId, Runnable done) {
        super(TEXTS.get("paper.title"), TEXTS.get("paper.lead"), TEXTS.get("paper.verb"));
        ComboBox<Kind> kind = new ComboBox<>(TEXTS.get("book.kind"));
        List<Kind> kinds = services.numbers().kinds();
        kind.setItems(kinds);
        kind.setItemLabelGenerator(Kind::name);
        kind.setRequiredIndicatorVisible(true);
        Choices.among(kind);
        IntegerField last = new IntegerField(TEXTS.get("paper.last"));
        last.setRequiredIndicatorVisible(true);
        last.setMin(1);
        TextArea why = new TextArea(TEXTS.get("book.why"));
        why.setRequiredIndicatorVisible(true);
        why.setPlaceholder(TEXTS.get("paper.example"));
        fields(kind, last)
                .wide(why)
                .does(
                        () -> {
                            kind.setInvalid(kind.isEmpty());
                            last.setInvalid(last.isEmpty());
                            kind.setErrorMessage(TEXTS.get("paper.kind-missing"));
                            last.setErrorMessage(TEXTS.get("paper.last-missing"));
                            return !kind.isEmpty() && !last.isEmpty();
                        },
                        () -> {
                            String text = services.numbers()
                                    .onPaper(
                                            services.access().require().agencyId(),
                                            unitId,
                                            kind.getValue().code(),
                                            services.today().getYear(),
                                            last.getValue(),
                                            why.getValue())
                                    .text();
                            done.run();
                            Problems.done(TEXTS.get("paper.done", text));
                        });
    }
}
