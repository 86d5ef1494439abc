package vn.ansinh.btxh.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import vn.ansinh.api.fact.FactKey;

/** The fact keys that this bundle declares, for tests outside a container. */
public final class BtxhFactKeys {

    private static final Map<String, FactKey.Type> TYPES = Map.of(
            "co-khong", FactKey.Type.FLAG,
            "lua-chon", FactKey.Type.CHOICE,
            "ngay", FactKey.Type.DATE,
            "ngay-kem-ten", FactKey.Type.DATED_NAME,
            "so", FactKey.Type.NUMBER,
            "van-ban", FactKey.Type.TEXT);

    private BtxhFactKeys() {}

    @SuppressWarnings("unchecked")
    public static Map<String, FactKey> read() {
        Map<String, Object> file =
                (Map<String, Object>) new Load(LoadSettings.builder().build())
                        .loadFromString(BtxhPackTest.text("/ANSINH-INF/fact/btxh.yaml"));
        Map<String, FactKey> keys = new LinkedHashMap<>();
        for (Map<String, Object> key : (List<Map<String, Object>>) file.get("su-kien")) {
            keys.put(
                    (String) key.get("khoa"),
                    new FactKey(
                            (String) key.get("khoa"),
                            (String) key.get("ten"),
                            TYPES.get((String) key.get("kieu")),
                            (Map<String, String>) key.getOrDefault("gia-tri", Map.of()),
                            (Boolean) key.get("nhieu"),
                            (Boolean) key.get("nhay-cam")));
        }
        return keys;
    }
}
