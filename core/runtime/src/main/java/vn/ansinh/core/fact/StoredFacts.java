package vn.ansinh.core.fact;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.transaction.Transactions;

/** {@link Facts} on table {@code ansinh.fact}. There is no registry of households yet: only who sees the country records theirs. */
public final class StoredFacts implements Facts {

    /** A person's facts are shown to who may see the person. */
    private static final String OF = """
            select f.key, f.value, f.valid_from, f.valid_to, f.source
            from ansinh.fact f
            where f.subject_kind = ? and f.subject_id = ? and f.retracted_at is null
              and (? = 0 or f.subject_kind = 'PERSON' and exists (
                  select from ansinh.person p join ansinh.unit_sight c on c.unit_id = p.unit_id
                  where p.id = f.subject_id and c.ancestor_id = ?))
            order by f.key, f.valid_from, f.value""";

    private final Transactions transactions;
    private final Transactions everywhere;
    private final Access access;
    private final FactKeyRegistry registry = new FactKeyRegistry();
    private final FactKeyExtender extender;

    /** @param everywhere for recording by the thousand, after a look at where the people live */
    public StoredFacts(Transactions transactions, Transactions everywhere, Access access, BundleContext context) {
        this.transactions = transactions;
        this.everywhere = everywhere;
        this.access = access;
        this.extender = new FactKeyExtender(context, registry);
    }

    /** For tests: keys are declared by hand. */
    StoredFacts(Transactions transactions, Transactions everywhere, Access access) {
        this.transactions = transactions;
        this.everywhere = everywhere;
        this.access = access;
        this.extender = null;
    }

    /** Starts to read what bundles declare. */
    public void open() {
        extender.open();
    }

    /** Stops reading. */
    public void close() {
        extender.close();
    }

    FactKeyRegistry registry() {
        return registry;
    }

    @Override
    public Map<String, FactKey> keys() {
        return registry.keys();
    }

    @Override
    public List<Fact> of(Subject subject) {
        Caller caller = access.require(Permissions.PERSON_READ);
        return transactions.call(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(OF)) {
                statement.setString(1, subject.kind().name());
                statement.setLong(2, subject.id());
                statement.setLong(3, caller.unitId());
                statement.setLong(4, caller.unitId());
                List<Fact> facts = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        facts.add(new Fact(
                                subject,
                                row.getString(1),
                                row.getString(2),
                                row.getDate(3).toLocalDate(),
                                toLocalDate(row.getDate(4)),
                                row.getString(5)));
                    }
                }
                return facts;
            }
        });
    }

    private static LocalDate toLocalDate(Date date) {
        return date == null ? null : date.toLocalDate();
    }

    @Override
    public int recordAll(Collection<Fact> facts) {
        Caller caller = access.require(Permissions.PERSON_WRITE);
        Map<String, FactKey> known = keys();
        facts.forEach(fact -> check(fact, known));
        if (facts.isEmpty()) {
            return 0;
        }
        return everywhere.call(connection -> {
            Recording recording = new Recording(connection, caller.account());
            recording.stage(facts, known);
            if (recording.reachesOutside(caller.unitId())) {
                throw Problem.forbidden(
                        "AS-FACT-SCOPE",
                        "Không ghi được vì có người không thuộc địa bàn mà tài khoản được giao. Vui lòng kiểm tra lại nơi"
                                + " cư trú của người đó.");
            }
            return recording.record();
        });
    }

    private static void check(Fact fact, Map<String, FactKey> known) {
        FactKey key = known.get(fact.key());
        if (key == null) {
            throw Problem.invalid(
                    "AS-FACT-KEY",
                    "Không có thông tin “" + fact.key() + "” trong các chương trình đang chạy. Vui lòng kiểm tra chương"
                            + " trình đã được cài đặt.");
        }
        if (fact.value() == null || !key.allows(fact.value())) {
            throw Problem.invalid(
                    "AS-FACT-VALUE", "Giá trị của “" + key.label() + "” không đúng. Vui lòng nhập lại theo danh mục.");
        }
        if (fact.from() == null
                || fact.source() == null
                || fact.to() != null && !fact.to().isAfter(fact.from())) {
            throw Problem.invalid(
                    "AS-FACT-PERIOD",
                    "Thời gian của “" + key.label() + "” không đúng: ngày kết thúc phải sau ngày bắt đầu.");
        }
    }
}
