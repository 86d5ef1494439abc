package vn.ansinh.core.policy;

import java.util.Map;
import vn.ansinh.api.policy.Claim;
import vn.ansinh.api.text.Money;
import vn.ansinh.core.extender.Faults;
import vn.ansinh.core.policy.PolicyBook.Entry;

/** A local pack may raise or add, not undercut what national law makes a floor (NĐ 20/2021 Điều 4 khoản 3). */
final class FloorCheck {

    private static final String BELOW = " thấp hơn mức sàn toàn quốc ";

    private final PackInForce local;
    private final PackFamily family;
    private final Faults faults;

    FloorCheck(PackInForce local, PackFamily family, Faults faults) {
        this.local = local;
        this.family = family;
        this.faults = faults;
    }

    void check() {
        if (local.territory().isNationwide()) {
            return;
        }
        // a decree that amends the same pack sets the floor too, though the local pack does not name it
        LawBinder national = new LawBinder(family.ordered().stream()
                .filter(pack -> pack.territory().isNationwide())
                .toList());
        for (Pack.Parameter parameter : local.pack().parameters().values()) {
            family.declarersOf(parameter.code(), local.pack()).stream()
                    .filter(declarer -> declarer != local.pack())
                    .forEach(declarer -> numbers(parameter.values(), national.parameter(declarer, parameter.code())));
        }
        for (Pack.Addition addition : local.pack().additions()) {
            for (Entry entry : national.entries()) {
                for (RateInForce rate : entry.rates()) {
                    if (rate.rate().code().equals(addition.rate())) {
                        LawInTime law = rate.coefficients() == null ? rate.base() : rate.coefficients();
                        if (addition.kind() == Pack.Kind.TABLE) {
                            tables(addition.values(), law);
                        } else {
                            numbers(addition.values(), law);
                        }
                    }
                }
            }
        }
    }

    private void numbers(Timeline values, LawInTime national) {
        for (Timeline.Value value : values.values()) {
            Timeline.Value floor =
                    national.at(value.citation().countedFrom(), value.citation().inForce(), Claim.NOWHERE);
            if (floor != null && value.number().compareTo(floor.number()) < 0) {
                faults.add(
                        value.place(),
                        value.number().toPlainString() + BELOW + floor.number().toPlainString() + " ("
                                + floor.citation().clause() + ").");
            }
        }
    }

    private void tables(Timeline values, LawInTime national) {
        for (Timeline.Value value : values.values()) {
            for (Map.Entry<String, Long> row : value.rows().entrySet()) {
                Timeline.Value floor = national.table(
                        value.citation().countedFrom(), value.citation().inForce(), Claim.NOWHERE, row.getKey());
                Long amount = floor == null ? null : floor.rows().get(row.getKey());
                if (amount != null && row.getValue() < amount) {
                    faults.add(
                            value.place(),
                            "Mức " + row.getKey() + ": " + Money.format(row.getValue()) + BELOW + Money.format(amount)
                                    + " (" + floor.citation().clause() + ").");
                }
            }
        }
    }
}
