package vn.ansinh.core.casework;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.casework.CasePermissions;
import vn.ansinh.api.casework.Procedures;
import vn.ansinh.api.document.DocumentOwners;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.sql.Rows;

/**
 * Documents of cases stay as long as their cases do. Those of a case that is sensitive are read by whose turn it is in the case, as
 * the case itself is, and by who signed it: a chairman needs no right to all that is sensitive in the commune.
 */
public final class CaseOwners implements DocumentOwners {

    private static final String SIGNED_BY =
            "select 1 from ansinh.case_event where case_id = ? and kind in ('SIGNED', 'REJECTED') and account = ?";

    private static final String SIGNED_PAPER =
            "select 1 from ansinh.case_paper where case_id = ? and document_id = ? and signed_by is not null";

    private static final String NUMBERED = """
            select c.id, c.number, c.person_id, coalesce(p.full_name, c.person_name), d.number, d.signed_by, d.document_id
            from ansinh.case_file c
                left join ansinh.person p on p.id = c.person_id
                left join ansinh.case_paper d on d.case_id = c.id and d.number is not null
            where c.id = any(?) order by c.id, d.id
            """;

    private final Transactions transactions;
    private final Transactions everywhere;
    private final Procedures procedures;
    private final Units units;
    private final Clock clock;

    public CaseOwners(
            Transactions transactions, Transactions everywhere, Procedures procedures, Units units, Clock clock) {
        this.transactions = transactions;
        this.everywhere = everywhere;
        this.procedures = procedures;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return CasePapers.OWNER;
    }

    @Override
    public Set<Long> present(Set<Long> ids) {
        return everywhere.call(connection -> new HashSet<>(Rows.list(
                connection,
                "select id from ansinh.case_file where id = any(?)",
                select -> select.setArray(1, connection.createArrayOf("bigint", ids.toArray())),
                row -> row.getLong(1))));
    }

    @Override
    public boolean readBy(Caller caller, long id) {
        return caller.may(CasePermissions.READ)
                && transactions.call(connection -> {
                    CaseRow row = CaseRows.byId(connection, id)
                            .filter(seen -> caller.works(seen.program()))
                            .orElse(null);
                    return row != null && (inTurn(caller, row) || signed(connection, caller, id));
                });
    }

    /** The one-stop desk and whose turn it is take a wrong scan away; nobody takes away what bears a signature. */
    @Override
    public boolean letsGo(Caller caller, long id, long documentId) {
        return transactions.call(connection -> {
            CaseRow row = CaseRows.byId(connection, id).orElse(null);
            return row != null
                    && (inTurn(caller, row) || atDesk(caller, row))
                    && Rows.list(
                                    connection,
                                    SIGNED_PAPER,
                                    select -> {
                                        select.setLong(1, id);
                                        select.setLong(2, documentId);
                                    },
                                    found -> found.getInt(1))
                            .isEmpty();
        });
    }

    /** Of a paper in two forms comes the PDF last. */
    @Override
    public List<Numbered> numbered(Caller caller, Set<Long> ids) {
        if (!caller.may(CasePermissions.READ)) {
            return List.of();
        }
        return transactions.call(connection -> Rows.list(
                connection,
                NUMBERED,
                select -> select.setArray(1, connection.createArrayOf("bigint", ids.toArray())),
                row -> new Numbered(
                        row.getLong(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getLong(7))));
    }

    private boolean atDesk(Caller caller, CaseRow row) {
        return !row.state().ended()
                && caller.may(CasePermissions.RECEIVE)
                && procedures
                        .version(row.procedure(), row.version())
                        .filter(procedure -> new Turns(units, LocalDate.now(clock))
                                .mayAct(caller, procedure.steps().get(0), row.unitId(), row.since()))
                        .isPresent();
    }

    private boolean inTurn(Caller caller, CaseRow row) {
        return procedures
                .version(row.procedure(), row.version())
                .filter(procedure -> new Turns(units, LocalDate.now(clock)).working(caller, row, procedure))
                .isPresent();
    }

    private static boolean signed(Connection connection, Caller caller, long id) throws SQLException {
        return caller.may(CasePermissions.DECIDE)
                && !Rows.list(
                                connection,
                                SIGNED_BY,
                                select -> {
                                    select.setLong(1, id);
                                    select.setString(2, caller.account());
                                },
                                row -> row.getInt(1))
                        .isEmpty();
    }
}
