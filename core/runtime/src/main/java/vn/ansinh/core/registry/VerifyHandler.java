package vn.ansinh.core.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.job.JobContext;
import vn.ansinh.api.job.JobHandler;
import vn.ansinh.api.registry.Answer;
import vn.ansinh.api.registry.Answer.Outcome;
import vn.ansinh.api.registry.Verifications;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.identity.PersonRows;
import vn.ansinh.core.identity.PersonScope;
import vn.ansinh.core.sql.Rows;

/** Asks about many people, some at a time; an answer that is known is asked anew. The rest is left when the registry is away. */
public final class VerifyHandler implements JobHandler {

    private static final int AT_A_TIME = 200;

    private static final String PEOPLE = "select " + PersonRows.COLUMNS
            + " from ansinh.person p where p.deleted_at is null and p.id_number is not null and p.id > ? and %s"
            + " and (cardinality(?) = 0 or p.id = any(?)) order by p.id limit " + AT_A_TIME;

    private final Transactions transactions;
    private final Access access;
    private final Units units;
    private final RegistryLine line;
    private final Audit audit;

    /** @param audit told whose numbers and names went to the registry */
    public VerifyHandler(Transactions transactions, Access access, Units units, RegistryLine line, Audit audit) {
        this.transactions = transactions;
        this.access = access;
        this.units = units;
        this.line = line;
        this.audit = audit;
    }

    @Override
    public String type() {
        return Verifications.JOB;
    }

    @Override
    public void run(JobContext job) {
        Caller caller = access.require(Permissions.REGISTRY_VERIFY);
        Long[] ids = Stream.of(job.parameter("people", "").split(","))
                .filter(text -> !text.isBlank())
                .map(Long::valueOf)
                .toArray(Long[]::new);
        PersonScope scope = PersonScope.of(caller, Long.parseLong(job.parameter("unit", "0")), units, "p.unit_id");
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        long done = 0;
        long last = 0;
        List<Person> people = transactions.call(connection -> next(connection, 0, scope, ids));
        while (!people.isEmpty() && counts.getOrDefault(Outcome.DOWN, 0) == 0) {
            List<Checks.Checked> answers = new ArrayList<>();
            for (Person person : people) {
                job.progress(done, Math.max(done + 1, ids.length), "Đã đối chiếu " + done + " người");
                Answer answer = line.ask(Checks.inquiry(person));
                counts.merge(answer.outcome(), 1, Integer::sum);
                if (answer.outcome() == Outcome.DOWN) {
                    break;
                }
                answers.add(new Checks.Checked(person.id(), answer));
                done++;
            }
            String registry = line.name().orElse("");
            transactions.run(connection -> {
                Checks.keep(connection, registry, answers, caller.account());
                audit.exported(
                        Subject.PERSON,
                        "Đối chiếu với dữ liệu dân cư",
                        answers.stream().map(Checks.Checked::personId).toList(),
                        registry);
            });
            last = people.get(people.size() - 1).id();
            long after = last;
            people = transactions.call(connection -> next(connection, after, scope, ids));
        }
        for (Outcome outcome : Outcome.values()) {
            job.result(outcome.name(), Integer.toString(counts.getOrDefault(outcome, 0)));
        }
        boolean away = counts.getOrDefault(Outcome.DOWN, 0) > 0;
        job.progress(
                done,
                done,
                "Đã đối chiếu " + done + " người: " + counts.getOrDefault(Outcome.MISMATCH, 0) + " có điểm khác, "
                        + counts.getOrDefault(Outcome.NOT_FOUND, 0) + " không tìm thấy"
                        + (away ? ". Hệ thống dân cư không trả lời, phần còn lại chưa đối chiếu" : ""));
    }

    private static List<Person> next(Connection connection, long after, PersonScope scope, Long[] ids)
            throws SQLException {
        return Rows.list(
                connection,
                PEOPLE.formatted(scope.sql()),
                select -> {
                    select.setLong(1, after);
                    int position = scope.bind(select, 2);
                    select.setArray(position++, connection.createArrayOf("bigint", ids));
                    select.setArray(position, connection.createArrayOf("bigint", ids));
                },
                row -> PersonRows.read(row, 1));
    }
}
