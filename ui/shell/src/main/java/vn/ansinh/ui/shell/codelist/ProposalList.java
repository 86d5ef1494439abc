package vn.ansinh.ui.shell.codelist;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import java.util.Locale;
import vn.ansinh.api.codelist.CodeProposal;
import vn.ansinh.ui.kit.component.FilterBar;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.layout.SidePanel;

/** What was proposed of all lists, what waits first of all; one opened up for who decides. */
final class ProposalList extends Div {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(ProposalList.class);
    /** Query parameter with the number of the proposal that is open. */
    private static final String NUMBER = "so";
    /** Query parameter with a state. */
    private static final String STATE = "tinh-trang";

    /** What to show. @param state {@code null} for all */
    private record Which(CodeProposal.State state) {

        String words() {
            return state == null ? TEXTS.get("proposals.all") : state.label();
        }
    }

    private final transient CodeListServices services;
    private final transient Runnable decided;
    private final LazyGrid<CodeProposal> grid = new LazyGrid<>(TEXTS.get("proposals"));
    private final SidePanel side = new SidePanel(grid);
    private final Select<Which> which = new Select<>();

    /** @param decided told when one waits no more */
    ProposalList(CodeListServices services, Runnable decided) {
        this.services = services;
        this.decided = decided;
        addClassName("as-contents");
        Div head = new Div(new H2(TEXTS.get("proposals")));
        head.addClassName("as-codelist-head");
        add(head, filters());
        grid.link("number", TEXTS.get("proposal.number"), one -> Long.toString(one.id()), one -> open(one.id()))
                .setWidth("76px")
                .setFlexGrow(0);
        grid.wrapped("list", TEXTS.get("list"), CodeProposal::listName).setFlexGrow(2);
        grid.wrapped("what", TEXTS.get("proposal.what"), ProposalList::what).setFlexGrow(3);
        grid.wrapped("whose", TEXTS.get("whose"), one -> services.whose(one.unitId()));
        grid.wrapped("by", TEXTS.get("proposal.by"), CodeProposal::proposedName).setFlexGrow(1);
        grid.numeric("at", TEXTS.get("proposal.at"), one -> Formats.time(one.proposedAt()))
                .setAutoWidth(false)
                .setWidth("136px");
        grid.state(
                "state",
                TEXTS.get("state"),
                ProposalList::state,
                one -> one.state().label());
        grid.narrow(
                TEXTS.get("proposals"),
                one -> new NarrowRow(
                        what(one),
                        one.listName() + " · " + one.proposedName(),
                        Formats.time(one.proposedAt()),
                        state(one),
                        one.state().label()),
                one -> open(one.id()));
        add(side);
        load();
        PageAddress.current()
                .get(NUMBER)
                .filter(text -> text.matches("\\d{1,18}"))
                .ifPresent(text -> open(Long.parseLong(text)));
    }

    private Component filters() {
        PageAddress address = PageAddress.current();
        which.setItems(
                new Which(CodeProposal.State.WAITING),
                new Which(CodeProposal.State.APPROVED),
                new Which(CodeProposal.State.REJECTED),
                new Which(CodeProposal.State.WITHDRAWN),
                new Which(null));
        which.setItemLabelGenerator(Which::words);
        which.setAriaLabel(TEXTS.get("state"));
        which.setValue(address.get(STATE)
                .flatMap(asked -> which.getListDataView()
                        .getItems()
                        .filter(one -> asked.equals(name(one)))
                        .findFirst())
                .orElse(new Which(CodeProposal.State.WAITING)));
        which.addValueChangeListener(event -> {
            address.put(STATE, event.getValue().state() == CodeProposal.State.WAITING ? "" : name(event.getValue()));
            load();
        });
        FilterBar bar = new FilterBar();
        bar.addField(which);
        bar.addAtEnd(grid.columnChooser());
        return bar;
    }

    private static String name(Which one) {
        return one.state() == null ? "tat-ca" : one.state().name().toLowerCase(Locale.ROOT);
    }

    private static String what(CodeProposal proposal) {
        if (proposal.count() == 1 && !proposal.items().isEmpty()) {
            CodeProposal.Item item = proposal.items().get(0);
            return item.kind().label() + ": " + item.code() + " – "
                    + item.after().name();
        }
        return TEXTS.get("proposal.many", proposal.count(), proposal.file());
    }

    private static State state(CodeProposal proposal) {
        return switch (proposal.state()) {
            case WAITING -> State.WAITING;
            case APPROVED -> State.APPROVED;
            case REJECTED -> State.REJECTED;
            case WITHDRAWN -> State.CANCELLED;
        };
    }

    private void load() {
        Problems.guard(() -> {
            grid.setEmptyText(TEXTS.get(
                    which.getValue().state() == CodeProposal.State.WAITING ? "proposals.none" : "proposals.none-such"));
            grid.setRows(services.editing().proposals(null, which.getValue().state()));
        });
    }

    private void open(long id) {
        Problems.guard(() -> {
            CodeProposal proposal = services.editing().proposal(id);
            PageAddress.current().put(NUMBER, Long.toString(id));
            side.open(
                    TEXTS.get("proposal.title", Long.toString(id)),
                    new Component[] {
                        new StateBadge(state(proposal), proposal.state().label())
                    },
                    new ProposalPanel(services, proposal, () -> {
                        load();
                        open(id);
                        decided.run();
                    }));
        });
    }
}
