package vn.ansinh.ui.kit.payroll;

import java.time.YearMonth;
import vn.ansinh.api.benefit.Payrolls;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.KeyFigures;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** The sums of a month's list, and how far they are from the month before. */
final class PayrollFigures {

    private static final int MONTHS = 12;
    private static final Texts TEXTS = Texts.of(PayrollFigures.class);

    private PayrollFigures() {}

    static KeyFigures of(
            PayrollServices services,
            String program,
            long unitId,
            YearMonth month,
            PayrollOverview overview,
            boolean severalCommunes) {
        Payrolls.Totals totals = overview.totals();
        KeyFigures row = new KeyFigures()
                .figure(TEXTS.get("figure.people"), Money.format(totals.people()))
                .figure(TEXTS.get("figure.current", Formats.month(month)), Money.format(totals.current()))
                .figure(TEXTS.get("figure.arrears"), Money.format(totals.arrears()))
                .figure(TEXTS.get("figure.total"), Money.format(totals.total()));
        services.payrolls().months(program, unitId, MONTHS).stream()
                .filter(before -> before.month().equals(month.minusMonths(1)))
                .findFirst()
                .ifPresent(before -> row.figure(
                        TEXTS.get("figure.difference", Formats.month(before.month())),
                        signed(totals.total() - before.total())));
        if (severalCommunes) {
            row.figure(
                    TEXTS.get("figure.communes"),
                    Money.format(overview.payrolls().size()));
        }
        return row;
    }

    private static String signed(long dong) {
        return dong > 0 ? "+" + Money.format(dong) : Money.format(dong);
    }
}
