package vn.ansinh.core.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.policy.Benefit;
import vn.ansinh.api.policy.Claim;
import vn.ansinh.api.policy.PackVersion;
import vn.ansinh.core.extender.Place;

/**
 * A policy pack as read from its file.
 *
 * @param amends packs it extends, by id, each with the place where it says so; empty for one that stands alone
 * @param territory codes of the units it holds in; empty for the whole country
 * @param document the legal document it was written after, {@code null} when not told
 * @param parameters by code: its own, and later values of those of the packs it extends
 * @param groups by code
 * @param always what must hold for every benefit of the pack
 * @param additions later values for rates of the packs it extends
 */
record Pack(
        PackVersion version,
        String name,
        String program,
        Map<String, Place> amends,
        Map<String, Place> territory,
        Document document,
        Rounding rounding,
        Map<String, Parameter> parameters,
        Map<String, Group> groups,
        Condition always,
        List<Rule> rules,
        List<Addition> additions,
        List<Example> examples) {

    String id() {
        return version.pack();
    }

    /** Every value of law that it writes, with the code of its parameter or rate. */
    void forEachValue(ValueVisitor visitor) {
        parameters.forEach((code, parameter) -> visit(parameter.values(), code, Kind.MONEY, visitor));
        for (Rule rule : rules) {
            for (Rate rate : rule.rates()) {
                Worth worth = rate.worth();
                if (worth.values() != null) {
                    visit(worth.values(), rate.code(), worth.kind(), visitor);
                }
            }
        }
        for (Addition addition : additions) {
            visit(addition.values(), addition.rate(), addition.kind(), visitor);
        }
    }

    private static void visit(Timeline timeline, String code, Kind kind, ValueVisitor visitor) {
        timeline.values().forEach(value -> visitor.visit(code, kind, value));
    }

    /** Sees one value of law. */
    interface ValueVisitor {
        void visit(String code, Kind kind, Timeline.Value value);
    }

    /** What a value of law is. */
    enum Kind {
        MONEY("so-tien"),
        COEFFICIENT("he-so"),
        TABLE("bang"),
        IN_KIND("hien-vat");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** Under which a rate holds its own values. */
        String key() {
            return key;
        }

        /** Under which another pack adds values. */
        String additionKey() {
            return key + "-them";
        }
    }

    /** Information for readers. @param number for instance {@code 335/2026/NĐ-CP}; the dates {@code null} when not told */
    record Document(String number, LocalDate promulgated, LocalDate inForce, YearMonth countedFrom) {}

    /** A base rate by date. @param name {@code null} in a pack that only adds values */
    record Parameter(String code, String name, Timeline values, Place place) {}

    /** Later values of a rate that another pack defines. */
    record Addition(String rate, Kind kind, Timeline values, Place place) {}

    /**
     * Benefits of which only the highest is paid.
     *
     * @param clause that says so
     * @param together benefit and the benefits it is paid beside all the same
     */
    record Group(String code, String name, String clause, Map<String, List<String>> together, Place place) {

        boolean allows(String one, String other) {
            return together.getOrDefault(one, List.of()).contains(other)
                    || together.getOrDefault(other, List.of()).contains(one);
        }
    }

    /**
     * A benefit with its rates.
     *
     * @param last last month it is paid at all, {@code null} while it lasts
     * @param lastReason Vietnamese, why it ended; {@code null} without {@code last}
     * @param payMonth 1 to 12 for a yearly benefit, otherwise 0
     * @param rounding of its amounts
     */
    record Rule(
            Benefit benefit,
            YearMonth last,
            String lastReason,
            int payMonth,
            Start start,
            Rounding rounding,
            Condition condition,
            List<Rate> rates,
            Place place) {}

    /** From which month a right counts. @param fact for the events, otherwise {@code null} */
    record Start(From from, String fact, Place place) {

        /** What decides. */
        enum From {
            DECISION,
            AGE,
            EVENT,
            MONTH_AFTER_EVENT,
            DEATH
        }
    }

    /**
     * One line of what a benefit is worth.
     *
     * @param claimedBefore age in years before which the claim must have begun, {@code null} for any
     * @param each what is counted to multiply once more (children); empty for once
     * @param times fact whose number multiplies once more (days), {@code null} for once
     * @param cap đồng that are not exceeded, 0 for none
     * @param last last month it applies, {@code null} while it lasts
     */
    record Rate(
            String code,
            String name,
            AgeBand age,
            Integer claimedBefore,
            Condition condition,
            Worth worth,
            List<Counted> each,
            String times,
            long cap,
            YearMonth last,
            Place place) {

        /** Facts its conditions and its amount ask for. */
        void forEachKey(Consumer<String> visitor) {
            condition.forEachLeaf(leaf -> visitor.accept(leaf.key()));
            each.forEach(counted -> visitor.accept(counted.key()));
            if (worth instanceof Worth.Table table) {
                visitor.accept(table.fact());
            }
            if (times != null) {
                visitor.accept(times);
            }
        }
    }

    /** By what a rate is worth something. */
    sealed interface Worth {

        Kind kind();

        /** What the pack writes with the rate; {@code null} for a parameter taken as it is. */
        Timeline values();

        /** A parameter, times a coefficient. @param values {@code null} for once */
        record Scaled(String parameter, Timeline values) implements Worth {
            @Override
            public Kind kind() {
                return Kind.COEFFICIENT;
            }
        }

        /** An amount. */
        record Fixed(Timeline values) implements Worth {
            @Override
            public Kind kind() {
                return Kind.MONEY;
            }
        }

        /** An amount by the value of a fact. */
        record Table(String fact, Timeline values, Place place) implements Worth {
            @Override
            public Kind kind() {
                return Kind.TABLE;
            }
        }

        /** Things instead of money. @param unit for instance {@code kg gạo} */
        record InKind(String unit, Timeline values) implements Worth {
            @Override
            public Kind kind() {
                return Kind.IN_KIND;
            }
        }
    }

    /** @param unit đồng to which amounts are rounded */
    record Rounding(long unit, RoundingMode mode) {

        long amount(BigDecimal base, BigDecimal coefficient, int multiple) {
            BigDecimal exact = base.multiply(coefficient).multiply(BigDecimal.valueOf(multiple));
            return exact.divide(BigDecimal.valueOf(unit), 0, mode).longValueExact() * unit;
        }
    }

    /**
     * A worked example.
     *
     * @param claims of one person
     * @param months each with what is expected per benefit; benefits not named are worth nothing
     * @param unit code of the unit that pays, {@code null} for the first of the pack's territory
     */
    record Example(
            String name,
            LocalDate born,
            LocalDate died,
            List<Fact> facts,
            List<Claim> claims,
            List<Expected> months,
            String unit,
            Place place) {}

    /** @param amounts đồng by benefit @param inKind things by benefit, as {@link vn.ansinh.api.policy.Due#inKind()} says them */
    record Expected(
            YearMonth month, LocalDate asOf, Map<String, Long> amounts, Map<String, String> inKind, Place place) {}
}
