package vn.ansinh.ui.shell.layout;

import static vn.ansinh.ui.shell.ShellTexts.text;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Map;
import vn.ansinh.api.access.Caller;
import vn.ansinh.ui.kit.context.Keys;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.shell.person.PeopleView;
import vn.ansinh.ui.shell.route.Navigation;

/** Finds a person from anywhere. */
final class PersonSearch extends Div {

    private static final long serialVersionUID = 1L;

    PersonSearch(Caller caller) {
        addClassName("as-contents");
        if (!Navigation.permits(caller, PeopleView.class)) {
            return;
        }
        TextField field = new TextField();
        field.addClassNames("as-search", "as-desk");
        field.setPlaceholder(text("search.placeholder"));
        field.setAriaLabel(text("search.label"));
        field.setPrefixComponent(VaadinIcon.SEARCH.create());
        Span key = new Span("Ctrl K");
        key.addClassName("as-kbd");
        key.getElement().setAttribute("aria-hidden", "true");
        field.setSuffixComponent(key);
        field.setValueChangeMode(ValueChangeMode.EAGER);
        field.addKeyDownListener(Key.ENTER, event -> {
            String wanted = field.getValue().strip();
            if (!wanted.isEmpty()) {
                field.clear();
                find(wanted);
            }
        });
        Keys.focusWithControl(field, "k");
        Button small = new Button(VaadinIcon.SEARCH.create(), event -> find(""));
        small.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        small.addClassName("as-phone");
        small.setAriaLabel(text("search.label"));
        add(field, small);
    }

    private static void find(String wanted) {
        UI.getCurrent()
                .navigate(
                        PeopleView.PATH,
                        WorkContext.current()
                                .parameters()
                                .mergingAll(Map.of(PeopleView.SEARCH, java.util.List.of(wanted))));
    }
}
