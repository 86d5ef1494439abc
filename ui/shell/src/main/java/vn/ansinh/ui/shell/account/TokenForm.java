package vn.ansinh.ui.shell.account;

import static vn.ansinh.ui.shell.account.AccessServices.text;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Tokens;
import vn.ansinh.api.access.Tokens.TokenDraft;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.field.DateField;
import vn.ansinh.ui.kit.field.UnitPicker;
import vn.ansinh.ui.kit.text.Formats;

/** Asks what a token is to be. */
final class TokenForm {

    private static final int USUAL_DAYS = 90;

    private TokenForm() {}

    static void open(AccessServices services, Consumer<TokenDraft> issue) {
        Caller caller = services.access().require();
        TextField name = new TextField(text("token.name"));
        name.setRequiredIndicatorVisible(true);
        name.setHelperText(text("token.name.help"));
        Map<String, String> labels = services.permissioned().labels();
        MultiSelectComboBox<String> scope = new MultiSelectComboBox<>(text("token.scope"));
        scope.setItems(labels.keySet().stream().filter(caller::may).toList());
        scope.setItemLabelGenerator(permission -> labels.getOrDefault(permission, permission));
        scope.setRequiredIndicatorVisible(true);
        UnitPicker unit = new UnitPicker(text("token.unit"), services.units(), caller.unitId(), services::today);
        unit.setHelperText(text("token.unit.help", services.territory(caller.unitId())));
        DateField expires = new DateField(text("token.expires"));
        expires.setValue(services.today().plusDays(USUAL_DAYS));
        expires.setHelperText(text("token.expires.help", Integer.toString(Tokens.LONGEST_DAYS)));
        new FormDialog(text("token.issue"), text("token.issue.what"), text("token.issue"))
                .fields(name, expires)
                .wide(scope)
                .wide(unit)
                .does(
                        () -> {
                            name.setInvalid(name.getValue().isBlank());
                            name.setErrorMessage(text("word.missing"));
                            scope.setInvalid(scope.getValue().isEmpty());
                            scope.setErrorMessage(text("word.missing"));
                            return !name.isInvalid() && !scope.isInvalid();
                        },
                        () -> {
                            LocalDate last = expires.getValue() == null
                                    ? services.today().plusDays(USUAL_DAYS)
                                    : expires.getValue();
                            issue.accept(new TokenDraft(
                                    name.getValue().strip(),
                                    scope.getValue(),
                                    unit.getValue() == null
                                            ? caller.unitId()
                                            : unit.getValue().id(),
                                    Set.of("*"),
                                    last.atStartOfDay(Formats.ZONE).toInstant()));
                        })
                .open();
    }
}
