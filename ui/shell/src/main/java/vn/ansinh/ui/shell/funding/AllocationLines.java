package vn.ansinh.ui.shell.funding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Units;
import vn.ansinh.ui.kit.text.Texts;

/**
 * Units and amounts as people type or paste them: one unit a line, its code first, the amount last, anything between. An amount alone
 * is for the unit itself where there is only that one.
 */
final class AllocationLines {

    private static final Texts TEXTS = FundingView.TEXTS;
    private static final Pattern LINE = Pattern.compile(
            "(?<code>\\d{2,5})(?:[\\s;,].*?)?[\\s;,](?<amount>\\d{1,3}(?:\\.\\d{3})+|\\d{1,15})\\s*(?:đ|đồng)?");
    private static final Pattern AMOUNT = Pattern.compile("(?<amount>\\d{1,3}(?:\\.\\d{3})+|\\d{1,15})\\s*(?:đ|đồng)?");

    private final List<Amount> amounts = new ArrayList<>();
    private String wrong;

    /** @param amount đồng */
    record Amount(long unitId, long amount) {}

    /**
     * @param above units must lie below it
     * @param only the one unit that every amount is for, {@code null} where lines name units
     */
    AllocationLines(Units units, AdministrativeUnit above, LocalDate day, AdministrativeUnit only, String text) {
        int number = 0;
        for (String line : text.strip().split("\\R")) {
            number++;
            if (!line.isBlank()) {
                read(units, above, day, only, line.strip(), number);
            }
        }
        if (wrong == null && amounts.isEmpty()) {
            wrong = TEXTS.get("allocation.lines-missing");
        }
    }

    private void read(
            Units units, AdministrativeUnit above, LocalDate day, AdministrativeUnit only, String line, int number) {
        Matcher matcher = (only == null ? LINE : AMOUNT).matcher(line);
        if (!matcher.matches()) {
            refuse(TEXTS.get(only == null ? "allocation.line-wrong" : "allocation.amount-wrong", number));
            return;
        }
        long unit = only == null ? unit(units, above, day, matcher.group("code"), number) : only.id();
        long amount = Long.parseLong(matcher.group("amount").replace(".", ""));
        if (amount == 0) {
            refuse(TEXTS.get("allocation.amount-wrong", number));
        } else if (unit != 0) {
            amounts.add(new Amount(unit, amount));
        }
    }

    private long unit(Units units, AdministrativeUnit above, LocalDate day, String code, int number) {
        Optional<AdministrativeUnit> found =
                units.byCode(code, day).filter(unit -> units.isWithin(unit.id(), above.id()));
        if (found.isEmpty()) {
            refuse(TEXTS.get("allocation.unit-wrong", number, code, above.name()));
        }
        return found.map(AdministrativeUnit::id).orElse(0L);
    }

    /** The first thing that is wrong is told. */
    private void refuse(String why) {
        if (wrong == null) {
            wrong = why;
        }
    }

    /** What is wrong; {@code null} when nothing is. */
    String wrong() {
        return wrong;
    }

    List<Amount> amounts() {
        return amounts;
    }

    /** A line as {@link AllocationLines} reads it, with the name for people. */
    static String write(AdministrativeUnit unit, long amount) {
        return unit.code() + " " + unit.name() + " " + Money.format(amount) + "\n";
    }
}
