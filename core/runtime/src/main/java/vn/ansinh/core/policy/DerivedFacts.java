package vn.ansinh.core.policy;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.api.policy.PersonFacts;
import vn.ansinh.api.policy.Policy;
import vn.ansinh.api.policy.Policy.Known;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.transaction.Transactions;

/**
 * Asks every {@link Policy} for the people a run is about and records what it says: afterwards these are facts like any
 * other, and the run needs to know nothing of where they came from.
 */
public final class DerivedFacts {

    private static final Logger LOG = LoggerFactory.getLogger(DerivedFacts.class);
    private static final int BATCH = 2_000;

    private static final String HOLDERS = """
            select distinct e.person_id from ansinh.entitlement e
            where e.program = ? and e.benefit = any(?) and e.from_month <= ? and (e.to_month is null or e.to_month >= ?)
              and (? = 0 or e.unit_id in (select unit_id from ansinh.unit_closure where ancestor_id = ?))
              and e.person_id > ?
            order by e.person_id limit %d""".formatted(BATCH);

    private static final String PEOPLE =
            "select p.id, p.birth_date, p.deceased_on from ansinh.person p where p.id = any(?) order by p.id";

    private static final String FACTS = """
            select f.subject_id, f.key, f.value, f.valid_from, f.valid_to, f.source from ansinh.fact f
            where f.subject_kind = 'PERSON' and f.subject_id = any(?) and f.retracted_at is null
            order by f.subject_id, f.id""";

    private final Transactions transactions;
    private final Access access;
    private final Facts facts;
    private final List<Policy> policies;

    /** @param policies those that run at the moment; the list changes as bundles come and go */
    public DerivedFacts(Transactions transactions, Access access, Facts facts, List<Policy> policies) {
        this.transactions = transactions;
        this.access = access;
        this.facts = facts;
        this.policies = policies;
    }

    /**
     * Records what policies derive about who holds a benefit of theirs.
     *
     * @param unitId whose subtree is run, 0 for the whole country
     * @return how many facts were new
     * @throws Problem CONFLICT when a policy fails or says what it may not: a run must not go on with half of the facts
     */
    public int record(String program, long unitId, YearMonth month) {
        int recorded = 0;
        for (Policy policy : List.copyOf(policies)) {
            recorded += record(policy, program, unitId, month);
        }
        return recorded;
    }

    private int record(Policy policy, String program, long unitId, YearMonth month) {
        int recorded = 0;
        long after = 0;
        while (true) {
            long from = after;
            List<Long> batch =
                    transactions.call(connection -> holders(connection, policy, program, unitId, month, from));
            if (batch.isEmpty()) {
                return recorded;
            }
            recorded += transactions.call(connection -> derive(connection, policy, batch, month));
            after = batch.get(batch.size() - 1);
        }
    }

    private static List<Long> holders(
            Connection connection, Policy policy, String program, long unitId, YearMonth month, long after)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(HOLDERS)) {
            select.setString(1, program);
            select.setArray(
                    2, connection.createArrayOf("text", policy.benefits().toArray()));
            select.setDate(3, Date.valueOf(month.atDay(1)));
            select.setDate(4, Date.valueOf(month.atDay(1)));
            select.setLong(5, unitId);
            select.setLong(6, unitId);
            select.setLong(7, after);
            List<Long> people = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    people.add(row.getLong(1));
                }
            }
            return people;
        }
    }

    private int derive(Connection connection, Policy policy, List<Long> batch, YearMonth month) throws Exception {
        List<Fact> derived;
        try {
            derived = policy.derive(known(connection, batch), month);
        } catch (RuntimeException e) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    "AS-POLICY-DERIVE",
                    "Chính sách «" + policy.id()
                            + "» gặp lỗi khi suy ra thông tin nên chưa lập được danh sách. Vui lòng"
                            + " báo quản trị hệ thống.",
                    e);
        }
        Set<Long> asked = new HashSet<>(batch);
        List<Fact> sourced = new ArrayList<>();
        for (Fact fact : derived) {
            boolean allowed = fact.subject().kind() == Subject.Kind.PERSON
                    && asked.contains(fact.subject().id())
                    && policy.keys().contains(fact.key());
            if (!allowed) {
                LOG.error("Policy {} says {} of somebody, which it may not", policy.id(), fact.key());
                throw Problem.conflict(
                        "AS-POLICY-DERIVE",
                        "Chính sách «" + policy.id() + "» đưa ra thông tin «" + fact.key()
                                + "» ngoài phạm vi đã khai báo nên chưa lập được danh sách. Vui lòng báo quản trị hệ thống.");
            }
            sourced.add(new Fact(fact.subject(), fact.key(), fact.value(), fact.from(), fact.to(), policy.id()));
        }
        // Who runs a payroll may not write facts; the platform may.
        return access.callAs(Caller.SYSTEM, () -> facts.recordAll(sourced));
    }

    private static List<Known> known(Connection connection, List<Long> batch) throws SQLException {
        java.sql.Array ids = connection.createArrayOf("bigint", batch.toArray());
        Map<Long, List<Fact>> facts = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(FACTS)) {
            select.setArray(1, ids);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    facts.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                            .add(new Fact(
                                    Subject.person(row.getLong(1)),
                                    row.getString(2),
                                    row.getString(3),
                                    day(row, 4),
                                    day(row, 5),
                                    row.getString(6)));
                }
            }
        }
        Map<Long, Known> people = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(PEOPLE)) {
            select.setArray(1, ids);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    long id = row.getLong(1);
                    people.put(
                            id,
                            new Known(
                                    id, new PersonFacts(day(row, 2), day(row, 3), facts.getOrDefault(id, List.of()))));
                }
            }
        }
        return List.copyOf(people.values());
    }

    private static LocalDate day(ResultSet row, int column) throws SQLException {
        Date date = row.getDate(column);
        return date == null ? null : date.toLocalDate();
    }
}
