package vn.ansinh.ui.shell.transition;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.ansinh.api.access.Accounts.Account;
import vn.ansinh.api.access.Agencies.AgencyDraft;
import vn.ansinh.api.access.Agency;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Transitions.WaitingAccount;
import vn.ansinh.api.unit.Transitions.WaitingAgency;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.text.Texts;

/**
 * Accounts and agencies whose unit ended and went into no single other: who manages them says where each goes. What nobody
 * is chosen for stays on the list.
 */
final class WaitingDialog extends FormDialog {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(WaitingDialog.class);

    private final transient TransitionServices services;
    private final transient Map<WaitingAgency, Select<Territory>> territories = new LinkedHashMap<>();
    private final transient Map<WaitingAccount, Place> places = new LinkedHashMap<>();
    private final TextField why = new TextField(TEXTS.get("waiting.why"));

    /** @param unit {@code null} when the agency ends */
    private record Territory(AdministrativeUnit unit) {
        String label() {
            return unit == null ? TEXTS.get("waiting.ends") : unit.name();
        }
    }

    /** Where an account goes. @param account as it stands */
    private record Place(Account account, Select<AdministrativeUnit> unit, ComboBox<Agency> agency) {}

    /** @param given told when somebody was given something */
    WaitingDialog(
            TransitionServices services, List<WaitingAccount> accounts, List<WaitingAgency> agencies, Runnable given) {
        super(TEXTS.get("waiting.title"), TEXTS.get("waiting.lead"), TEXTS.get("waiting.verb"));
        this.services = services;
        setWidth("980px");
        Caller caller = services.access().require();
        if (!agencies.isEmpty()) {
            wide(scrolled(agencyTable(agencies, caller.may(Permissions.AGENCY_MANAGE))));
            why.setHelperText(TEXTS.get("waiting.why-help"));
            wide(why);
        }
        if (!accounts.isEmpty()) {
            wide(scrolled(accountTable(accounts, caller.may(Permissions.ACCOUNT_MANAGE))));
        }
        does(this::complete, () -> {
            give();
            given.run();
        });
    }

    private static Component scrolled(Component table) {
        Div scrolled = new Div(table);
        scrolled.addClassName("as-xscroll");
        return scrolled;
    }

    private DataTable agencyTable(List<WaitingAgency> agencies, boolean mayGive) {
        DataTable table = new DataTable(
                TEXTS.get("waiting.agencies"),
                List.of(TEXTS.get("waiting.agency"), TEXTS.get("waiting.old"), TEXTS.get("waiting.new")));
        for (WaitingAgency agency : agencies) {
            Select<Territory> choice = new Select<>();
            choice.setEmptySelectionAllowed(true);
            choice.setItemLabelGenerator(one -> one == null ? "" : one.label());
            List<Territory> choices = new ArrayList<>();
            agency.into().forEach(unit -> choices.add(new Territory(unit)));
            choices.add(new Territory(null));
            choice.setItems(choices);
            choice.setEnabled(mayGive);
            choice.setAriaLabel(TEXTS.get("waiting.new-of", agency.name()));
            territories.put(agency, choice);
            table.row(new Span(agency.name()), new Span(agency.unit().name()), choice);
        }
        return table;
    }

    private DataTable accountTable(List<WaitingAccount> accounts, boolean mayGive) {
        Map<String, Account> known = mayGive
                ? services.accounts().all().stream().collect(Collectors.toMap(Account::name, Function.identity()))
                : Map.of();
        List<Agency> inOffice = mayGive && services.access().require().may(Permissions.AGENCY_READ)
                ? services.agencies().tree(LocalDate.now(services.clock()))
                : List.of();
        DataTable table = new DataTable(
                TEXTS.get("waiting.accounts"),
                List.of(
                        TEXTS.get("waiting.account"),
                        TEXTS.get("waiting.old"),
                        TEXTS.get("waiting.new"),
                        TEXTS.get("waiting.agency")));
        for (WaitingAccount account : accounts) {
            Account standing = known.get(account.name());
            String name = account.fullName() + " (" + account.name() + ")";
            if (standing != null && !standing.holder().isEmpty()) {
                table.row(name, account.unit().name(), TEXTS.get("waiting.as-holder", standing.holder()), "");
                continue;
            }
            Select<AdministrativeUnit> unit = new Select<>();
            unit.setEmptySelectionAllowed(true);
            unit.setItemLabelGenerator(one -> one == null ? "" : one.name());
            unit.setItems(account.into());
            unit.setEnabled(standing != null);
            unit.setAriaLabel(TEXTS.get("waiting.new-of", name));
            ComboBox<Agency> agency = new ComboBox<>();
            agency.setItems(inOffice);
            agency.setWidth("270px");
            agency.setItemLabelGenerator(Agency::name);
            agency.setEnabled(standing != null);
            agency.setAriaLabel(TEXTS.get("waiting.agency-of", name));
            if (standing != null) {
                inOffice.stream()
                        .filter(one -> one.id() == standing.agencyId())
                        .findFirst()
                        .ifPresent(agency::setValue);
                places.put(account, new Place(standing, unit, agency));
            }
            table.row(new Span(name), new Span(account.unit().name()), unit, agency);
        }
        return table;
    }

    private boolean complete() {
        boolean ends = territories.values().stream()
                .anyMatch(
                        choice -> choice.getValue() != null && choice.getValue().unit() == null);
        why.setInvalid(ends && why.getValue().isBlank());
        why.setErrorMessage(TEXTS.get("waiting.why-missing"));
        return !why.isInvalid();
    }

    /** Agencies first: accounts belong to one whose territory holds theirs; an agency ends when nobody belongs to it. */
    private void give() {
        boolean nobody = territories.values().stream().allMatch(Select::isEmpty)
                && places.values().stream().allMatch(place -> place.unit().isEmpty());
        if (nobody) {
            throw Problem.invalid("AS-TRANSITION-NOBODY", TEXTS.get("waiting.nobody"));
        }
        territories.forEach((agency, choice) -> {
            if (!choice.isEmpty() && choice.getValue().unit() != null) {
                give(agency, choice.getValue().unit());
            }
        });
        places.values().stream().filter(place -> !place.unit().isEmpty()).forEach(this::give);
        territories.forEach((agency, choice) -> {
            if (!choice.isEmpty() && choice.getValue().unit() == null) {
                LocalDate last =
                        later(agency.unit().validTo().minusDays(1), now(agency).from());
                services.agencies().end(agency.id(), last, why.getValue());
            }
        });
    }

    private void give(WaitingAgency waiting, AdministrativeUnit unit) {
        Agency now = now(waiting);
        services.agencies()
                .change(
                        now.id(),
                        new AgencyDraft(
                                now.code(), now.name(), now.parentId(), unit.id(), now.programs(), now.heading()),
                        later(waiting.unit().validTo(), now.from()));
    }

    private void give(Place place) {
        Account now = place.account();
        Account given = new Account(
                now.name(),
                now.fullName(),
                place.unit().getValue().id(),
                now.permissions(),
                place.agency().isEmpty()
                        ? now.agencyId()
                        : place.agency().getValue().id(),
                now.programs(),
                now.roles(),
                now.holder(),
                now.mustChange(),
                now.state());
        services.accounts().change(given);
        // whoever works behind a unit's account has its place
        services.accounts().users(now.name()).forEach(services.accounts()::change);
    }

    /** The agency's last period. */
    private Agency now(WaitingAgency waiting) {
        return services.agencies().history(waiting.id()).get(0);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
