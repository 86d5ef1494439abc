package vn.ansinh.ui.shell.report;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.Reports.Saved;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;

/** Choices that one keeps under names: taken up again, added to, taken away. */
final class SavedMenu extends Div {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(SavedMenu.class);
    private static final int LONGEST_NAME = 80;

    private final transient ReportServices services;
    private final transient Supplier<ReportDefinition> report;
    private final transient Supplier<Optional<Map<String, String>>> chosen;
    private final Div entries = new Div();
    private final Popover menu = new Popover(entries);

    /** @param chosen what is in the fields; marks what is missing, and is empty then */
    SavedMenu(
            ReportServices services,
            Supplier<ReportDefinition> report,
            Supplier<Optional<Map<String, String>>> chosen) {
        this.services = services;
        this.report = report;
        this.chosen = chosen;
        addClassName("as-contents");
        Button open = new Button(TEXTS.get("saved"), VaadinIcon.BOOKMARK_O.create());
        entries.addClassName("as-menu");
        menu.setTarget(open);
        menu.setModal(true);
        menu.setAutofocus(true);
        menu.setPosition(PopoverPosition.BOTTOM_END);
        menu.setAriaLabel(TEXTS.get("saved"));
        menu.addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                Problems.guard(this::show);
            }
        });
        show();
        add(open, menu);
    }

    private void show() {
        entries.removeAll();
        List<Saved> saved = services.reports().saved(report.get().id());
        for (Saved each : saved) {
            entries.add(entry(each));
        }
        Button save = new Button(TEXTS.get("saved.save"), VaadinIcon.PLUS.create(), event -> {
            menu.close();
            chosen.get().ifPresent(this::ask);
        });
        save.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        entries.add(save);
        if (!saved.isEmpty()) {
            Button forget = new Button(TEXTS.get("saved.forget"), VaadinIcon.TRASH.create(), event -> {
                menu.close();
                forget(saved);
            });
            forget.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            entries.add(forget);
        }
    }

    private Button entry(Saved saved) {
        Button entry = new Button(saved.name(), event -> {
            menu.close();
            ReportAddress.open(report.get().id(), saved.values());
        });
        entry.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return entry;
    }

    private void ask(Map<String, String> values) {
        String id = report.get().id();
        TextField name = new TextField(TEXTS.get("saved.name"));
        name.setMaxLength(LONGEST_NAME);
        name.setRequiredIndicatorVisible(true);
        String lead = String.join(" · ", services.reports().words(id, values));
        new FormDialog(TEXTS.get("saved.title"), lead.isEmpty() ? null : lead, TEXTS.get("saved.verb"))
                .wide(name)
                .does(() -> filled(name), () -> {
                    services.reports().save(id, name.getValue(), values);
                    Problems.done(TEXTS.get("saved.done", name.getValue().strip()));
                })
                .open();
        name.focus();
    }

    private static boolean filled(TextField name) {
        name.setInvalid(name.getValue().isBlank());
        name.setErrorMessage(name.isInvalid() ? TEXTS.get("missing", name.getLabel()) : null);
        return !name.isInvalid();
    }

    private void forget(List<Saved> saved) {
        String id = report.get().id();
        ComboBox<Saved> which = new ComboBox<>(TEXTS.get("saved.name"));
        which.setItems(saved);
        which.setItemLabelGenerator(Saved::name);
        new FormDialog(TEXTS.get("saved.forget.title"), null, TEXTS.get("saved.forget.verb"))
                .wide(which)
                .does(
                        () -> {
                            which.setInvalid(which.isEmpty());
                            which.setErrorMessage(which.isEmpty() ? TEXTS.get("missing", which.getLabel()) : null);
                            return !which.isEmpty();
                        },
                        () -> {
                            services.reports().forget(id, which.getValue().name());
                            Problems.done(TEXTS.get(
                                    "saved.forget.done", which.getValue().name()));
                        })
                .open();
    }
}
