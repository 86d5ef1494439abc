package vn.ansinh.api.policy;

import java.util.List;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.fact.Facts;

/**
 * A benefit (chế độ) that a pack defines and a person can be entitled to.
 *
 * @param code for instance {@code BT6}
 * @param program whose it is
 * @param name Vietnamese
 * @param groups of each of which only the highest is paid, across all packs and programs; empty for none
 * @param clause who is entitled by law, for instance {@code Điều 5 khoản 6}
 * @param sensitive whether to hold it reveals health, HIV or abuse: lists that leave the office name neither it nor its clause
 * @param factKeys the facts its conditions and amounts ask for, in the pack's order
 * @param cadence how often it is paid
 * @param fund code of the source of funds (nguồn kinh phí) that pays it, {@code null} for the program's usual one
 */
public record Benefit(
        String code,
        String program,
        String name,
        List<String> groups,
        String clause,
        boolean sensitive,
        List<String> factKeys,
        Cadence cadence,
        String fund) {

    public Benefit {
        groups = List.copyOf(groups);
        factKeys = List.copyOf(factKeys);
    }

    /**
     * Whether to hold it reveals something sensitive: it says so itself, or a fact that its conditions ask for is, or may be because
     * nobody declares it at this moment: packs stay in force when the program that brought the facts is taken out.
     */
    public boolean isSensitive(Facts facts) {
        return sensitive
                || factKeys.stream()
                        .anyMatch(key -> facts.key(key).map(FactKey::sensitive).orElse(true));
    }
}
