package vn.ansinh.core.policy;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import vn.ansinh.api.policy.Citation;
import vn.ansinh.core.policy.Timeline.Value;

/** A rate with all that the packs in force say about what it is worth. */
final class RateInForce {

    private final Pack.Rate rate;
    private final LawInTime base;
    private final LawInTime coefficients;
    private final Pack.Rounding rounding;

    /** Products of base and coefficient met so far: a few per rate, asked millions of times. Races only compute one twice. */
    private volatile Product[] products = {};

    /** @param coefficients {@code null} when the base is taken as it is */
    RateInForce(Pack.Rate rate, LawInTime base, LawInTime coefficients, Pack.Rounding rounding) {
        this.rate = rate;
        this.base = base;
        this.coefficients = coefficients;
        this.rounding = rounding;
    }

    /** As its pack writes it. */
    Pack.Rate rate() {
        return rate;
    }

    /** The parameter's values, amounts, tables or quantities. */
    LawInTime base() {
        return base;
    }

    /** {@code null} when the base is taken as it is. */
    LawInTime coefficients() {
        return coefficients;
    }

    /** Every value of law that decides what it is worth. */
    void forEachValue(Consumer<LawInTime.Standing> visitor) {
        base.forEach(visitor);
        if (coefficients != null) {
            coefficients.forEach(visitor);
        }
    }

    boolean lastsTo(YearMonth month) {
        return rate.last() == null || !month.isAfter(rate.last());
    }

    /** đồng for so many times a base and a coefficient. */
    long amount(Product product, int multiple) {
        long amount = multiple == 1 ? product.once : rounding.amount(product.base, product.coefficient, multiple);
        return rate.cap() > 0 && amount > rate.cap() ? rate.cap() : amount;
    }

    /** @param coefficient {@code null} for once */
    Product product(Value base, Value coefficient) {
        for (Product product : products) {
            if (product.baseValue == base && product.coefficientValue == coefficient) {
                return product;
            }
        }
        BigDecimal number = coefficient == null ? BigDecimal.ONE : coefficient.number();
        List<Citation> cited = coefficient == null ? base.cited() : List.of(base.citation(), coefficient.citation());
        Product made = new Product(base, coefficient, base.number(), number, cited, rounding);
        Product[] more = Arrays.copyOf(products, products.length + 1);
        more[more.length - 1] = made;
        products = more;
        return made;
    }

    /** An amount of a table. */
    Product row(Value table, long amount) {
        return new Product(table, null, BigDecimal.valueOf(amount), BigDecimal.ONE, table.cited(), rounding);
    }

    /** A base with its coefficient, multiplied and rounded. */
    static final class Product {

        private final Value baseValue;
        private final Value coefficientValue;
        private final BigDecimal base;
        private final BigDecimal coefficient;
        private final List<Citation> cited;
        private final long once;

        private Product(
                Value baseValue,
                Value coefficientValue,
                BigDecimal base,
                BigDecimal coefficient,
                List<Citation> cited,
                Pack.Rounding rounding) {
            this.baseValue = baseValue;
            this.coefficientValue = coefficientValue;
            this.base = base;
            this.coefficient = coefficient;
            this.cited = cited;
            this.once = rounding.amount(base, coefficient, 1);
        }

        long base() {
            return base.longValueExact();
        }

        BigDecimal coefficient() {
            return coefficient;
        }

        List<Citation> cited() {
            return cited;
        }
    }
}
