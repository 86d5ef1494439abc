package vn.ansinh.ui.shell.account;

import static vn.ansinh.ui.shell.account.AccessServices.text;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Role;
import vn.ansinh.api.access.Roles.RoleDraft;
import vn.ansinh.ui.kit.component.FormDialog;

/** Asks what a role is to be. */
final class RoleForm {

    private final TextField name = new TextField(text("role.name"));
    private final MultiSelectComboBox<String> permissions = new MultiSelectComboBox<>(text("role.permissions"));

    private RoleForm(AccessServices services, String called, Set<String> held) {
        name.setRequiredIndicatorVisible(true);
        name.setHelperText(text("role.name.help"));
        name.setValue(called);
        Caller caller = services.access().require();
        Map<String, String> labels = services.permissioned().labels();
        List<String> own = labels.keySet().stream().filter(caller::may).toList();
        permissions.setItems(own);
        permissions.setItemLabelGenerator(permission -> labels.getOrDefault(permission, permission));
        permissions.setRequiredIndicatorVisible(true);
        permissions.setHelperText(text("role.permissions.help"));
        Set<String> chosen = new HashSet<>(held.contains("*") ? own : held);
        chosen.retainAll(own);
        permissions.setValue(chosen);
    }

    /** A new one. @param permissions with which to begin */
    static void define(AccessServices services, Set<String> permissions, Consumer<RoleDraft> define) {
        RoleForm form = new RoleForm(services, "", permissions);
        new FormDialog(text("role.define"), text("role.define.what"), text("role.define"))
                .wide(form.name)
                .wide(form.permissions)
                .does(form::isComplete, () -> define.accept(form.draft()))
                .open();
    }

    /** One that is there. @param change is told why */
    static void change(AccessServices services, Role role, BiConsumer<RoleDraft, String> change) {
        RoleForm form = new RoleForm(services, role.name(), role.permissions());
        TextArea why = new TextArea(text("word.reason"));
        new FormDialog(text("role.change.title", role.name()), text("role.change.what"), text("word.save"))
                .wide(form.name)
                .wide(form.permissions)
                .wide(why)
                .does(
                        form::isComplete,
                        () -> change.accept(form.draft(), why.getValue().strip()))
                .open();
    }

    private boolean isComplete() {
        name.setInvalid(name.getValue().isBlank());
        name.setErrorMessage(text("word.missing"));
        permissions.setInvalid(permissions.getValue().isEmpty());
        permissions.setErrorMessage(text("word.missing"));
        return !name.isInvalid() && !permissions.isInvalid();
    }

    private RoleDraft draft() {
        return new RoleDraft(name.getValue().strip(), permissions.getValue());
    }
}
