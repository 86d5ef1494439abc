package vn.ansinh.ui.shell.casework;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.casework.CaseDetail.Action;
import vn.ansinh.api.casework.CaseDetail.Track;
import vn.ansinh.api.casework.Step;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;

/** What the account may do with a case now: the one thing it is here for, and the others. */
final class CaseActions {

    private static final Texts TEXTS = Texts.of(CaseActions.class);

    private final OpenCase open;
    private final List<Entry> entries = new ArrayList<>();

    private final List<Entry> seldom = new ArrayList<>();

    /** One of them. @param red whether it ends the case against the citizen */
    private record Entry(String text, VaadinIcon icon, boolean red, Runnable action) {}

    CaseActions(OpenCase open) {
        this.open = open;
        CaseDialogs dialogs = new CaseDialogs(open);
        DraftDialogs drafts = new DraftDialogs(open);
        boolean draftFirst = open.may(Action.DRAFT) && open.detail().draft() == null;
        boolean appraises = draftFirst && (open.file().stepKind() == Step.Kind.APPRAISAL || !open.may(Action.FORWARD));
        add(Action.SIGN, "sign", VaadinIcon.DIPLOMA, false, drafts::sign);
        add(Action.SUPPLEMENTED, "supplemented", VaadinIcon.CHECK, false, dialogs::supplemented);
        add(Action.CONCLUDE, "conclude", VaadinIcon.GAVEL, false, dialogs::conclude);
        add(Action.GIVE_RESULT, "result", VaadinIcon.HANDSHAKE, false, dialogs::result);
        if (appraises) {
            add(Action.DRAFT, "draft", VaadinIcon.EDIT, false, drafts::grant);
        }
        if (open.may(Action.FORWARD)) {
            entries.add(new Entry(forward(), VaadinIcon.PAPERPLANE, false, dialogs::forward));
        }
        if (!appraises) {
            add(Action.DRAFT, draftFirst ? "draft" : "draft-again", VaadinIcon.EDIT, false, drafts::grant);
        }
        add(Action.ASK_SUPPLEMENT, "supplement", VaadinIcon.QUESTION_CIRCLE_O, false, dialogs::supplement);
        add(Action.COMPLAIN, "complain", VaadinIcon.COMMENT_O, false, dialogs::complain);
        add(Action.GIVE_BACK, "give-back", VaadinIcon.REPLY, false, dialogs::giveBack);
        add(Action.SEND_BACK, "send-back", VaadinIcon.REPLY, false, dialogs::sendBack);
        add(Action.DRAFT, "reject", VaadinIcon.BAN, true, drafts::reject);
        seldom(Action.AMEND, "amend", VaadinIcon.PENCIL, () -> new AmendForm(open).show());
        seldom(Action.APOLOGISE, "apologise", VaadinIcon.CLOCK, dialogs::apologise);
        seldom(Action.CHANGE_VERSION, "version", VaadinIcon.EXCHANGE, dialogs::changeVersion);
        seldom(Action.WITHDRAW, "withdraw", VaadinIcon.CLOSE_CIRCLE_O, dialogs::withdraw);
    }

    private void add(Action action, String text, VaadinIcon icon, boolean red, Runnable run) {
        if (open.may(action)) {
            entries.add(new Entry(TEXTS.get("action." + text), icon, red, run));
        }
    }

    private void seldom(Action action, String text, VaadinIcon icon, Runnable run) {
        if (open.may(action)) {
            seldom.add(new Entry(TEXTS.get("action." + text), icon, false, run));
        }
    }

    /** Where it goes on to. */
    private String forward() {
        boolean passed = false;
        for (Track track : open.detail().track()) {
            if (passed && !track.skipped() && track.step().kind() != Step.Kind.COMPLAINT) {
                return TEXTS.get("action.forward", lowered(track.step().name()));
            }
            passed |= track.step().code().equals(open.file().step());
        }
        return TEXTS.get("action.forward-on");
    }

    private static String lowered(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** For the side of the page, one below the other; empty when there is nothing to do. */
    List<Component> all() {
        List<Component> buttons = new ArrayList<>();
        for (Entry entry : entries) {
            Button button = button(entry);
            if (buttons.isEmpty() && !entry.red()) {
                button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
                button.setTooltipText(TEXTS.get("action.main-tip"));
                button.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).resetFocusOnActiveElement();
            }
            buttons.add(button);
        }
        if (!seldom.isEmpty()) {
            buttons.add(folded());
        }
        return buttons;
    }

    /** What is seldom done, out of the way. */
    private Component folded() {
        Div rest = new Div();
        rest.addClassName("as-menu");
        for (Entry entry : seldom) {
            Button button = button(entry);
            button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            rest.add(button);
        }
        return new Details(TEXTS.get("action.more"), rest);
    }

    /** For the foot of a narrow page: the first and a menu with the rest. */
    Optional<Component> bottom() {
        List<Entry> all = new ArrayList<>(entries);
        all.addAll(seldom);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Div bottom = new Div();
        bottom.addClassNames("as-bottom", "as-phone");
        Button main = button(all.get(0));
        main.addClassName("as-grow");
        if (!entries.isEmpty() && !all.get(0).red()) {
            main.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        bottom.add(main);
        if (all.size() > 1) {
            bottom.add(more(all.subList(1, all.size())));
        }
        return Optional.of(bottom);
    }

    private static Component more(List<Entry> rest) {
        Button dots = new Button(VaadinIcon.ELLIPSIS_DOTS_V.create());
        dots.addThemeVariants(ButtonVariant.LUMO_ICON);
        dots.setAriaLabel(TEXTS.get("action.more"));
        Div menu = new Div();
        menu.addClassName("as-menu");
        Popover popover = new Popover(menu);
        popover.setTarget(dots);
        popover.setModal(true);
        popover.setAutofocus(true);
        popover.setPosition(PopoverPosition.TOP_END);
        popover.setAriaLabel(TEXTS.get("action.more"));
        for (Entry entry : rest) {
            Button button = new Button(entry.text(), entry.icon().create(), event -> {
                popover.close();
                Problems.guard(entry.action());
            });
            button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            menu.add(button);
        }
        Div both = new Div(dots, popover);
        both.addClassName("as-contents");
        return both;
    }

    private static Button button(Entry entry) {
        Button button = new Button(entry.text(), entry.icon().create(), event -> Problems.guard(entry.action()));
        if (entry.red()) {
            button.addThemeVariants(ButtonVariant.LUMO_ERROR);
        }
        return button;
    }
}
