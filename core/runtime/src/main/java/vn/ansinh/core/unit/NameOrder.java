package vn.ansinh.core.unit;

import java.text.CollationKey;
import java.text.Collator;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import vn.ansinh.api.unit.AdministrativeUnit;

/**
 * Vietnamese order of units' names: by the name without its kind, so that one finds "Cẩm Xuyên" under C and not under
 * "Xã". Syllable by syllable, as Vietnamese dictionaries do it: the JDK's collator alone passes over blanks and would put
 * "Hàm Yên" before "Hà Nam".
 */
final class NameOrder implements Comparator<AdministrativeUnit> {

    private final Collator collator = Collator.getInstance(new Locale("vi", "VN"));
    private final Map<String, CollationKey[]> keys = new HashMap<>();

    NameOrder() {
        collator.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
    }

    @Override
    public int compare(AdministrativeUnit one, AdministrativeUnit other) {
        int byName = compare(key(UnitName.withoutKind(one.name())), key(UnitName.withoutKind(other.name())));
        if (byName != 0) {
            return byName;
        }
        int byKind = compare(key(one.name()), key(other.name()));
        return byKind != 0 ? byKind : Long.compare(one.id(), other.id());
    }

    private CollationKey[] key(String name) {
        return keys.computeIfAbsent(name, text -> {
            String[] syllables = text.split("[ \\-]+");
            CollationKey[] key = new CollationKey[syllables.length];
            for (int i = 0; i < syllables.length; i++) {
                key[i] = collator.getCollationKey(syllables[i]);
            }
            return key;
        });
    }

    private static int compare(CollationKey[] one, CollationKey[] other) {
        for (int i = 0; i < Math.min(one.length, other.length); i++) {
            int order = one[i].compareTo(other[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.length, other.length);
    }
}
