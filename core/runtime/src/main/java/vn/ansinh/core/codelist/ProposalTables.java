package vn.ansinh.core.codelist;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.codelist.CodeDraft.Kind;
import vn.ansinh.api.codelist.CodeProposal;
import vn.ansinh.api.codelist.CodeProposal.Item;
import vn.ansinh.api.codelist.CodeProposal.Source;
import vn.ansinh.api.codelist.CodeProposal.State;
import vn.ansinh.core.sql.Change;
import vn.ansinh.core.sql.Rows;

/** Rows of {@code code_proposal} and {@code code_change}. */
final class ProposalTables {

    private static final String PROPOSAL =
            "select p.id, p.list, l.name, coalesce(p.unit_id, 0), p.source, p.file, p.why,"
                    + " p.state, p.proposed_by, p.proposed_name, p.proposed_at, p.decided_by, p.decided_name, p.decided_at, p.reason,"
                    + " (select count(*) from ansinh.code_change g where g.proposal_id = p.id) from ansinh.code_proposal p"
                    + " join ansinh.code_list l on l.code = p.list";
    private static final String CHANGE = "select g.proposal_id, g.kind, g.code, g.entry_id, g.revision, g.old_name,"
            + " g.old_synonyms, g.old_ord, g.old_from, g.old_to, g.old_basis, g.name, g.synonyms, g.ord, g.from_date,"
            + " g.to_date, g.basis from ansinh.code_change g";

    private ProposalTables() {}

    /** A change and the span of time it was made upon. @param entryId {@code null} for a new code */
    record Upon(Item item, Long entryId, Integer revision) {}

    /** A proposal before it has a number. @param why may be blank */
    record Draft(String list, long unitId, Source source, String file, String why, List<Upon> changes) {}

    /**
     * Writes a proposal with its changes.
     *
     * @param decided {@code true} for what needs nobody's approval
     */
    static long insert(Connection connection, Draft draft, Caller by, Instant at, boolean decided) throws SQLException {
        long id = Rows.list(
                        connection,
                        "insert into ansinh.code_proposal (list, unit_id, source, file, why, state, proposed_by,"
                                + " proposed_name, proposed_at, decided_by, decided_name, decided_at)"
                                + " values (?, nullif(?::bigint, 0), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id",
                        statement -> {
                            statement.setString(1, draft.list());
                            statement.setLong(2, draft.unitId());
                            statement.setString(3, draft.source().name());
                            statement.setString(4, draft.file());
                            statement.setString(5, draft.why());
                            statement.setString(6, (decided ? State.APPROVED : State.WAITING).name());
                            statement.setString(7, by.account());
                            statement.setString(8, by.fullName());
                            statement.setObject(9, at.atOffset(ZoneOffset.UTC));
                            statement.setString(10, decided ? by.account() : null);
                            statement.setString(11, decided ? by.fullName() : null);
                            statement.setObject(
                                    12, decided ? at.atOffset(ZoneOffset.UTC) : null, Types.TIMESTAMP_WITH_TIMEZONE);
                        },
                        row -> row.getLong(1))
                .get(0);
        insertChanges(connection, id, draft);
        return id;
    }

    private static void insertChanges(Connection connection, long id, Draft draft) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into ansinh.code_change (name, synonyms, ord,"
                        + " from_date, to_date, basis, proposal_id, no, list, code, kind, entry_id, revision, old_name, old_synonyms,"
                        + " old_ord, old_from, old_to, old_basis)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            int no = 0;
            for (Upon change : draft.changes()) {
                int next = CodeTables.bind(insert, 1, change.item().after());
                insert.setLong(next, id);
                insert.setInt(next + 1, ++no);
                insert.setString(next + 2, draft.list());
                insert.setString(next + 3, change.item().code());
                insert.setString(next + 4, change.item().kind().name());
                insert.setObject(next + 5, change.entryId(), Types.BIGINT);
                insert.setObject(next + 6, change.revision(), Types.INTEGER);
                if (change.item().before() != null) {
                    CodeTables.bind(insert, next + 7, change.item().before());
                } else {
                    insert.setNull(next + 7, Types.VARCHAR);
                    insert.setNull(next + 8, Types.ARRAY);
                    insert.setNull(next + 9, Types.INTEGER);
                    insert.setNull(next + 10, Types.DATE);
                    insert.setNull(next + 11, Types.DATE);
                    insert.setNull(next + 12, Types.VARCHAR);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Decides a proposal that waits. @param reason {@code null} unless it is rejected */
    static void decide(Connection connection, long id, State state, Caller by, Instant at, String reason)
            throws SQLException {
        Change.of(
                connection,
                "update ansinh.code_proposal set state = ?, decided_by = ?, decided_name = ?, decided_at = ?, reason = ?"
                        + " where id = ?",
                statement -> {
                    statement.setString(1, state.name());
                    statement.setString(2, by.account());
                    statement.setString(3, by.fullName());
                    statement.setObject(4, at.atOffset(ZoneOffset.UTC));
                    statement.setString(5, reason);
                    statement.setLong(6, id);
                });
    }

    /** With all its changes. */
    static Optional<CodeProposal> byId(Connection connection, long id) throws SQLException {
        List<Head> heads =
                Rows.list(connection, PROPOSAL + " where p.id = ?", statement -> statement.setLong(1, id), Head::read);
        return heads.isEmpty()
                ? Optional.empty()
                : Optional.of(heads.get(0)
                        .with(changes(connection, id).stream().map(Upon::item).toList()));
    }

    /** The changes of a proposal, in their order. */
    static List<Upon> changes(Connection connection, long id) throws SQLException {
        return Rows.list(
                connection,
                CHANGE + " where g.proposal_id = ? order by g.no",
                statement -> statement.setLong(1, id),
                ProposalTables::change);
    }

    /** The latest first, each with its first change. Bundles' are left out. @param list, state {@code null} for all */
    static List<CodeProposal> list(Connection connection, String list, State state, int limit) throws SQLException {
        List<Head> heads = Rows.list(
                connection,
                PROPOSAL + " where p.source <> 'BUNDLE' and (?::text is null or p.list = ?)"
                        + " and (?::text is null or p.state = ?) order by p.id desc limit ?",
                statement -> {
                    statement.setString(1, list);
                    statement.setString(2, list);
                    statement.setString(3, state == null ? null : state.name());
                    statement.setString(4, state == null ? null : state.name());
                    statement.setInt(5, limit);
                },
                Head::read);
        return withChanges(connection, heads, " and g.no = 1", null);
    }

    /** What was done to a code and what waits, the latest first, each with the changes of this code only. */
    static List<CodeProposal> of(Connection connection, String list, String code) throws SQLException {
        List<Head> heads = Rows.list(
                connection,
                PROPOSAL + " where p.id in (select proposal_id from ansinh.code_change where list = ? and code = ?)"
                        + " order by p.id desc",
                statement -> {
                    statement.setString(1, list);
                    statement.setString(2, code);
                },
                Head::read);
        return withChanges(connection, heads, " and g.code = ?", code);
    }

    private static List<CodeProposal> withChanges(Connection connection, List<Head> heads, String which, String code)
            throws SQLException {
        Map<Long, Head> byId = new LinkedHashMap<>();
        heads.forEach(head -> byId.put(head.id, head));
        Map<Long, List<Item>> items = new HashMap<>();
        Rows.list(
                connection,
                CHANGE + " where g.proposal_id = any (?)" + which + " order by g.proposal_id, g.no",
                statement -> {
                    statement.setArray(
                            1, connection.createArrayOf("bigint", byId.keySet().toArray()));
                    if (code != null) {
                        statement.setString(2, code);
                    }
                },
                row -> items.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                        .add(change(row).item()));
        return byId.values().stream()
                .map(head -> head.with(items.getOrDefault(head.id, List.of())))
                .toList();
    }

    private static Upon change(ResultSet row) throws SQLException {
        Long entry = row.getObject(4, Long.class);
        return new Upon(
                new Item(
                        Kind.valueOf(row.getString(2)),
                        row.getString(3),
                        entry == null ? null : CodeTables.values(row, 6),
                        CodeTables.values(row, 12)),
                entry,
                row.getObject(5, Integer.class));
    }

    /** How many proposals wait, by list. */
    static List<Waiting> waiting(Connection connection) throws SQLException {
        return Rows.list(
                connection,
                "select list, coalesce(unit_id, 0), count(*) from ansinh.code_proposal where state = 'WAITING' group by 1, 2",
                statement -> {},
                row -> new Waiting(row.getString(1), row.getLong(2), row.getInt(3)));
    }

    /** @param unitId 0 for the country */
    record Waiting(String list, long unitId, int count) {}

    /** A proposal without its changes. */
    private record Head(long id, CodeProposal proposal) {

        static Head read(ResultSet row) throws SQLException {
            OffsetDateTime decided = row.getObject(14, OffsetDateTime.class);
            return new Head(
                    row.getLong(1),
                    new CodeProposal(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            row.getLong(4),
                            Source.valueOf(row.getString(5)),
                            row.getString(6),
                            row.getString(7),
                            State.valueOf(row.getString(8)),
                            row.getString(9),
                            row.getString(10),
                            row.getObject(11, OffsetDateTime.class).toInstant(),
                            row.getString(12),
                            row.getString(13),
                            decided == null ? null : decided.toInstant(),
                            row.getString(15),
                            row.getInt(16),
                            List.of()));
        }

        CodeProposal with(List<Item> items) {
            return new CodeProposal(
                    id,
                    proposal.list(),
                    proposal.listName(),
                    proposal.unitId(),
                    proposal.source(),
                    proposal.file(),
                    proposal.why(),
                    proposal.state(),
                    proposal.proposedBy(),
                    proposal.proposedName(),
                    proposal.proposedAt(),
                    proposal.decidedBy(),
                    proposal.decidedName(),
                    proposal.decidedAt(),
                    proposal.reason(),
                    proposal.count(),
                    items);
        }
    }
}
