package vn.ansinh.core.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which pack extends which, and so what a code in a pack means. */
final class PackFamily {

    private final Map<String, PackInForce> packs = new LinkedHashMap<>();
    private final Map<String, Set<String>> ancestors = new LinkedHashMap<>();

    /** @param packs at most one version of each */
    PackFamily(Collection<PackInForce> packs) {
        packs.forEach(each -> this.packs.put(each.pack().id(), each));
        this.packs.keySet().forEach(id -> {
            Set<String> above = new LinkedHashSet<>();
            climb(id, above);
            ancestors.put(id, above);
        });
    }

    private void climb(String id, Set<String> above) {
        PackInForce here = packs.get(id);
        if (here != null) {
            for (String parent : here.pack().amends().keySet()) {
                if (packs.containsKey(parent) && above.add(parent)) {
                    climb(parent, above);
                }
            }
        }
    }

    /** Those that are extended before those that extend them, otherwise in the given order. */
    List<PackInForce> ordered() {
        List<PackInForce> ordered = new ArrayList<>(packs.values());
        ordered.sort(Comparator.comparingInt(each -> depth(each.pack())));
        return ordered;
    }

    /** How many packs it stands on, directly or not. */
    int depth(Pack pack) {
        return ancestors.get(pack.id()).size();
    }

    /** All packs it extends, directly or not. */
    List<PackInForce> above(Pack pack) {
        return ancestors.get(pack.id()).stream().map(packs::get).toList();
    }

    /**
     * The packs among which a pack's own examples are computed: those it extends, and those whose groups it joins; nothing that
     * merely is there as well.
     */
    List<PackInForce> stageOf(PackInForce pack) {
        Set<PackInForce> stage = new LinkedHashSet<>(above(pack.pack()));
        for (PackInForce other : packs.values()) {
            boolean joined = pack.pack().rules().stream()
                    .flatMap(rule -> rule.benefit().groups().stream())
                    .anyMatch(group -> other.pack().groups().containsKey(group));
            if (joined) {
                stage.add(other);
                stage.addAll(above(other.pack()));
            }
        }
        stage.add(pack);
        return List.copyOf(stage);
    }

    /** Packs that extend {@code pack}, directly or not. */
    List<Pack> below(Pack pack) {
        return packs.values().stream()
                .map(PackInForce::pack)
                .filter(other -> other != pack && ancestors.get(other.id()).contains(pack.id()))
                .toList();
    }

    boolean extendsItself(Pack pack) {
        return ancestors.get(pack.id()).contains(pack.id());
    }

    /**
     * Packs that first declared the parameter that {@code user} means by {@code code}: of itself and those it extends, the ones
     * that extend no other with such a parameter. One when all is well, none when unknown, several when it is ambiguous.
     */
    List<Pack> declarersOf(String code, Pack user) {
        List<Pack> declaring = new ArrayList<>();
        if (user.parameters().containsKey(code)) {
            declaring.add(user);
        }
        for (PackInForce each : above(user)) {
            if (each.pack().parameters().containsKey(code) && each.pack() != user) {
                declaring.add(each.pack());
            }
        }
        return declaring.stream()
                .filter(pack -> declaring.stream()
                        .noneMatch(other ->
                                other != pack && ancestors.get(pack.id()).contains(other.id())))
                .toList();
    }
}
