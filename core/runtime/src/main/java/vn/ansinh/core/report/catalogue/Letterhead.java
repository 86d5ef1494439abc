package vn.ansinh.core.report.catalogue;

import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.paper.UnitHead;
import vn.ansinh.core.report.render.ReportContent.Heading;
import vn.ansinh.core.sql.Rows;

/** Whose paper a report is: the agency of who asks, its place and the day. */
public final class Letterhead {

    /** People's committees stand alone at the head of their papers (NĐ 30/2020, phụ lục I). */
    private static final String COMMITTEE = "Ủy ban nhân dân ";

    private final Transactions transactions;
    private final Units units;
    private final Clock clock;

    public Letterhead(Transactions transactions, Units units, Clock clock) {
        this.transactions = transactions;
        this.units = units;
        this.clock = clock;
    }

    /** The head of a paper of today. @param unitId whose place it is made at when the caller has none of their own */
    public Heading of(Caller caller, long unitId) {
        LocalDate today = LocalDate.now(clock);
        Optional<AdministrativeUnit> unit = units.byId(caller.unitId() == 0 ? unitId : caller.unitId());
        String place = unit.map(AdministrativeUnit::name).map(UnitHead::place).orElse("");
        Named agency = named(caller.agencyId(), today)
                .orElseGet(() -> new Named(
                        null,
                        unit.map(AdministrativeUnit::name).map(UnitHead::agency).orElse("")));
        return new Heading(agency.above(), agency.name(), null, place, today);
    }

    private record Named(String above, String name) {}

    private Optional<Named> named(long agency, LocalDate day) {
        return agency == 0
                ? Optional.empty()
                : transactions.call(
                        connection -> find(connection, agency, day).stream().findFirst());
    }

    private static List<Named> find(Connection connection, long agency, LocalDate day) throws SQLException {
        return Rows.list(
                connection,
                "select v.heading, v.name, p.name from ansinh.agency_version v left join ansinh.agency_version p"
                        + " on p.agency_id = v.parent_id and p.valid_from <= ? and (p.valid_to is null or p.valid_to > ?)"
                        + " where v.agency_id = ? and v.valid_from <= ? and (v.valid_to is null or v.valid_to > ?)",
                select -> {
                    select.setDate(1, Date.valueOf(day));
                    select.setDate(2, Date.valueOf(day));
                    select.setLong(3, agency);
                    select.setDate(4, Date.valueOf(day));
                    select.setDate(5, Date.valueOf(day));
                },
                row -> named(row.getString(1), row.getString(2), row.getString(3)));
    }

    /** What the agency says of itself counts: its last line is its name, what stands before is above. */
    private static Named named(String heading, String name, String above) {
        if (heading == null || heading.isBlank()) {
            return new Named(name.startsWith(COMMITTEE) ? null : above, name);
        }
        List<String> lines = heading.strip().lines().map(String::strip).toList();
        int last = lines.size() - 1;
        return new Named(last == 0 ? null : String.join(" ", lines.subList(0, last)), lines.get(last));
    }
}
