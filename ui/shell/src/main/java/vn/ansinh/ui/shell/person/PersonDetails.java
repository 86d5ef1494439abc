package vn.ansinh.ui.shell.person;

import static vn.ansinh.ui.shell.ShellTexts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.benefit.Entitlement;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.policy.Benefit;
import vn.ansinh.api.policy.Discretion;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.FactList;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.entitlement.EntitlementActions;
import vn.ansinh.ui.kit.entitlement.EntitlementServices;
import vn.ansinh.ui.kit.entitlement.EntitlementTimeline;
import vn.ansinh.ui.kit.person.PersonPanel;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.shell.Services;
import vn.ansinh.ui.shell.calculator.CalculatorView;
import vn.ansinh.ui.shell.layout.SidePanel;
import vn.ansinh.ui.shell.route.Navigation;

/** What is known of one person: who, what they receive, and the facts on which that rests. */
final class PersonDetails {

    private final Services services;
    private final Runnable changed;

    /** @param changed told after something about the person was recorded */
    PersonDetails(Services services, Runnable changed) {
        this.services = services;
        this.changed = changed;
    }

    Component[] of(Person person) {
        List<Component> content = new ArrayList<>();
        content.add(identity(person));
        content.add(SidePanel.heading(text("people.entitlements")));
        content.add(part(() -> entitlements(person)));
        content.add(part(() -> next(person)));
        content.add(SidePanel.heading(text("people.facts")));
        content.add(part(() -> facts(person)));
        for (PersonPanel panel : PersonPanels.of(services.access().require())) {
            content.add(SidePanel.heading(panel.title()));
            content.add(part(() -> panel.of(person, changed)));
        }
        return content.toArray(Component[]::new);
    }

    /** What one goes on with: a new right, or what the person would get. */
    private Component next(Person person) {
        Caller caller = services.access().require();
        Div next = new Div();
        next.addClassNames("as-row", "wrap");
        if (caller.may(Permissions.ENTITLEMENT_WRITE) && person.deceasedOn() == null) {
            Button grant = new Button(
                    text("grant.open"),
                    VaadinIcon.PLUS.create(),
                    event -> Problems.guard(() -> new GrantDialog(services, person, changed).open()));
            grant.addThemeVariants(ButtonVariant.LUMO_SMALL);
            next.add(grant);
        }
        if (Navigation.permits(caller, CalculatorView.class)) {
            next.add(new Anchor(
                    CalculatorView.PATH + "?" + CalculatorView.PERSON + "=" + person.id(), text("calculator.title")));
        }
        return next;
    }

    /** One part that cannot be read does not take the others with it. */
    private static Component part(java.util.function.Supplier<Component> part) {
        try {
            return part.get();
        } catch (RuntimeException e) {
            return Problems.bar(e);
        }
    }

    private FactList identity(Person person) {
        NumberSight sight = NumberSight.of(services.access());
        FactList list = new FactList()
                .fact(text("people.birth"), person.birth().label())
                .fact(text("people.sex"), person.sex().label())
                .fact(text("people.number"), sight.show(person.idNumber()));
        if (person.oldIdNumber() != null) {
            list.fact(text("people.old-number"), sight.show(person.oldIdNumber()));
        }
        if (person.ethnicity() != null) {
            list.fact(text("people.ethnicity"), entry("dan-toc", person.ethnicity()));
        }
        if (person.temporaryNumber() != null) {
            list.fact(text("people.temporary-number"), person.temporaryNumber());
        }
        if (person.origin() != null) {
            list.fact(text("people.origin"), person.origin());
        }
        return list.fact(text("people.address"), person.address())
                .fact(text("people.unit"), services.units().fullName(person.unitId()));
    }

    private String entry(String list, String code) {
        return code == null
                ? ""
                : services.codeLists()
                        .byCode(list, code)
                        .map(CodeLists.Entry::name)
                        .orElse(code);
    }

    private Component entitlements(Person person) {
        if (!services.access().require().may(Permissions.ENTITLEMENT_READ)) {
            return muted(text("people.entitlements.hidden"));
        }
        Discretion discretion = new Discretion(services.access(), services.policies());
        List<Entitlement> known = services.entitlements().ofPerson(person.id());
        List<Entitlement> all =
                known.stream().filter(one -> !discretion.hides(one.benefit())).toList();
        if (known.isEmpty()) {
            return muted(text("people.entitlements.none"));
        }
        Div entries = new Div();
        entries.addClassName("as-stack");
        YearMonth now = YearMonth.now(services.clock());
        all.forEach(one -> entries.add(entry(person, one, now)));
        if (all.size() < known.size()) {
            entries.add(muted(text("people.sensitive")));
        }
        return entries;
    }

    private Component entry(Person person, Entitlement one, YearMonth now) {
        String benefit =
                services.policies().benefit(one.benefit()).map(Benefit::name).orElse(one.benefit());
        Span name = new Span(benefit);
        name.addClassName("as-b");
        Div head = new Div(name, new StateBadge(look(one, now)));
        head.addClassNames("as-row", "wrap");
        FactList facts = new FactList()
                .fact(
                        text("people.entitlement.months"),
                        one.to() == null
                                ? text("people.entitlement.since", Formats.month(one.from()))
                                : text(
                                        "people.entitlement.between",
                                        Formats.month(one.from()),
                                        Formats.month(one.to())))
                .fact(text("people.entitlement.decision"), decision(one))
                .fact(
                        text("people.entitlement.unit"),
                        services.units()
                                .byId(one.unitId())
                                .map(AdministrativeUnit::name)
                                .orElse(""))
                .fact(
                        text("people.entitlement.pay"),
                        entry("hinh-thuc-chi-tra", one.payment().method()));
        if (one.payment().payeeName() != null) {
            facts.fact(
                    text("people.payee." + one.payment().payeeRole()),
                    one.payment().payeeName());
        }
        EntitlementServices rights = new EntitlementServices(
                services.access(), services.entitlements(), services.codeLists(), services.units());
        Details history = new Details(
                text("people.entitlement.history"),
                new EntitlementTimeline(services.entitlements().events(one.id())));
        Div entry = new Div(
                head,
                facts,
                new EntitlementActions(
                        rights, one, text("people.entitlement.about", person.fullName(), benefit), changed),
                history);
        entry.addClassName("as-right");
        return entry;
    }

    private State look(Entitlement one, YearMonth now) {
        if (one.to() != null && one.to().isBefore(now)) {
            return State.ENDED;
        }
        boolean suspended = services.entitlements().suspensions(one.id()).stream()
                .anyMatch(pause -> !now.isBefore(pause.from()) && (pause.to() == null || !now.isAfter(pause.to())));
        return suspended ? State.SUSPENDED : State.RECEIVING;
    }

    private static String decision(Entitlement one) {
        if (one.decisionNumber() == null) {
            return "";
        }
        return one.decisionDate() == null
                ? one.decisionNumber()
                : text("people.entitlement.dated", one.decisionNumber(), Formats.date(one.decisionDate()));
    }

    private Component facts(Person person) {
        List<Fact> known = services.facts().of(Subject.person(person.id()));
        if (known.isEmpty()) {
            return muted(text("people.facts.none"));
        }
        Caller caller = services.access().require();
        List<Fact> facts = known.stream().filter(fact -> mayRead(caller, fact)).toList();
        LocalDate today = LocalDate.now(services.clock());
        DataTable table = new DataTable(
                text("people.facts"),
                List.of(
                        text("people.fact"),
                        text("people.fact.value"),
                        ">" + text("people.fact.from"),
                        ">" + text("people.fact.to")));
        for (Fact fact : facts) {
            FactKey key = services.facts().key(fact.key()).orElse(null);
            Span value = new Span(key == null ? fact.value() : key.written(fact.value()));
            if (!fact.holdsOn(today)) {
                value.addClassName("as-muted");
            }
            table.row(
                    new Span(key == null ? fact.key() : key.label()),
                    value,
                    new Span(Formats.date(fact.from())),
                    new Span(fact.to() == null ? "" : Formats.date(fact.to())));
        }
        Div all = new Div(table);
        if (facts.size() < known.size()) {
            all.add(muted(text("people.sensitive")));
        }
        return all;
    }

    private boolean mayRead(Caller caller, Fact fact) {
        return caller.may(Permissions.FACT_SENSITIVE)
                || services.facts()
                        .key(fact.key())
                        .filter(key -> !key.sensitive())
                        .isPresent();
    }

    private static Component muted(String sentence) {
        Div div = new Div(sentence);
        div.addClassName("as-muted");
        return div;
    }
}
