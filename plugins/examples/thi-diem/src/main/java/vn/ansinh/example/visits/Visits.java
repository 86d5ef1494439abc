package vn.ansinh.example.visits;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.transaction.Transactions;

/** The visits that were written down. Whoever asks has to hold the permission, and the unit has to be theirs. */
public final class Visits {

    private static final int PAGE = 200;

    private final Access access;
    private final Transactions transactions;
    private final InstantSource time;

    public Visits(Access access, Transactions transactions, InstantSource time) {
        this.access = access;
        this.transactions = transactions;
        this.time = time;
    }

    /** The latest visits in a unit. @throws Problem FORBIDDEN */
    public List<Visit> latest(long unitId) {
        access.require(VisitsProgram.VISITS, unitId);
        return transactions.call(connection -> {
            try (PreparedStatement select = connection.prepareStatement("select id, unit_id, day, place, note"
                    + " from thi_diem.visit where unit_id = ? order by id desc limit " + PAGE)) {
                select.setLong(1, unitId);
                try (ResultSet row = select.executeQuery()) {
                    List<Visit> visits = new ArrayList<>();
                    while (row.next()) {
                        visits.add(new Visit(
                                row.getLong(1),
                                row.getLong(2),
                                row.getObject(3, LocalDate.class),
                                row.getString(4),
                                row.getString(5)));
                    }
                    return visits;
                }
            }
        });
    }

    /** Writes a visit down. @throws Problem INVALID without day or place, FORBIDDEN */
    public void add(Visit visit) {
        Caller caller = access.require(VisitsProgram.VISITS, visit.unitId());
        if (visit.day() == null || visit.place() == null || visit.place().isBlank()) {
            throw Problem.invalid("TD-VISIT", "Hãy ghi ngày và nơi đến thăm.");
        }
        transactions.run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into thi_diem.visit (unit_id, day, place, note, account, written_at)"
                            + " values (?, ?, ?, ?, ?, ?)")) {
                insert.setLong(1, visit.unitId());
                insert.setDate(2, Date.valueOf(visit.day()));
                insert.setString(3, visit.place().strip());
                insert.setString(4, visit.note() == null ? "" : visit.note().strip());
                insert.setString(5, caller.account());
                insert.setTimestamp(6, Timestamp.from(time.instant()));
                insert.executeUpdate();
            }
        });
    }
}
