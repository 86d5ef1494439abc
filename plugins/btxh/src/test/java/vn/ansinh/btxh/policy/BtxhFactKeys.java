package vn.ansinh.btxh.policy;

import java.util.Map;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.core.fact.FactKeyTrial;

/** The fact keys that this bundle declares, for tests outside a container. */
public final class BtxhFactKeys {

    private BtxhFactKeys() {}

    public static Map<String, FactKey> read() {
        return FactKeyTrial.keys(BtxhPackTest.text("/ANSINH-INF/fact/btxh.yaml"));
    }
}
