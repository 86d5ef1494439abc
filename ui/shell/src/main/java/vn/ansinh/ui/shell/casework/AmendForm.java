package vn.ansinh.ui.shell.casework;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.api.benefit.PaymentDetails.PayeeRole;
import vn.ansinh.api.casework.Application;
import vn.ansinh.api.casework.Application.Applicant;
import vn.ansinh.api.casework.Procedure.Effect;
import vn.ansinh.api.casework.Procedure.FactQuestion;
import vn.ansinh.api.casework.Procedure.RequiredPaper;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.ui.kit.entitlement.PaymentFields;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.calculator.FactInput;

/** What was told at the desk, to be mended: answers, papers handed in, how money is paid, where the paper lies; when and why a right ends, where to. */
final class AmendForm {

    private static final Texts TEXTS = Texts.of(AmendForm.class);
    private static final PaymentDetails NOTHING = new PaymentDetails(null, null, null, null, null, PayeeRole.SELF);

    private final OpenCase open;
    private final Application before;
    private final Map<FactKey, List<FactInput>> answers = new LinkedHashMap<>();
    private final CheckboxGroup<RequiredPaper> papers = new CheckboxGroup<>(TEXTS.get("amend.papers"));
    private final TextField phone = new TextField(TEXTS.get("facts.phone"));
    private final TextField place = new TextField(TEXTS.get("amend.place"));
    private final AmendedSubject subject;
    private PaymentFields payment;

    AmendForm(OpenCase open) {
        this.open = open;
        before = open.detail().application();
        subject = new AmendedSubject(open);
    }

    void show() {
        ActDialog dialog = new ActDialog(open, "amend").day();
        questions(dialog);
        papers.setItems(open.procedure().papers());
        papers.setItemLabelGenerator(RequiredPaper::name);
        papers.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        papers.setValue(Set.copyOf(open.procedure().papers().stream()
                .filter(paper -> before.papers().contains(paper.code()))
                .toList()));
        dialog.wide(papers);
        phone.setValue(
                before.applicant().phone() == null ? "" : before.applicant().phone());
        place.setValue(before.paperPlace() == null ? "" : before.paperPlace());
        place.setPlaceholder(TEXTS.get("amend.place-example"));
        dialog.fields(phone, place);
        pays(dialog);
        TextArea why = subject.addTo(dialog);
        dialog.acts(
                at -> open.services().cases().amend(at, told(), why.getValue().strip()));
    }

    private void questions(ActDialog dialog) {
        boolean sensitive = open.services().access().require().may(Permissions.FACT_SENSITIVE);
        for (FactQuestion question : open.procedure().questions()) {
            FactKey key = open.services()
                    .facts()
                    .key(question.key())
                    .filter(known -> sensitive || !known.sensitive())
                    .orElse(null);
            boolean asked = question.benefits().isEmpty()
                    || before.benefit() == null
                    || question.benefits().contains(before.benefit());
            if (key == null || !asked) {
                continue;
            }
            List<FactInput> inputs = new ArrayList<>();
            List<String> values = before.answers().getOrDefault(key.key(), List.of());
            for (int i = 0; i < Math.max(1, key.many() ? values.size() + 1 : 1); i++) {
                FactInput input = FactInput.of(key);
                if (i < values.size()) {
                    input.show().accept(values.get(i));
                }
                inputs.add(input);
                dialog.wide(input.labelled(key));
            }
            answers.put(key, inputs);
        }
    }

    /** Only what opens a right or pays once says how money is paid. */
    private void pays(ActDialog dialog) {
        Effect effect = open.procedure().effect();
        if (before.payment() == null && effect != Effect.OPEN && effect != Effect.ONCE) {
            return;
        }
        payment = new PaymentFields(
                open.services().codeLists().entries("hinh-thuc-chi-tra"),
                before.payment() == null ? NOTHING : before.payment(),
                NumberSight.of(open.services().access()));
        payment.payApplicant(effect == Effect.ONCE);
        payment.addTo(dialog);
        dialog.check(payment::complete);
    }

    /** As it was told, with other papers handed in. */
    static Application with(Application told, Set<String> papers) {
        return new Application(
                told.procedure(),
                told.personId(),
                told.unitId(),
                told.receivedOn(),
                told.applicant(),
                told.benefit(),
                told.answers(),
                papers,
                told.payment(),
                told.subject(),
                told.promisedOn(),
                told.paperPlace());
    }

    /** As it was told, with what the form says instead; what the form does not ask stays. */
    private Application told() {
        Map<String, List<String>> facts = new LinkedHashMap<>(before.answers());
        answers.forEach((key, inputs) -> {
            List<String> values = inputs.stream()
                    .map(input -> input.value().get())
                    .filter(Objects::nonNull)
                    .toList();
            if (values.isEmpty()) {
                facts.remove(key.key());
            } else {
                facts.put(key.key(), values);
            }
        });
        Set<String> handedIn = new LinkedHashSet<>();
        papers.getValue().forEach(paper -> handedIn.add(paper.code()));
        return new Application(
                before.procedure(),
                before.personId(),
                before.unitId(),
                before.receivedOn(),
                new Applicant(
                        before.applicant().name(),
                        before.applicant().relation(),
                        phone.getValue().strip()),
                before.benefit(),
                facts,
                handedIn,
                payment == null ? before.payment() : payment.details(),
                subject.told(),
                before.promisedOn(),
                place.getValue().strip());
    }
}
