package vn.ansinh.ui.kit.payroll;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.api.benefit.PayrollLine;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** A figure in words that can be read out to who receives it. */
final class PlainWords {

    private static final Texts TEXTS = Texts.of(PlainWords.class);

    private PlainWords() {}

    /** @param lines of one benefit, the oldest month first; not empty */
    static String of(List<PayrollLine> lines, YearMonth month) {
        List<String> sentences = new ArrayList<>();
        long total = 0;
        List<PayrollLine> earlier = new ArrayList<>();
        for (PayrollLine line : lines) {
            total += line.amount();
            if (line.period().isBefore(month)) {
                earlier.add(line);
            } else {
                sentences.add(current(line));
            }
        }
        if (!earlier.isEmpty()) {
            sentences.add(arrears(earlier));
        }
        if (lines.size() > 1) {
            sentences.add(TEXTS.get("words.total", Money.format(total)));
        }
        return String.join(" ", sentences);
    }

    private static String current(PayrollLine line) {
        String base = Money.format(line.base());
        String coefficient = Formats.coefficient(line.coefficient());
        String due = Money.format(line.due());
        if (line.clause() == null && line.multiple() == 1) {
            return TEXTS.get("words.current-amount", Formats.month(line.period()), due);
        }
        return line.multiple() == 1
                ? TEXTS.get("words.current", Formats.month(line.period()), base, coefficient, due)
                : TEXTS.get(
                        "words.current-each", Formats.month(line.period()), base, coefficient, line.multiple(), due);
    }

    private static String arrears(List<PayrollLine> earlier) {
        long sum = earlier.stream().mapToLong(PayrollLine::amount).sum();
        long paid = earlier.stream()
                .mapToLong(line -> line.paidBefore() * line.months())
                .sum();
        String months = months(earlier);
        return paid == 0
                ? TEXTS.get("words.never-paid", months, Money.format(sum))
                : TEXTS.get("words.underpaid", months, Money.format(paid), Money.format(sum));
    }

    private static String months(List<PayrollLine> earlier) {
        return Formats.months(
                earlier.get(0).period(), earlier.get(earlier.size() - 1).lastPeriod());
    }

    /** {@code 11/2026}, or {@code 07/2026–10/2026 · 4 tháng}. */
    static String months(PayrollLine line) {
        return line.months() == 1
                ? Formats.month(line.period())
                : TEXTS.get("words.months", months(List.of(line)), line.months());
    }
}
