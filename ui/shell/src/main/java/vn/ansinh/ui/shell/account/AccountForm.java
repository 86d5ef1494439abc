package vn.ansinh.ui.shell.account;

import static vn.ansinh.ui.shell.account.AccessServices.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.ansinh.api.access.Accounts.Account;
import vn.ansinh.api.access.Accounts.State;
import vn.ansinh.api.access.Agency;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Role;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.field.UnitPicker;

/** The form behind issuing an account and changing one. */
final class AccountForm {

    private static final String ALL = "*";

    private final AccessServices services;
    private final Caller issuer;
    private final TextField name = new TextField(text("account.name"));
    private final TextField fullName = new TextField(text("account.full-name"));
    private final Checkbox unitsOwn = new Checkbox(text("account.units-own"));
    private final ComboBox<Account> holder = new ComboBox<>(text("account.holder"));
    private final ComboBox<Agency> agency = new ComboBox<>(text("account.agency"));
    private final UnitPicker unit;
    private final MultiSelectComboBox<Role> roles = new MultiSelectComboBox<>(text("account.roles"));
    private final MultiSelectComboBox<String> programs = new MultiSelectComboBox<>(text("account.programs"));
    private final MultiSelectComboBox<String> permissions = new MultiSelectComboBox<>(text("account.permissions"));

    private AccountForm(AccessServices services, List<Agency> agencies) {
        this.services = services;
        this.issuer = services.access().require();
        this.unit = new UnitPicker(text("account.unit"), services.units(), issuer.unitId(), services::today);
        name.setRequiredIndicatorVisible(true);
        name.setHelperText(text("account.name.help"));
        name.getElement().setAttribute("autocapitalize", "none");
        fullName.setRequiredIndicatorVisible(true);
        agency.setItems(agencies);
        agency.setItemLabelGenerator(Agency::name);
        agency.addValueChangeListener(event -> {
            if (event.isFromClient()
                    && event.getValue() != null
                    && event.getValue().unitId() != 0) {
                services.units().byId(event.getValue().unitId()).ifPresent(unit::setValue);
            }
        });
        unit.setHelperText(issuer.unitId() == 0 ? text("account.unit.help") : null);
        roles.setItems(services.accounts().roles());
        roles.setItemLabelGenerator(Role::name);
        Map<String, String> names = services.programNames();
        programs.setItems(
                new TreeSet<>(names.keySet().stream().filter(issuer::works).toList()));
        programs.setItemLabelGenerator(id -> names.getOrDefault(id, id));
        programs.setHelperText(text("account.programs.help"));
        Map<String, String> labels = services.permissioned().labels();
        permissions.setItems(labels.keySet().stream().filter(issuer::may).toList());
        permissions.setItemLabelGenerator(permission -> labels.getOrDefault(permission, permission));
        permissions.setHelperText(text("account.permissions.help"));
        holder.setItemLabelGenerator(account -> account.fullName() + " (" + account.name() + ")");
        holder.setClearButtonVisible(true);
        holder.addValueChangeListener(event -> rightsAreTheUnits(event.getValue() != null));
    }

    /** Asks for a new account. @param known accounts, among which are the units' own */
    static void issue(AccessServices services, List<Agency> agencies, List<Account> known, Consumer<Account> issue) {
        AccountForm form = new AccountForm(services, agencies);
        form.holder.setItems(
                known.stream().filter(account -> account.state() == State.UNIT).toList());
        new FormDialog(text("account.issue"), text("account.issue.what"), text("account.issue"))
                .fields(form.name, form.fullName)
                .wide(form.unitsOwn)
                .fields(form.agency, form.unit, form.roles, form.programs)
                .wide(form.permissions)
                .wide(form.holder)
                .does(form::isComplete, () -> issue.accept(form.account(Set.of())))
                .open();
    }

    /** Asks what an account is to be. */
    static void change(AccessServices services, List<Agency> agencies, Account account, Consumer<Account> change) {
        AccountForm form = new AccountForm(services, agencies);
        form.fill(account, agencies);
        FormDialog dialog = new FormDialog(
                        text("account.change.title", account.name()), text("account.change.what"), text("word.save"))
                .fields(form.name, form.fullName);
        if (account.holder().isEmpty()) {
            dialog.fields(form.agency, form.unit, form.roles, form.programs).wide(form.permissions);
        }
        dialog.does(form::isComplete, () -> change.accept(form.account(account)))
                .open();
    }

    private void fill(Account account, List<Agency> agencies) {
        name.setValue(account.name());
        name.setReadOnly(true);
        fullName.setValue(account.fullName());
        unitsOwn.setValue(account.state() == State.UNIT);
        agencies.stream()
                .filter(known -> known.id() == account.agencyId())
                .findFirst()
                .ifPresent(agency::setValue);
        services.units().byId(account.unitId()).ifPresent(unit::setValue);
        roles.setValue(services.accounts().roles().stream()
                .filter(role -> account.roles().contains(role.code()))
                .collect(Collectors.toSet()));
        programs.setValue(shown(account.programs(), services.programNames().keySet()));
        permissions.setValue(
                shown(account.permissions(), services.permissioned().declared()));
    }

    private static Set<String> shown(Set<String> held, Set<String> known) {
        Set<String> shown = new HashSet<>(held);
        shown.retainAll(known);
        return shown;
    }

    private void rightsAreTheUnits(boolean units) {
        List.<Component>of(agency, unit, roles, programs, permissions).forEach(field -> field.setVisible(!units));
        unitsOwn.setVisible(!units);
    }

    private boolean isComplete() {
        name.setInvalid(name.getValue().isBlank());
        fullName.setInvalid(fullName.getValue().isBlank());
        name.setErrorMessage(text("word.missing"));
        fullName.setErrorMessage(text("word.missing"));
        return !name.isInvalid() && !fullName.isInvalid();
    }

    /** Of an account that is there, what this form does not show stays. */
    private Account account(Account before) {
        if (!before.holder().isEmpty()) {
            return new Account(
                    before.name(),
                    fullName.getValue().strip(),
                    before.unitId(),
                    before.permissions(),
                    before.agencyId(),
                    before.programs(),
                    before.roles(),
                    before.holder(),
                    before.mustChange(),
                    before.state());
        }
        Set<String> kept = new HashSet<>(before.permissions());
        kept.removeAll(services.permissioned().declared());
        return account(kept);
    }

    private Account account(Set<String> kept) {
        Set<String> held = new HashSet<>(permissions.getValue());
        held.addAll(kept);
        List<String> given = new ArrayList<>(programs.getValue());
        return new Account(
                name.getValue().strip(),
                fullName.getValue().strip(),
                unit.getValue() == null ? defaultUnit() : unit.getValue().id(),
                held,
                agency.getValue() == null
                        ? issuer.agencyId()
                        : agency.getValue().id(),
                given.isEmpty() ? Set.of(ALL) : Set.copyOf(given),
                roles.getValue().stream().map(Role::code).collect(Collectors.toSet()),
                holder.getValue() == null ? "" : holder.getValue().name(),
                false,
                unitsOwn.getValue() ? State.UNIT : State.ACTIVE);
    }

    private long defaultUnit() {
        return agency.getValue() == null ? issuer.unitId() : agency.getValue().unitId();
    }
}
