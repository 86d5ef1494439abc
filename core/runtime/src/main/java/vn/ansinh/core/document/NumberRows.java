package vn.ansinh.core.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.document.DocumentNumber;

/** How numbers are read: of table {@code document_number} as {@code n} and its register as {@code r}. */
final class NumberRows {

    static final String COLUMNS =
            "n.id, r.agency_id, r.unit_id, r.kind, r.year, coalesce(n.first, n.number), n.number, n.text,"
                    + " n.day, n.owner_kind, n.owner_id, n.about, n.taken_by, n.taken_at, n.cancelled_by, n.cancelled_at, n.cancelled_why";

    private NumberRows() {}

    static DocumentNumber read(ResultSet row) throws SQLException {
        OffsetDateTime cancelled = row.getObject(16, OffsetDateTime.class);
        return new DocumentNumber(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getString(4),
                row.getInt(5),
                row.getInt(6),
                row.getInt(7),
                row.getString(8),
                row.getObject(9, LocalDate.class),
                new Subject(row.getString(10), row.getLong(11)),
                row.getString(12),
                row.getString(13),
                row.getObject(14, OffsetDateTime.class).toInstant(),
                row.getString(15),
                cancelled == null ? null : cancelled.toInstant(),
                row.getString(17));
    }
}
