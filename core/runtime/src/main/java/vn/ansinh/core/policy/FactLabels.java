package vn.ansinh.core.policy;

/** What officials call a fact. */
@FunctionalInterface
interface FactLabels {

    /** @return the Vietnamese label, or the key itself while nobody declares it */
    String of(String key);
}
