package vn.ansinh.core.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Entry;
import vn.ansinh.api.audit.Entry.Act;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.audit.Verification;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.program.Program;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.sql.Rows;
import vn.ansinh.core.sql.Slice;

/** {@link Audit} on table {@code ansinh.audit_entry}. */
public final class StoredAudit implements Audit {

    private static final int LONGEST_PAGE = 1000;
    private static final int MOST_ACCOUNTS = 100;

    private final Transactions transactions;
    private final InstantSource clock;
    private final Sealer sealer;
    private final ThreadLocal<Gathering> gathering = new ThreadLocal<>();
    private final Supplier<Optional<Access>> access;
    private final List<Program> programs;

    /**
     * @param access tells who acts, as soon as that can be told
     * @param sealer chains the rows
     * @param programs those that run, by whose names rows call them; a list that changes while they come and go
     */
    public StoredAudit(
            Transactions transactions,
            InstantSource clock,
            Supplier<Optional<Access>> access,
            Sealer sealer,
            List<Program> programs) {
        this.transactions = transactions;
        this.clock = clock;
        this.access = access;
        this.sealer = sealer;
        this.programs = programs;
    }

    @Override
    public void read(Subject subject, String why) {
        if (!isPlatform()) {
            write(EntryDraft.of(Act.READ, subject).why(why));
        }
    }

    @Override
    public void listed(String kind, String query, Collection<Long> ids) {
        Gathering gathered = gathering.get();
        if (gathered != null) {
            gathered.add(kind, ids);
        } else if (!isPlatform()) {
            write(EntryDraft.of(Act.LIST, new Subject(kind, 0)).asked(query).ids(ids));
        }
    }

    @Override
    public void exported(String kind, String query, Collection<Long> ids, String file) {
        if (!isPlatform()) {
            write(EntryDraft.of(Act.EXPORT, new Subject(kind, 0))
                    .asked(query)
                    .ids(ids)
                    .file(file));
        }
    }

    @Override
    public <E extends Exception> void exporting(String query, String file, Work<E> work) throws E {
        if (gathering.get() != null) {
            work.run();
            return;
        }
        Gathering gathered = new Gathering();
        gathering.set(gathered);
        boolean done = false;
        try {
            work.run();
            done = true;
        } finally {
            gathering.remove();
            exported(gathered.kind, query, gathered.ids, done ? file : file + " (dở dang)");
        }
    }

    @Override
    public void changed(
            Subject subject, String action, Map<String, String> before, Map<String, String> after, String why) {
        write(EntryDraft.of(Act.CHANGE, subject)
                .action(action)
                .values(before, after)
                .why(why));
    }

    @Override
    public void changedAll(String kind, Collection<Long> ids, String action, Map<String, String> after, String why) {
        write(EntryDraft.of(Act.CHANGE, new Subject(kind, 0))
                .action(action)
                .values(Map.of(), after)
                .ids(ids.isEmpty() ? null : ids)
                .why(why));
    }

    private Access access() {
        return access.get().orElseThrow(() -> new IllegalStateException("Nobody can act yet"));
    }

    private Caller actor() {
        return access.get().flatMap(Access::current).orElse(Caller.SYSTEM);
    }

    private boolean isPlatform() {
        return actor().account().equals(Caller.SYSTEM.account());
    }

    private void write(EntryDraft draft) {
        Caller caller = actor();
        transactions.run(connection -> draft.insert(connection, caller, clock.instant()));
    }

    @Override
    public List<Entry> of(Subject subject, Instant from, Instant to, int limit) {
        return entries(new Query("", null, null, subject, from, to, null, limit))
                .entries();
    }

    @Override
    public Page entries(Query query) {
        Caller caller = access().require(Permissions.AUDIT_READ);
        int limit = limit(query.limit());
        if (query.subject() == null || !query.subject().kind().equals(Subject.PERSON)) {
            return page(new EntryQuery(query, accounts(query.account()), caller), limit);
        }
        transactions.run(connection -> requireWithin(connection, query.subject().id()));
        Page page;
        // As the platform: those who looked may sit above or far away.
        try (Access.Binding ignored = access().bind(Caller.SYSTEM)) {
            page = page(new EntryQuery(query, accounts(query.account()), caller).wherever(), limit);
        }
        if (query.cursor() == null) {
            read(query.subject(), "Xem nhật ký truy cập");
        }
        return page;
    }

    /** Whom a typed name means; who is not known any more is looked for as typed. */
    private List<String> accounts(String typed) {
        String name = typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT);
        if (name.isEmpty()) {
            return List.of();
        }
        String begins = name.replaceAll("([\\\\%_])", "\\\\$1") + "%";
        List<String> found;
        // As the platform: officials do not read accounts, and learn from this only what rows tell them anyway.
        try (Access.Binding ignored = access().bind(Caller.SYSTEM)) {
            found = transactions.call(connection -> Rows.list(
                    connection,
                    "select name from ansinh.account where name like ? or lower(full_name) like '%' || ? limit "
                            + MOST_ACCOUNTS,
                    select -> {
                        select.setString(1, begins);
                        select.setString(2, begins);
                    },
                    row -> row.getString(1)));
        }
        return found.isEmpty() ? List.of(name) : found;
    }

    private Page page(EntryQuery query, int limit) {
        List<Entry> rows =
                transactions.call(connection -> Names.in(connection, query.list(connection, limit + 1), programs));
        Slice<Entry> page = Slice.of(rows, limit);
        return new Page(page.rows(), page.next(last -> EntryQuery.cursor(last.id())));
    }

    /** Whose access log it is must be theirs to read, wherever those who looked sat. */
    private void requireWithin(Connection connection, long personId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select unit_id from ansinh.person where id = ?")) {
            select.setLong(1, personId);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw Problem.notFound("AS-AUDIT-PERSON", "Không có người này, hoặc ngoài địa bàn được giao.");
                }
                access().require(Permissions.AUDIT_READ, row.getLong(1));
            }
        }
    }

    @Override
    public Map<String, String> actions() {
        return AuditWords.actions();
    }

    private static int limit(int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw Problem.invalid("AS-AUDIT-LIMIT", "Mỗi trang nhật ký có từ 1 đến " + LONGEST_PAGE + " dòng.");
        }
        return limit;
    }

    @Override
    public Verification verify() {
        access().require(Permissions.AUDIT_VERIFY);
        return sealer.verify();
    }

    /** What was listed while a file was made. */
    private static final class Gathering {

        private String kind = Subject.PERSON;
        private final Set<Long> ids = new LinkedHashSet<>();

        void add(String listedKind, Collection<Long> listed) {
            kind = listedKind;
            ids.addAll(listed);
        }
    }
}
