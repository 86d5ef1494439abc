package vn.ansinh.core.fact;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.transaction.Transactions;

/** Facts with keys that no bundle had to bring, for the tests of other rooms. */
public final class DeclaredFacts {

    private DeclaredFacts() {}

    /** @param yaml as in {@code ANSINH-INF/fact/*.yaml} */
    public static Facts of(Transactions transactions, Access access, String yaml) {
        StoredFacts facts = new StoredFacts(transactions, access);
        facts.registry().declare(1, "test/keys.yaml", yaml);
        return facts;
    }

    /** The keys that a file of fact keys declares. @throws AssertionError when anything is wrong in it */
    public static Map<String, FactKey> keys(String yaml) {
        FactKeyFile file = FactKeyFile.read(yaml);
        if (!file.faults().isEmpty()) {
            throw new AssertionError(file.faults().toString());
        }
        Map<String, FactKey> keys = new LinkedHashMap<>();
        file.keys().forEach(declared -> keys.put(declared.key().key(), declared.key()));
        return keys;
    }
}
