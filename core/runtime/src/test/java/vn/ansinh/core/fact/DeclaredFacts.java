package vn.ansinh.core.fact;

import vn.ansinh.api.access.Access;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.transaction.Transactions;

/** Facts with keys that no bundle had to bring, for the tests of other rooms. */
public final class DeclaredFacts {

    private DeclaredFacts() {}

    /** @param yaml as in {@code ANSINH-INF/fact/*.yaml} */
    public static Facts of(Transactions transactions, Access access, String yaml) {
        return of(transactions, transactions, access, yaml);
    }

    /** The same, below row-level security. */
    public static Facts of(Transactions scoped, Transactions everywhere, Access access, String yaml) {
        StoredFacts facts = new StoredFacts(scoped, everywhere, access);
        facts.registry().declare(1, "test/keys.yaml", yaml);
        return facts;
    }

    /** The program that brought the keys is taken out. */
    public static void forget(Facts facts) {
        ((StoredFacts) facts).registry().forget(1);
    }

    /** It is there again. */
    public static void declare(Facts facts, String yaml) {
        ((StoredFacts) facts).registry().declare(1, "test/keys.yaml", yaml);
    }
}
