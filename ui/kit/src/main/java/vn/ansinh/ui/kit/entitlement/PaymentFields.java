package vn.ansinh.ui.kit.entitlement;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Set;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.api.benefit.PaymentDetails.PayeeRole;
import vn.ansinh.api.codelist.CodeLists.Entry;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.ui.kit.component.FormDialog;
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

    /**
     * @param methods entries of list {@code hinh-thuc-chi-tra}
     * @param now what the fields show at first
     * @param sight how much of its numbers
     */
    public PaymentFields(List<Entry> methods, PaymentDetails now, NumberSight sight) {
        account = new NumberField(TEXTS.get("payment.account"), now.accountNumber(), sight);
        number = new NumberField(TEXTS.get("payment.payee-number"), now.payeeNumber(), sight);
        method.setItems(Entry::isLike, methods);
        method.setItemLabelGenerator(Entry::name);
        method.setRequiredIndicatorVisible(true);
        method.addValueChangeListener(event -> show());
        role.setItems(PayeeRole.values());
        role.setItemLabelGenerator(one -> TEXTS.get("payment.role." + one));
        role.setRequiredIndicatorVisible(true);
        role.addValueChangeListener(event -> show());
        methods.stream()
                .filter(entry -> entry.code().equals(now.method()))
                .findFirst()
                .ifPresent(method::setValue);
        role.setValue(now.payeeRole());
        bank.setValue(text(now.bank()));
        payee.setValue(text(now.payeeName()));
        show();
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private void show() {
        boolean byAccount = byAccount();
        account.setVisible(byAccount);
        bank.setVisible(byAccount);
        boolean other = role.getValue() != null && role.getValue() != PayeeRole.SELF;
        payee.setVisible(other);
        number.setVisible(other);
    }

    private boolean byAccount() {
        return method.getValue() != null
                && BY_ACCOUNT.contains(method.getValue().code());
    }

    /** Puts the fields into a form. */
    public void addTo(FormDialog dialog) {
        dialog.wide(method).fields(account, bank).wide(role).fields(payee, number);
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
