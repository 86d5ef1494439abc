package vn.ansinh.ui.kit.payroll;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.api.benefit.PaymentDetails.PayeeRole;
import vn.ansinh.api.benefit.PayrollLine;
import vn.ansinh.api.benefit.Payrolls.LineFilter;
import vn.ansinh.api.benefit.Payrolls.LineQuery;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.FactList;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** How a figure came about: the computation of every month of the benefit, the clauses, and the same in plain words. */
final class LineExplanation extends Div {

    private static final Texts TEXTS = Texts.of(LineExplanation.class);
    /** A person has a dozen lines or so, even with arrears of years. */
    private static final int MOST_LINES = 200;

    LineExplanation(PayrollLine line, PayrollServices services, String program, YearMonth month) {
        addClassName("as-explanation");
        List<PayrollLine> lines = ofBenefit(line, services, program, month);
        add(part("explain.computation", computation(lines)));
        Div grounds = part("explain.grounds", grounds(line, services));
        grounds.add(new LineHistory(line.entitlementId(), services));
        add(grounds);
        Paragraph words = new Paragraph(PlainWords.of(lines, month));
        add(part("explain.words", words));
    }

    /** All lines of the same benefit, the oldest month first. */
    private static List<PayrollLine> ofBenefit(
            PayrollLine line, PayrollServices services, String program, YearMonth month) {
        String who = line.idNumber() == null ? line.personName() : line.idNumber();
        LineQuery query = new LineQuery(program, line.unitId(), month, who, LineFilter.ALL, null, MOST_LINES);
        List<PayrollLine> same = services.payrolls().lines(query).lines().stream()
                .filter(other -> other.entitlementId() == line.entitlementId())
                .sorted(Comparator.comparing(PayrollLine::period))
                .toList();
        return same.isEmpty() ? List.of(line) : same;
    }

    private static Component computation(List<PayrollLine> lines) {
        DataTable table = new DataTable(
                TEXTS.get("explain.computation"),
                List.of(
                        TEXTS.get("explain.period"),
                        TEXTS.get("explain.formula"),
                        ">" + TEXTS.get("explain.due"),
                        ">" + TEXTS.get("explain.paid"),
                        ">" + TEXTS.get("explain.months"),
                        ">" + TEXTS.get("explain.amount")));
        table.addClassName("tight");
        for (PayrollLine line : lines) {
            table.row(
                    Formats.months(line.period(), line.lastPeriod()),
                    formula(line),
                    Money.format(line.due()),
                    Money.format(line.paidBefore()),
                    "× " + line.months(),
                    Money.format(line.amount()));
        }
        if (lines.size() > 1) {
            Span total = new Span(
                    Money.format(lines.stream().mapToLong(PayrollLine::amount).sum()));
            total.addClassName("as-b");
            Span label = new Span(TEXTS.get("explain.total"));
            label.addClassName("as-b");
            table.row(label, new Span(), new Span(), new Span(), new Span(), total);
        }
        return table;
    }

    private static String formula(PayrollLine line) {
        String base = Money.format(line.base());
        String formula = line.clause() == null ? base : base + " × " + Formats.coefficient(line.coefficient());
        return line.multiple() == 1 ? formula : formula + " × " + line.multiple();
    }

    private static Component grounds(PayrollLine line, PayrollServices services) {
        boolean hidden = services.discretion().hides(line.benefit());
        Div base = new Div(new Span(line.baseClause()));
        if (line.provisional()) {
            base.add(new Span(" "), new StateBadge(State.PROVISIONAL));
        }
        FactList list =
                new FactList().fact(TEXTS.get(line.clause() == null ? "explain.amount-clause" : "explain.base"), base);
        if (line.clause() != null && !hidden) {
            list.fact(TEXTS.get("explain.coefficient"), line.clause());
        }
        String packs = Stream.of(line.pack(), line.basePack(), line.clausePack())
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
        list.fact(
                        TEXTS.get("explain.rate"),
                        services.discretion().tell(line.benefit(), line.rateName() + " (" + line.rate() + ")"))
                .fact(TEXTS.get("explain.pack"), packs);
        payment(line, NumberSight.of(services.access())).forEach(list::fact);
        return list;
    }

    private static Map<String, String> payment(PayrollLine line, NumberSight sight) {
        Map<String, String> facts = new LinkedHashMap<>();
        PaymentDetails payment = line.payment();
        String account = payment.accountNumber() == null
                ? ""
                : ", " + sight.show(payment.accountNumber())
                        + (payment.bank() == null ? "" : " (" + payment.bank() + ")");
        facts.put(TEXTS.get("explain.method"), TEXTS.get("method." + payment.method()) + account);
        if (payment.payeeRole() != PayeeRole.SELF) {
            String number = payment.payeeNumber() == null ? "" : ", " + sight.show(payment.payeeNumber());
            facts.put(TEXTS.get("explain.payee." + payment.payeeRole()), payment.payeeName() + number);
        }
        return facts;
    }

    private static Div part(String title, Component content) {
        H3 heading = new H3(TEXTS.get(title));
        return new Div(heading, content);
    }
}
