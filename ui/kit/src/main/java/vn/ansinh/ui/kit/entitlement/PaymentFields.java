package vn.ansinh.ui.kit.entitlement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Set;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.api.benefit.PaymentDetails.PayeeRole;
import vn.ansinh.api.codelist.CodeLists.Entry;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.context.Keys;
import vn.ansinh.ui.kit.field.NumberField;
import vn.ansinh.ui.kit.text.Texts;

/** Fields for how and to whom money is paid. */
public final class PaymentFields {

    private static final Texts TEXTS = Texts.of(PaymentFields.class);
    /** Ways that need an account. */
    private static final Set<String> BY_ACCOUNT = Set.of("TKNH", "TKDT", "ATM", "VNEID");

    private final ComboBox<Entry> method = new ComboBox<>(TEXTS.get("payment.method"));
    private final NumberField account;
    private final TextField bank = new TextField(TEXTS.get("payment.bank"));
    private final ComboBox<PayeeRole> role = new ComboBox<>(TEXTS.get("payment.role"));
    private final TextField payee = new TextField(TEXTS.get("payment.payee"));
    private final NumberField number;
    private final List<Entry> methods;
    private boolean asked = true;
    private boolean applicant;

    /**
     * @param methods entries of list {@code hinh-thuc-chi-tra}
     * @param now what the fields show at first
     * @param sight how much of its numbers
     */
    public PaymentFields(List<Entry> methods, PaymentDetails now, NumberSight sight) {
        this.methods = methods;
        account = new NumberField(TEXTS.get("payment.account"), null, sight);
        number = new NumberField(TEXTS.get("payment.payee-number"), null, sight);
        method.setItems(Entry::isLike, methods);
        method.setItemLabelGenerator(Entry::name);
        method.setRequiredIndicatorVisible(true);
        Keys.enterTakesFirst(method);
        method.addValueChangeListener(event -> show());
        role.setItems(
                (one, typed) -> Vietnamese.fold(words(one)).contains(Vietnamese.fold(typed)),
                List.of(PayeeRole.values()));
        role.setItemLabelGenerator(this::words);
        role.setRequiredIndicatorVisible(true);
        Keys.enterTakesFirst(role);
        role.addValueChangeListener(event -> show());
        show(now);
    }

    /** Shows how money is paid already, in place of what stood there. */
    public void show(PaymentDetails now) {
        method.setValue(methods.stream()
                .filter(entry -> entry.code().equals(now.method()))
                .findFirst()
                .orElse(null));
        account.show(now.accountNumber());
        number.show(now.payeeNumber());
        role.setValue(now.payeeRole());
        bank.setValue(text(now.bank()));
        payee.setValue(text(now.payeeName()));
        show();
    }

    private String words(PayeeRole one) {
        return TEXTS.get("payment.role." + (applicant && one == PayeeRole.SELF ? "APPLICANT" : one));
    }

    /** @param paid whether who applies stands for the person themselves: the dead are not paid */
    public void payApplicant(boolean paid) {
        applicant = paid;
        role.setItemLabelGenerator(this::words);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    /** Whether the fields are there at all. */
    public void ask(boolean wanted) {
        asked = wanted;
        show();
    }

    private void show() {
        method.setVisible(asked);
        role.setVisible(asked);
        boolean byAccount = asked && byAccount();
        account.setVisible(byAccount);
        bank.setVisible(byAccount);
        boolean other = asked && role.getValue() != null && role.getValue() != PayeeRole.SELF;
        payee.setVisible(other);
        number.setVisible(other);
    }

    private boolean byAccount() {
        return method.getValue() != null
                && BY_ACCOUNT.contains(method.getValue().code());
    }

    /** The fields, in a form's order; those that do not matter now are hidden. */
    public List<Component> fields() {
        return List.of(method, account, bank, role, payee, number);
    }

    /** Puts the fields into a form. */
    public void addTo(FormDialog dialog) {
        dialog.wide(method).fields(account, bank).wide(role).fields(payee, number);
    }

    /** Whether anything was said of how money is paid. */
    public boolean given() {
        return method.getValue() != null;
    }

    /** Whether everything is there; marks what is not. */
    public boolean complete() {
        boolean noMethod = method.getValue() == null;
        method.setErrorMessage(noMethod ? TEXTS.get("payment.method-missing") : null);
        method.setInvalid(noMethod);
        boolean noRole = role.getValue() == null;
        role.setErrorMessage(noRole ? TEXTS.get("payment.role-missing") : null);
        role.setInvalid(noRole);
        return !noMethod && !noRole & given(account, "payment.account-missing") & given(payee, "payment.payee-missing");
    }

    private static boolean given(TextField field, String why) {
        boolean missing = field.isVisible() && field.getValue().isBlank();
        field.setErrorMessage(missing ? TEXTS.get(why) : null);
        field.setInvalid(missing);
        return !missing;
    }

    /** What was given; only when {@link #complete}. */
    public PaymentDetails details() {
        return new PaymentDetails(
                method.getValue().code(), value(account), value(bank), value(payee), value(number), role.getValue());
    }

    private static String value(NumberField field) {
        return field.isVisible() ? field.number() : null;
    }

    private static String value(TextField field) {
        return !field.isVisible() || field.getValue().isBlank()
                ? null
                : field.getValue().strip();
    }
}
