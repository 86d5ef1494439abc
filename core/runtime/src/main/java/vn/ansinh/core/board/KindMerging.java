package vn.ansinh.core.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ansinh.api.board.Boards;
import vn.ansinh.api.policy.Benefit;
import vn.ansinh.api.policy.Policies;

/**
 * Under which name a kind stands on a board. One that would reveal health, HIV or abuse is never named, and neither may the
 * rest point at it: it is put together with the smallest plain kinds until the group has {@link Boards#FEWEST} people and at
 * least one plain kind, so that what is missing among the names says nothing.
 */
public final class KindMerging {

    /** What is put together. */
    public static final String OTHERS = "Các chế độ khác";

    private final Policies policies;
    private final Set<String> merged = new HashSet<>();

    /** @param people by benefit, of what is to be shown */
    public KindMerging(Policies policies, Map<String, Long> people) {
        this.policies = policies;
        long together = 0;
        List<String> plain = new ArrayList<>();
        for (Map.Entry<String, Long> kind : people.entrySet()) {
            if (policies.isSensitive(kind.getKey())) {
                merged.add(kind.getKey());
                together += kind.getValue();
            } else {
                plain.add(kind.getKey());
            }
        }
        plain.sort(Comparator.comparing((String code) -> people.get(code)).thenComparing(code -> code));
        boolean hidden = !merged.isEmpty();
        for (int i = 0; hidden && i < plain.size() && (i == 0 || together < Boards.FEWEST); i++) {
            merged.add(plain.get(i));
            together += people.get(plain.get(i));
        }
    }

    /** What a benefit is called. */
    public String name(String benefit) {
        return merged.contains(benefit)
                ? OTHERS
                : policies.benefit(benefit).map(Benefit::name).orElse(OTHERS);
    }
}
