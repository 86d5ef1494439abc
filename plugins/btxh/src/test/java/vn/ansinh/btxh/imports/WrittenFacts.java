package vn.ansinh.btxh.imports;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.api.transaction.Transactions;

/** Facts written as they come, each once; what the core makes of corrections is not the matter here. */
final class WrittenFacts implements Facts {

    private final Transactions transactions;
    private final Map<String, FactKey> keys;

    WrittenFacts(Transactions transactions, Map<String, FactKey> keys) {
        this.transactions = transactions;
        this.keys = keys;
    }

    @Override
    public Map<String, FactKey> keys() {
        return keys;
    }

    @Override
    public List<Fact> of(Subject subject) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int recordAll(Collection<Fact> facts) {
        List<Object[]> columns = new ArrayList<>();
        facts.forEach(fact -> {
            FactKey key = keys.get(fact.key());
            boolean known =
                    key != null && (key.values().isEmpty() || key.values().contains(fact.value()));
            if (!known) {
                throw new AssertionError("not declared: " + fact.key() + " " + fact.value());
            }
            columns.add(new Object[] {
                fact.subject().id(), fact.key(), fact.value(), fact.from().toString(), fact.source()
            });
        });
        return transactions.call(connection -> {
            String sql =
                    "insert into ansinh.fact (subject_kind, subject_id, key, value, valid_from, source, recorded_by)"
                            + " select 'PERSON', n.* , 'test' from unnest(?::bigint[], ?::text[], ?::text[], ?::date[], ?::text[])"
                            + " as n(id, key, value, since, source) where not exists (select 1 from ansinh.fact f where"
                            + " f.subject_id = n.id and f.key = n.key and f.value = n.value and f.valid_from = n.since)";
            String[] types = {"bigint", "text", "text", "date", "text"};
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                for (int i = 0; i < types.length; i++) {
                    int column = i;
                    Array array = connection.createArrayOf(
                            types[i], columns.stream().map(row -> row[column]).toArray());
                    insert.setArray(i + 1, array);
                }
                return insert.executeUpdate();
            }
        });
    }
}
