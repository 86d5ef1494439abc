package vn.ansinh.ui.shell.casework;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.api.benefit.PaymentDetails.PayeeRole;
import vn.ansinh.api.casework.Application;
import vn.ansinh.api.casework.Application.Particulars;
import vn.ansinh.api.casework.Procedure.FactQuestion;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.registry.Answer;
import vn.ansinh.ui.kit.component.FactList;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** Whom a case is about, as the registry knows them; who filed; what was told; how it is to be paid. Read only. */
final class CasePageFacts extends Div {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(CasePageFacts.class);

    private final transient OpenCase open;
    private final transient CaseServices services;
    private final transient Application application;
    private final transient NumberSight sight;

    CasePageFacts(OpenCase open) {
        this.open = open;
        services = open.services();
        application = open.detail().application();
        sight = NumberSight.of(services.access());
        addClassNames("as-lines", "as-case-facts");
        Optional<Person> person = services.persons().byId(open.file().personId());
        section("facts.person", source(person.isPresent()), person(person.orElse(null)));
        section("facts.applicant", "", applicant());
        section("facts.answers", basis(), answers());
        subject().ifPresent(facts -> section("facts.subject", "", facts));
        if (application.payment() != null) {
            section("facts.payment", "", payment(application.payment()));
        }
        if (open.detail().previousId() != 0) {
            Anchor before = new Anchor(
                    CasePageView.PATH + "?" + CasePageView.ID + "="
                            + open.detail().previousId(),
                    TEXTS.get("facts.previous"));
            add(before);
        }
    }

    private void section(String title, String source, Component facts) {
        H2 heading = new H2(TEXTS.get(title));
        Span from = new Span(source);
        from.addClassNames("as-small", "as-muted");
        Div head = new Div(heading, from);
        head.addClassName("as-case-section");
        add(head, facts);
    }

    /** Where what is known of the person comes from: the population registry when it was asked, else our own. */
    private String source(boolean here) {
        Caller caller = services.access().require();
        Optional<Answer> last = here && caller.may(Permissions.REGISTRY_READ)
                ? services.verifications().last(open.file().personId())
                : Optional.empty();
        return last.map(answer -> TEXTS.get(
                        "facts.source-registry",
                        answer.outcome().label(),
                        Formats.time(answer.at()).substring(0, 10)))
                .orElse(TEXTS.get("facts.source-own"));
    }

    private FactList person(Person person) {
        FactList facts =
                new FactList().fact(TEXTS.get("facts.name"), open.file().personName());
        if (person == null) {
            return facts.fact(TEXTS.get("facts.elsewhere"), TEXTS.get("facts.elsewhere-text"));
        }
        facts.fact(TEXTS.get("facts.number"), sight.show(person.anyNumber()))
                .fact(
                        TEXTS.get("facts.birth"),
                        TEXTS.get(
                                "facts.birth-sex",
                                person.birth().label(),
                                person.sex().label()))
                .fact(TEXTS.get("facts.place"), place(person));
        if (person.deceasedOn() != null) {
            facts.fact(TEXTS.get("facts.deceased"), Formats.date(person.deceasedOn()));
        }
        return facts;
    }

    private String place(Person person) {
        String unit = services.units().fullName(person.unitId());
        return person.address() == null ? unit : person.address() + ", " + unit;
    }

    private FactList applicant() {
        return new FactList()
                .fact(TEXTS.get("facts.name"), application.applicant().name())
                .fact(
                        TEXTS.get("facts.relation"),
                        application.applicant().relation() == null
                                ? TEXTS.get("facts.self")
                                : entry("quan-he", application.applicant().relation()))
                .fact(TEXTS.get("facts.phone"), application.applicant().phone());
    }

    private String basis() {
        return open.procedure().basis();
    }

    private FactList answers() {
        FactList facts = new FactList();
        if (open.file().benefitName() != null) {
            facts.fact(TEXTS.get("facts.benefit"), open.file().benefitName());
        }
        boolean away = false;
        for (FactQuestion question : open.procedure().questions()) {
            FactKey key = services.facts().key(question.key()).orElse(null);
            List<String> values = application.answers().getOrDefault(question.key(), List.of());
            if (key == null) {
                away = true;
                continue;
            }
            boolean asked = question.benefits().isEmpty()
                    || open.file().benefit() != null
                            && question.benefits().contains(open.file().benefit());
            if (!values.isEmpty()
                    || asked && question.required() && !open.file().state().ended()) {
                facts.fact(key.label(), values.stream().map(key::written).collect(Collectors.joining("; ")));
            }
        }
        if (away) {
            facts.fact(TEXTS.get("facts.answers-told"), TEXTS.get("facts.answers-away"));
        }
        if (facts.getElement().getChildCount() == 0) {
            facts.fact(TEXTS.get("facts.answers-none"), "");
        }
        return facts;
    }

    /** What ending, moving and paying once were told besides. */
    private Optional<FactList> subject() {
        Particulars subject = application.subject();
        if (subject.equals(Particulars.NONE)) {
            return Optional.empty();
        }
        FactList facts = new FactList();
        if (subject.reason() != null) {
            facts.fact(TEXTS.get("facts.reason"), entry("ly-do-tang-giam", subject.reason()));
        }
        if (subject.eventOn() != null) {
            facts.fact(TEXTS.get("facts.event"), Formats.date(subject.eventOn()));
        }
        if (subject.toUnitId() != 0) {
            facts.fact(TEXTS.get("facts.to"), services.units().fullName(subject.toUnitId()));
        }
        facts.fact(
                TEXTS.get("facts.rights"),
                subject.entitlements().isEmpty()
                        ? TEXTS.get("facts.rights-all")
                        : TEXTS.get("facts.rights-some", subject.entitlements().size()));
        return Optional.of(facts);
    }

    private FactList payment(PaymentDetails payment) {
        FactList facts = new FactList().fact(TEXTS.get("facts.method"), entry("hinh-thuc-chi-tra", payment.method()));
        if (payment.accountNumber() != null) {
            facts.fact(
                    TEXTS.get("facts.account"),
                    payment.bank() == null
                            ? sight.show(payment.accountNumber())
                            : sight.show(payment.accountNumber()) + " – " + payment.bank());
        }
        if (payment.payeeRole() != PayeeRole.SELF) {
            String number = payment.payeeNumber() == null ? "" : ", " + sight.show(payment.payeeNumber());
            facts.fact(TEXTS.get("facts.payee." + payment.payeeRole()), payment.payeeName() + number);
        }
        return facts;
    }

    private String entry(String list, String code) {
        return services.codeLists()
                .byCode(list, code)
                .map(CodeLists.Entry::name)
                .orElse(code);
    }
}
