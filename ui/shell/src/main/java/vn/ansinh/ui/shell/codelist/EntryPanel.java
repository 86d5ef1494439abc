package vn.ansinh.ui.shell.codelist;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.codelist.CodeEntry;
import vn.ansinh.api.codelist.CodeList;
import vn.ansinh.api.codelist.CodeListEditing.Usage;
import vn.ansinh.api.codelist.CodeProposal;
import vn.ansinh.api.codelist.CodeProposal.Source;
import vn.ansinh.api.codelist.CodeUse;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.FactList;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.layout.SidePanel;

/** One code: what it says, where it is used, what was done to it, and what can be. */
final class EntryPanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(EntryPanel.class);

    private final transient CodeListServices services;
    private final transient CodeList list;
    private final transient List<CodeEntry> spans;
    private final transient Runnable proposals;

    /**
     * @param spans all of the code, the latest first; at least one
     * @param changed told when a change was proposed
     * @param proposals shows what waits
     */
    EntryPanel(CodeListServices services, CodeList list, List<CodeEntry> spans, Runnable changed, Runnable proposals) {
        this.services = services;
        this.list = list;
        this.spans = spans;
        this.proposals = proposals;
        addClassName("as-stack");
        CodeEntry latest = spans.get(0);
        add(facts(latest));
        if (spans.size() > 1) {
            add(SidePanel.heading(TEXTS.get("spans")), overTime());
        }
        List<Usage> usage = services.editing().usage(list.code(), latest.code());
        add(SidePanel.heading(TEXTS.get("usage")), usage(usage));
        actions(latest, usage, changed);
        add(SidePanel.heading(TEXTS.get("history")), history(latest.code()));
    }

    private Component facts(CodeEntry entry) {
        FactList facts = new FactList()
                .fact(TEXTS.get("code"), entry.code())
                .fact(TEXTS.get("synonyms"), String.join(", ", entry.values().synonyms()))
                .fact(TEXTS.get("holds"), ChangeWords.span(entry.values()))
                .fact(
                        TEXTS.get("basis"),
                        entry.values().basis().isBlank()
                                ? list.basis()
                                : entry.values().basis())
                .fact(TEXTS.get("whose"), services.whose(entry.unitId()));
        return facts.fact(
                TEXTS.get("source"),
                entry.bundle() == null ? TEXTS.get("source.officials") : TEXTS.get("source.bundle", entry.bundle()));
    }

    private Component overTime() {
        DataTable table =
                new DataTable(TEXTS.get("spans"), List.of(TEXTS.get("name"), TEXTS.get("from"), TEXTS.get("to")));
        spans.forEach(span -> table.row(
                span.values().name(),
                Formats.date(span.values().from()),
                Formats.date(span.values().to())));
        return table;
    }

    /** Where it is used, a line each. */
    static Component usage(List<Usage> usage) {
        if (usage.isEmpty()) {
            return new Paragraph(TEXTS.get("usage.nobody-counts"));
        }
        UnorderedList lines = new UnorderedList();
        lines.addClassName("as-plain-list");
        usage.forEach(one -> lines.add(new ListItem(words(one))));
        return lines;
    }

    private static String words(Usage usage) {
        if (usage.count() == null) {
            return TEXTS.get("usage.unknown", usage.what());
        }
        return usage.count() > CodeUse.MANY
                ? TEXTS.get("usage.many", Money.format(CodeUse.MANY), usage.what())
                : TEXTS.get("usage.count", usage.count(), usage.what());
    }

    private void actions(CodeEntry entry, List<Usage> usage, Runnable changed) {
        if (entry.waiting()) {
            Button show = new Button(TEXTS.get("proposals.show"), event -> proposals.run());
            show.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            add(MessageBar.info(TEXTS.get("change-waits.text")).action(show));
            return;
        }
        if (!list.present() || !services.may(Permissions.CODELIST_PROPOSE, entry.unitId())) {
            return;
        }
        EntryDialogs dialogs = new EntryDialogs(services, list, changed);
        Div buttons = new Div();
        buttons.addClassNames("as-row", "wrap");
        buttons.add(button("correct.open", VaadinIcon.EDIT, () -> dialogs.correct(entry)));
        if (entry.values().to() == null) {
            buttons.add(button("change.open", VaadinIcon.CALENDAR_CLOCK, () -> dialogs.change(entry)));
            buttons.add(button("close.open", VaadinIcon.STOP, () -> dialogs.close(entry, usage)));
        } else {
            buttons.add(button("reopen.open", VaadinIcon.PLAY, () -> dialogs.reopen(entry)));
        }
        add(buttons);
    }

    private static Button button(String key, VaadinIcon icon, Runnable action) {
        Button button = new Button(TEXTS.get(key), icon.create(), event -> Problems.guard(action));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }

    private Component history(String code) {
        UnorderedList lines = new UnorderedList();
        lines.addClassName("as-timeline");
        for (CodeProposal proposal : services.editing().history(list.code(), code)) {
            proposal.items().forEach(item -> {
                Div what = new Div(item.kind().label() + ": " + ChangeWords.inOneLine(item));
                Div who = new Div(who(proposal));
                who.addClassNames("as-muted", "as-small");
                lines.add(new ListItem(what, who));
            });
        }
        return lines;
    }

    private static String who(CodeProposal proposal) {
        if (proposal.source() == Source.BUNDLE) {
            return TEXTS.get("history.bundle", Formats.time(proposal.proposedAt()), proposal.file());
        }
        String made = TEXTS.get(
                "history.proposed", Formats.time(proposal.proposedAt()), proposal.proposedName(), proposal.why());
        return proposal.decidedAt() == null
                ? made + " " + TEXTS.get("history.waits")
                : made + " "
                        + TEXTS.get(
                                "history." + proposal.state(),
                                Formats.time(proposal.decidedAt()),
                                proposal.decidedName(),
                                proposal.reason() == null ? "" : proposal.reason());
    }
}
