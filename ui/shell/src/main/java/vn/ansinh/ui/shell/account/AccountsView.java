package vn.ansinh.ui.shell.account;

import static vn.ansinh.ui.shell.account.AccessServices.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.ansinh.api.access.Accounts.Account;
import vn.ansinh.api.access.Agency;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.ui.kit.component.Confirm;
import vn.ansinh.ui.kit.component.FactList;
import vn.ansinh.ui.kit.component.FilterBar;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.shell.layout.SidePanel;

/** The accounts that the official may issue and look after. */
@Permitted(Permissions.ACCOUNT_MANAGE)
public class AccountsView extends Page implements AfterNavigationObserver {

    private static final long serialVersionUID = 1L;
    private static final String SEARCH = "tim";

    private final transient AccessServices services;
    private transient Map<Long, String> agencyNames = Map.of();
    private final transient Map<String, String> roleNames;
    private final Div filters = new Div();
    private final LazyGrid<Account> grid = new LazyGrid<>(text("accounts.title"));
    private final SidePanel side = new SidePanel(grid);
    private transient List<Account> all = List.of();

    public AccountsView(AccessServices services) {
        super(text("accounts.title"));
        this.services = services;
        this.roleNames = services.roleNames();
        setMainAction(new Button(text("account.issue"), VaadinIcon.PLUS.create(), event -> issue()));
        filters.addClassName("as-contents");
        grid.link("name", text("account.name"), Account::name, this::open).setFlexGrow(2);
        grid.wrapped("full-name", text("account.full-name"), Account::fullName).setFlexGrow(3);
        grid.wrapped("roles", text("account.roles"), this::roles).setFlexGrow(3);
        grid.wrapped("unit", text("account.unit"), account -> services.territory(account.unitId()))
                .setFlexGrow(3);
        grid.wrapped("agency", text("account.agency"), this::agency).setFlexGrow(3);
        grid.state(
                "state",
                text("account.state"),
                AccountsView::look,
                account -> account.state().label());
        grid.narrow(
                text("account.name"),
                account -> new NarrowRow(
                        account.fullName(),
                        account.name() + " · " + services.territory(account.unitId()),
                        "",
                        look(account),
                        account.state().label()),
                this::open);
        grid.setEmptyText(text("accounts.none"));
        add(filters, side);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        FilterBar bar = new FilterBar();
        bar.search(text("accounts.search"), SEARCH, this::show);
        filters.removeAll();
        filters.add(bar);
        load();
    }

    private void load() {
        Problems.guard(() -> {
            agencyNames = services.agencyNames();
            all = services.accounts().all();
            show();
        });
    }

    private void show() {
        String wanted = Vietnamese.fold(PageAddress.current().get(SEARCH).orElse(""));
        List<Account> rows = all.stream()
                .filter(account -> Vietnamese.fold(account.name() + " " + account.fullName() + " " + agency(account)
                                + " " + services.territory(account.unitId()))
                        .contains(wanted))
                .toList();
        grid.setRows(rows);
        grid.footer("name", text("accounts.count", rows.size()));
    }

    private String agency(Account account) {
        return agencyNames.getOrDefault(account.agencyId(), "");
    }

    private String roles(Account account) {
        if (!account.holder().isEmpty()) {
            return text("account.behind", account.holder());
        }
        List<String> words = new ArrayList<>(account.roles().stream()
                .map(role -> roleNames.getOrDefault(role, role))
                .sorted()
                .toList());
        if (account.permissions().contains("*")) {
            words.add(text("permission.all"));
        } else if (!account.permissions().isEmpty()) {
            words.add(text("account.more", account.permissions().size()));
        }
        return String.join(", ", words);
    }

    private static State look(Account account) {
        return switch (account.state()) {
            case ACTIVE -> State.APPROVED;
            case UNIT -> State.RECEIVING;
            case LOCKED -> State.SUSPENDED;
            case OFF -> State.ENDED;
        };
    }

    private void open(Account account) {
        Problems.guard(() -> {
            List<Component> content = new ArrayList<>();
            content.add(facts(account));
            content.add(actions(account));
            if (!account.permissions().isEmpty()) {
                content.add(SidePanel.heading(text("account.permissions")));
                content.add(ProfileView.list(services.permissions(account.permissions())));
            }
            List<Account> users = services.accounts().users(account.name());
            if (!users.isEmpty()) {
                content.add(SidePanel.heading(text("account.users")));
                content.add(ProfileView.list(users.stream()
                        .map(user -> user.fullName() + " (" + user.name() + ")")
                        .toList()));
            }
            StateBadge badge = new StateBadge(look(account), account.state().label());
            side.open(account.fullName(), new Component[] {badge}, content.toArray(Component[]::new));
        });
    }

    private FactList facts(Account account) {
        return new FactList()
                .fact(text("account.name"), account.name())
                .fact(text("account.agency"), agency(account))
                .fact(text("account.unit"), services.territory(account.unitId()))
                .fact(text("account.roles"), roles(account))
                .fact(text("account.programs"), services.programs(account.programs()))
                .fact(text("account.must-change"), text(account.mustChange() ? "word.yes" : "word.no"));
    }

    private Component actions(Account account) {
        Div actions = new Div();
        actions.addClassNames("as-row", "wrap");
        switch (account.state()) {
            case ACTIVE ->
                actions.add(
                        button("account.change", VaadinIcon.PENCIL, () -> change(account)),
                        button("account.reset", VaadinIcon.KEY, () -> reset(account)),
                        button("account.lock", VaadinIcon.LOCK, () -> lock(account)),
                        button("account.retire", VaadinIcon.STOP, () -> retire(account)));
            case UNIT ->
                actions.add(
                        button("account.change", VaadinIcon.PENCIL, () -> change(account)),
                        button("account.retire", VaadinIcon.STOP, () -> retire(account)));
            case LOCKED ->
                actions.add(
                        button("account.unlock", VaadinIcon.UNLOCK, () -> unlock(account)),
                        button("account.retire", VaadinIcon.STOP, () -> retire(account)));
            default -> actions.setVisible(false);
        }
        return actions;
    }

    private static Button button(String label, VaadinIcon icon, Runnable action) {
        return new Button(text(label), icon.create(), event -> action.run());
    }

    private void issue() {
        Problems.guard(() -> AccountForm.issue(services, agencies(), all, wanted -> {
            String password = services.accounts().add(wanted);
            done();
            if (!password.isEmpty()) {
                ShownOnce.open(text("account.issued", wanted.name()), text("account.hand-over"), password);
            }
        }));
    }

    private void change(Account account) {
        Problems.guard(() -> AccountForm.change(services, agencies(), account, wanted -> {
            services.accounts().change(wanted);
            done();
        }));
    }

    private List<Agency> agencies() {
        return services.agenciesNow();
    }

    private void done() {
        side.close();
        load();
        Problems.done(text("word.saved"));
    }

    private void reset(Account account) {
        Confirm.ask(
                text("account.reset.title", account.name()),
                text("account.reset.what"),
                text("account.reset"),
                false,
                () -> ShownOnce.open(
                        text("account.reset.done", account.name()),
                        text("account.hand-over"),
                        services.accounts().resetPassword(account.name())));
    }

    private void unlock(Account account) {
        Problems.guard(() -> {
            services.accounts().unlock(account.name());
            done();
        });
    }

    private void lock(Account account) {
        ask("account.lock", account, reason -> services.accounts().lock(account.name(), reason));
    }

    private void retire(Account account) {
        ask("account.retire", account, reason -> services.accounts().retire(account.name(), reason));
    }

    private void ask(String key, Account account, Consumer<String> action) {
        TextArea reason = new TextArea(text("word.reason"));
        reason.setRequiredIndicatorVisible(true);
        new FormDialog(text(key + ".title", account.name()), text(key + ".what"), text(key))
                .dangerous()
                .wide(reason)
                .does(
                        () -> {
                            reason.setInvalid(reason.getValue().isBlank());
                            reason.setErrorMessage(text("word.reason.missing"));
                            return !reason.isInvalid();
                        },
                        () -> {
                            action.accept(reason.getValue().strip());
                            done();
                        })
                .open();
    }
}
