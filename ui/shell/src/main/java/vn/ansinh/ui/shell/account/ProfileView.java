package vn.ansinh.ui.shell.account;

import static vn.ansinh.ui.shell.account.AccessServices.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import vn.ansinh.api.access.Accounts.Session;
import vn.ansinh.api.access.Agency;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.access.Tokens.Token;
import vn.ansinh.ui.kit.component.Confirm;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.FactList;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.kit.component.Panel;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.shell.signin.SignedIn;

/** One's own page: what the account may do, where it is signed in, and its tokens. */
@Permitted(Permitted.SIGNED_IN)
public class ProfileView extends Page {

    private static final long serialVersionUID = 1L;

    private final transient AccessServices services;
    private final Panel sessions = new Panel(text("profile.sessions"));
    private final Panel tokens = new Panel(text("profile.tokens"));

    public ProfileView(AccessServices services) {
        super(text("profile.title"));
        this.services = services;
        Caller caller = services.access().require();
        setSub(caller.account());
        Panel me = new Panel(text("profile.me")).content(facts(caller));
        Panel rights = new Panel(text("profile.rights")).content(list(services.permissions(caller.permissions())));
        Button issue = new Button(text("token.issue"), VaadinIcon.PLUS.create(), event -> issue());
        tokens.atEnd(issue);
        Div body = new Div(me, sessions, tokens, rights);
        body.addClassName("as-stack");
        add(body);
        load();
    }

    private FactList facts(Caller caller) {
        String agency = services.agenciesNow().stream()
                .filter(known -> known.id() == caller.agencyId())
                .map(Agency::name)
                .findFirst()
                .orElse("");
        return new FactList()
                .fact(text("account.full-name"), caller.fullName())
                .fact(text("account.name"), caller.account())
                .fact(text("account.agency"), agency)
                .fact(text("account.unit"), services.territory(caller.unitId()))
                .fact(text("account.programs"), services.programs(caller.programs()));
    }

    /** Short lines, one below the other. */
    static Component list(List<String> lines) {
        UnorderedList list = new UnorderedList();
        lines.forEach(line -> list.add(new ListItem(line)));
        list.addClassName("as-plain-list");
        return list;
    }

    private void load() {
        Problems.guard(() -> {
            sessions.content(sessionTable());
            tokens.content(tokenTable());
        });
    }

    private Component sessionTable() {
        DataTable table = new DataTable(
                text("profile.sessions"),
                List.of(
                        text("session.browser"),
                        text("session.address"),
                        ">" + text("session.started"),
                        ">" + text("session.seen"),
                        ""));
        long own = SignedIn.session();
        for (Session session : services.accounts().mySessions()) {
            Component last = session.id() == own
                    ? new StateBadge(State.RECEIVING, text("session.this"))
                    : small(text("session.end"), () -> {
                        services.accounts().endSession(session.id());
                        load();
                    });
            table.row(
                    new Span(Browser.of(session.browser())),
                    new Span(session.address()),
                    new Span(Formats.time(session.started())),
                    new Span(Formats.time(session.seen())),
                    last);
        }
        return table;
    }

    private Component tokenTable() {
        List<Token> mine = services.tokens().mine();
        if (mine.isEmpty()) {
            Div none = new Div(text("tokens.none"));
            none.addClassName("as-muted");
            return none;
        }
        DataTable table = new DataTable(
                text("profile.tokens"),
                List.of(
                        text("token.name"),
                        text("token.scope"),
                        text("token.unit"),
                        ">" + text("token.expires"),
                        ">" + text("token.used"),
                        ""));
        for (Token token : mine) {
            table.row(
                    new Span(token.name()),
                    new Span(String.join(", ", services.permissions(token.permissions()))),
                    new Span(services.territory(token.unitId())),
                    new Span(Formats.time(token.expires())),
                    new Span(token.lastUsed() == null ? text("token.never") : Formats.time(token.lastUsed())),
                    end(token));
        }
        return table;
    }

    private Component end(Token token) {
        if (!token.isAlive(services.now())) {
            return new StateBadge(State.ENDED, text(token.revoked() == null ? "token.expired" : "token.revoked"));
        }
        return small(
                text("token.revoke"),
                () -> Confirm.ask(
                        text("token.revoke.title", token.name()),
                        text("token.revoke.what"),
                        text("token.revoke"),
                        true,
                        () -> {
                            services.tokens().revoke(token.id(), text("token.revoke.own"));
                            load();
                        }));
    }

    private static Button small(String label, Runnable action) {
        Button button = new Button(label, event -> Problems.guard(action));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    private void issue() {
        Problems.guard(() -> TokenForm.open(services, draft -> {
            String token = services.tokens().issue(draft);
            load();
            ShownOnce.open(text("token.issued", draft.name()), text("token.keep"), token);
        }));
    }
}
