package vn.ansinh.ui.shell.account;

import static vn.ansinh.ui.shell.account.AccessServices.text;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import vn.ansinh.api.access.Agencies.AgencyDraft;
import vn.ansinh.api.access.Agency;
import vn.ansinh.api.access.Caller;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.field.DateField;
import vn.ansinh.ui.kit.field.UnitPicker;

/** The form behind founding an agency and changing one from a day on. */
final class AgencyForm {

    private final TextField code = new TextField(text("agency.code"));
    private final TextField name = new TextField(text("agency.name"));
    private final ComboBox<Agency> parent = new ComboBox<>(text("agency.parent"));
    private final UnitPicker unit;
    private final MultiSelectComboBox<String> programs = new MultiSelectComboBox<>(text("agency.programs"));
    private final TextArea heading = new TextArea(text("agency.heading"));
    private final DateField from = new DateField(text("agency.from"));
    private final long ownUnit;

    private AgencyForm(AccessServices services, List<Agency> agencies, Set<String> held) {
        Caller caller = services.access().require();
        ownUnit = caller.unitId();
        unit = new UnitPicker(text("agency.unit"), services.units(), ownUnit, services::today);
        code.setHelperText(text("agency.code.help"));
        code.setRequiredIndicatorVisible(true);
        name.setRequiredIndicatorVisible(true);
        parent.setItems(agencies);
        parent.setItemLabelGenerator(Agency::name);
        parent.setClearButtonVisible(true);
        Map<String, String> names = services.programNames();
        Set<String> known = new TreeSet<>(names.keySet());
        // of a program that does not run: it stays in charge all the same
        known.addAll(held);
        programs.setItems(known);
        programs.setItemLabelGenerator(id -> id.equals("*") ? text("program.all") : names.getOrDefault(id, id));
        heading.setHelperText(text("agency.heading.help"));
        from.setValue(services.today());
    }

    static void found(AccessServices services, List<Agency> agencies, BiConsumer<AgencyDraft, LocalDate> action) {
        AgencyForm form = new AgencyForm(services, agencies, Set.of("*"));
        form.open(new FormDialog(text("agency.found"), null, text("agency.found")), action);
    }

    static void change(
            AccessServices services, List<Agency> agencies, Agency agency, BiConsumer<AgencyDraft, LocalDate> action) {
        AgencyForm form = new AgencyForm(services, agencies, agency.programs());
        form.code.setValue(agency.code());
        form.code.setReadOnly(true);
        form.name.setValue(agency.name());
        agencies.stream()
                .filter(known -> known.id() == agency.parentId())
                .findFirst()
                .ifPresent(form.parent::setValue);
        services.units().byId(agency.unitId()).ifPresent(form.unit::setValue);
        form.programs.setValue(new HashSet<>(agency.programs()));
        form.heading.setValue(agency.heading());
        form.open(
                new FormDialog(
                        text("agency.change.title", agency.name()), text("agency.change.what"), text("word.save")),
                action);
    }

    private void open(FormDialog dialog, BiConsumer<AgencyDraft, LocalDate> action) {
        dialog.fields(code, name, parent, unit, programs, from)
                .wide(heading)
                .does(this::isComplete, () -> action.accept(draft(), from.getValue()))
                .open();
    }

    private boolean isComplete() {
        code.setInvalid(code.getValue().isBlank());
        code.setErrorMessage(text("word.missing"));
        name.setInvalid(name.getValue().isBlank());
        name.setErrorMessage(text("word.missing"));
        return !code.isInvalid() && !name.isInvalid() && from.getValue() != null;
    }

    private AgencyDraft draft() {
        return new AgencyDraft(
                code.getValue().strip(),
                name.getValue().strip(),
                parent.getValue() == null ? 0 : parent.getValue().id(),
                unit.getValue() == null ? ownUnit : unit.getValue().id(),
                programs.getValue(),
                heading.getValue().strip());
    }
}
