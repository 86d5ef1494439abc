package vn.ansinh.btxh.policy;

import java.util.Map;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.core.policy.PackTrial;

/** The packs that this bundle brings, each checked among those before it, in the order in which the extender finds them. */
public final class ShippedPacks {

    private ShippedPacks() {}

    /** The monthly benefits alone. */
    public static PackTrial monthly() {
        String file = "btxh.policy.yaml";
        return PackTrial.of(source(file), file, BtxhFactKeys.read());
    }

    /** The monthly benefits and those in facilities. */
    public static PackTrial facilities() {
        return with(monthly(), "co-so.policy.yaml");
    }

    /** Those, and what is paid once. */
    public static PackTrial occasions() {
        return with(facilities(), "ho-tro-mot-lan.policy.yaml");
    }

    /** All of them; the social pension is the newest. */
    public static PackTrial all() {
        return with(occasions(), "huu-tri-xa-hoi.policy.yaml");
    }

    private static PackTrial with(PackTrial before, String file) {
        Map<String, FactKey> keys = BtxhFactKeys.read();
        return before.with(source(file), file, keys);
    }

    private static String source(String file) {
        return BtxhPackTest.text("/ANSINH-INF/policy/" + file);
    }
}
