package vn.ansinh.btxh.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.UnaryOperator;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.benefit.Entitlement;
import vn.ansinh.api.benefit.Entitlements;
import vn.ansinh.api.benefit.Entitlements.Beneficiary;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.api.benefit.PaymentDetails.PayeeRole;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.FactList;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** Below a beneficiary's row: every benefit they have, how it is paid, and the facts it rests on. */
final class BeneficiaryDetails {

    private static final Texts TEXTS = Texts.of(BeneficiaryDetails.class);

    private final Access access;
    private final Entitlements entitlements;
    private final Facts facts;
    private final CodeLists codeLists;
    private final UnaryOperator<String> benefitName;

    /** @param benefitName name of a benefit by its code */
    BeneficiaryDetails(
            Access access,
            Entitlements entitlements,
            Facts facts,
            CodeLists codeLists,
            UnaryOperator<String> benefitName) {
        this.access = access;
        this.entitlements = entitlements;
        this.facts = facts;
        this.codeLists = codeLists;
        this.benefitName = benefitName;
    }

    Component of(Beneficiary row) {
        Div details = new Div();
        details.addClassName("as-explanation");
        try {
            details.add(part("details.facts", facts(row.person().id())));
            details.add(part("details.entitlement", entitlement(row.entitlement())));
            details.add(part("details.others", others(row)));
        } catch (RuntimeException e) {
            details.add(Problems.bar(e));
        }
        return details;
    }

    private Component facts(long personId) {
        List<Fact> known = facts.of(Subject.person(personId)).stream()
                .filter(this::mayRead)
                .toList();
        if (known.isEmpty()) {
            return new Span(TEXTS.get("details.no-facts"));
        }
        DataTable table = new DataTable(
                TEXTS.get("details.facts"),
                List.of(
                        TEXTS.get("details.fact"),
                        TEXTS.get("details.value"),
                        ">" + TEXTS.get("details.since"),
                        TEXTS.get("details.source")));
        table.addClassName("tight");
        for (Fact fact : known) {
            FactKey key = facts.key(fact.key()).orElse(null);
            table.row(
                    key == null ? fact.key() : key.label(),
                    key == null ? fact.value() : key.written(fact.value()),
                    Formats.date(fact.from()),
                    fact.source().equals("nhap-excel") ? TEXTS.get("details.from-excel") : fact.source());
        }
        return table;
    }

    /** What reveals health, HIV or abuse is for who may know it; a key whose program has gone may have done so. */
    private boolean mayRead(Fact fact) {
        return access.require().may(Permissions.FACT_SENSITIVE)
                || facts.key(fact.key()).filter(key -> !key.sensitive()).isPresent();
    }

    private Component entitlement(Entitlement entitlement) {
        PaymentDetails payment = entitlement.payment();
        String account = payment.accountNumber() == null
                ? ""
                : ", " + NumberSight.of(access).show(payment.accountNumber())
                        + (payment.bank() == null ? "" : " (" + payment.bank() + ")");
        FactList list = new FactList()
                .fact(TEXTS.get("details.benefit"), benefitName.apply(entitlement.benefit()))
                .fact(TEXTS.get("details.decision"), decision(entitlement))
                .fact(TEXTS.get("details.months"), months(entitlement))
                .fact(TEXTS.get("details.paid"), Formats.month(entitlement.paidThrough()))
                .fact(TEXTS.get("details.method"), entry("hinh-thuc-chi-tra", payment.method()) + account);
        if (payment.payeeRole() != PayeeRole.SELF) {
            list.fact(TEXTS.get("details.payee." + payment.payeeRole()), payment.payeeName());
        }
        return list;
    }

    private Component others(Beneficiary row) {
        Div others = new Div();
        others.addClassName("as-lines");
        entitlements.ofPerson(row.person().id()).stream()
                .filter(other -> other.id() != row.entitlement().id())
                .forEach(other ->
                        others.add(new Div(new Span(benefitName.apply(other.benefit()) + ", " + months(other)))));
        if (others.getComponentCount() == 0) {
            others.add(new Span(TEXTS.get("details.no-others")));
        }
        others.add(new Anchor("nguoi-dan?nguoi=" + row.person().id(), TEXTS.get("details.person")));
        return others;
    }

    private String entry(String list, String code) {
        return codeLists.byCode(list, code).map(CodeLists.Entry::name).orElse(code);
    }

    private static String decision(Entitlement entitlement) {
        if (entitlement.decisionNumber() == null) {
            return "";
        }
        return entitlement.decisionDate() == null
                ? entitlement.decisionNumber()
                : TEXTS.get(
                        "details.decision-dated",
                        entitlement.decisionNumber(),
                        Formats.date(entitlement.decisionDate()));
    }

    private static String months(Entitlement entitlement) {
        return entitlement.to() == null
                ? TEXTS.get("details.since-month", Formats.month(entitlement.from()))
                : TEXTS.get("details.between", Formats.month(entitlement.from()), Formats.month(entitlement.to()));
    }

    private static Div part(String title, Component content) {
        return new Div(new H3(TEXTS.get(title)), content);
    }
}
