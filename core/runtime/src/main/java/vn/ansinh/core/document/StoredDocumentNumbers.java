package vn.ansinh.core.document;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.document.DocumentNumber;
import vn.ansinh.api.document.DocumentNumbers;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.sql.Change;
import vn.ansinh.core.sql.Rows;

/** {@link DocumentNumbers} on tables {@code ansinh.document_register} and {@code ansinh.document_number}. */
public final class StoredDocumentNumbers implements DocumentNumbers {

    private static final String KIND = "document-number";
    private static final int LONGEST_PAGE = 500;
    private static final int LONGEST_NOTATION = 60;
    private static final int LONGEST_ABOUT = 300;
    private static final String PLACE = "{so}";

    /**
     * QĐ, TTr, TB, BB as NĐ 30/2020/NĐ-CP, phụ lục III, mục I abbreviates them (read in a public transcript, not in the Công báo); the
     * agency's own letters are its head's to lay down (phụ lục I, mục II khoản 3 điểm b). Slips as one-stop desks write them: no law.
     */
    private static final Map<String, String> NOTATIONS = Map.of(
            "quyet-dinh", "{so}/QĐ-UBND",
            "to-trinh", "{so}/TTr-UBND",
            "thong-bao", "{so}/TB-UBND",
            "bien-ban", "{so}/BB-UBND",
            "cong-van", "{so}/UBND-VX",
            "giay-tiep-nhan", "{so}/TNHS",
            "phieu-bo-sung", "{so}/HDHS",
            "phieu-tu-choi", "{so}/TCHS",
            "phieu-xin-loi", "{so}/PXL");

    private static final String REGISTER = "select id from ansinh.document_register where kind = ? and year = ?"
            + " and agency_id = ? and (agency_id <> 0 or unit_id = ?)";

    private static final String OPEN = "insert into ansinh.document_register (agency_id, unit_id, kind, year, last)"
            + " values (?, ?, ?, ?, 0) on conflict do nothing";

    private static final String TAKE =
            "update ansinh.document_register set last = last + 1 where id = ? returning last";

    private static final String INSERT =
            "insert into ansinh.document_number (register_id, number, text, day, owner_kind,"
                    + " owner_id, about, taken_by, taken_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id";

    private static final String SELECT = """
            select n.id, r.agency_id, r.unit_id, r.kind, r.year, n.number, n.text, n.day, n.owner_kind, n.owner_id, n.about,
                n.taken_by, n.taken_at, n.cancelled_by, n.cancelled_at, n.cancelled_why
            from ansinh.document_number n join ansinh.document_register r on r.id = n.register_id
            """;

    private static final String CANCEL = "update ansinh.document_number set cancelled_by = ?, cancelled_at = ?,"
            + " cancelled_why = ? where id = ? and cancelled_at is null";

    private final Transactions transactions;
    private final Transactions everywhere;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    /** @param everywhere an agency's register keeps the unit in which it was begun */
    public StoredDocumentNumbers(
            Transactions transactions, Transactions everywhere, Access access, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.everywhere = everywhere;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public DocumentNumber next(Request request) {
        Caller caller = access.require(Permissions.DOCUMENT_WRITE, request.unitId());
        if (request.agencyId() != 0 && caller.agencyId() != 0 && request.agencyId() != caller.agencyId()) {
            throw Problem.forbidden("AS-NUMBER-AGENCY", "Chỉ được lấy số trong sổ văn bản của cơ quan mình.");
        }
        if (request.day() == null || request.day().isAfter(LocalDate.now(clock))) {
            throw Problem.invalid("AS-NUMBER-DAY", "Ngày của văn bản phải có và không được sau hôm nay.");
        }
        String about = Vietnamese.normalize(request.about());
        if (about == null || about.isEmpty() || about.length() > LONGEST_ABOUT) {
            throw Problem.invalid("AS-NUMBER-ABOUT", "Hãy ghi trích yếu văn bản, dài nhất 300 ký tự.");
        }
        int year = request.day().getYear();
        return everywhere.call(connection -> {
            String notation = notation(connection, request.agencyId(), request.unitId(), request.kind());
            long register = register(connection, request, year);
            int number = Rows.list(connection, TAKE, update -> update.setLong(1, register), row -> row.getInt(1))
                    .get(0);
            long id = Rows.list(
                            connection,
                            INSERT,
                            insert -> {
                                insert.setLong(1, register);
                                insert.setInt(2, number);
                                insert.setString(3, notation.replace(PLACE, padded(number)));
                                insert.setObject(4, request.day());
                                insert.setString(5, request.owner().kind());
                                insert.setLong(6, request.owner().id());
                                insert.setString(7, about);
                                insert.setString(8, caller.account());
                                insert.setTimestamp(9, Timestamp.from(clock.instant()));
                            },
                            row -> row.getLong(1))
                    .get(0);
            DocumentNumber taken = byId(connection, id).orElseThrow();
            audit.changed(
                    new Subject(KIND, id),
                    "document.number",
                    Map.of(),
                    Map.of("number", taken.text(), "about", about),
                    null);
            return taken;
        });
    }

    /** NĐ 30/2020/NĐ-CP, phụ lục I, mục II khoản 3: a number below ten has a nought before it. */
    private static String padded(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    private static long register(Connection connection, Request request, int year) throws SQLException {
        Optional<Long> found = find(connection, request, year);
        if (found.isPresent()) {
            return found.get();
        }
        Change.of(connection, OPEN, insert -> {
            insert.setLong(1, request.agencyId());
            insert.setLong(2, request.unitId());
            insert.setString(3, request.kind());
            insert.setInt(4, year);
        });
        return find(connection, request, year).orElseThrow();
    }

    private static Optional<Long> find(Connection connection, Request request, int year) throws SQLException {
        return Rows.list(
                        connection,
                        REGISTER,
                        select -> {
                            select.setString(1, request.kind());
                            select.setInt(2, year);
                            select.setLong(3, request.agencyId());
                            select.setLong(4, request.unitId());
                        },
                        row -> row.getLong(1))
                .stream()
                .findFirst();
    }

    private static Optional<DocumentNumber> byId(Connection connection, long id) throws SQLException {
        return Rows.list(
                        connection,
                        SELECT + "where n.id = ?",
                        select -> select.setLong(1, id),
                        StoredDocumentNumbers::number)
                .stream()
                .findFirst();
    }

    @Override
    public DocumentNumber cancel(long id, String why) {
        String reason = Vietnamese.normalize(why);
        if (reason == null || reason.isEmpty()) {
            throw Problem.invalid("AS-NUMBER-WHY", "Hãy ghi lý do hủy số văn bản.");
        }
        access.require(Permissions.DOCUMENT_WRITE);
        return transactions.call(connection -> {
            DocumentNumber number = byId(connection, id)
                    .orElseThrow(() -> Problem.notFound(
                            "AS-NUMBER-UNKNOWN", "Không có số văn bản này, hoặc số thuộc đơn vị khác."));
            Caller caller = access.require(Permissions.DOCUMENT_WRITE, number.unitId());
            int changed = Change.of(connection, CANCEL, update -> {
                update.setString(1, caller.account());
                update.setTimestamp(2, Timestamp.from(clock.instant()));
                update.setString(3, reason);
                update.setLong(4, id);
            });
            if (changed == 0) {
                throw Problem.conflict("AS-NUMBER-CANCELLED", "Số " + number.text() + " đã được hủy trước đó.");
            }
            audit.changed(
                    new Subject(KIND, id), "document.number-cancel", Map.of("number", number.text()), Map.of(), reason);
            return byId(connection, id).orElseThrow();
        });
    }

    @Override
    public List<DocumentNumber> register(long agencyId, long unitId, String kind, int year, int before, int limit) {
        access.require(Permissions.DOCUMENT_READ, unitId);
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw Problem.invalid("AS-NUMBER-LIMIT", "Mỗi trang có từ 1 đến 500 số.");
        }
        return transactions.call(connection -> Rows.list(
                connection,
                SELECT + "where r.kind = ? and r.year = ? and r.agency_id = ? and (r.agency_id <> 0 or r.unit_id = ?)"
                        + " and (? = 0 or n.number < ?) order by n.number desc limit ?",
                select -> {
                    select.setString(1, kind);
                    select.setInt(2, year);
                    select.setLong(3, agencyId);
                    select.setLong(4, unitId);
                    select.setInt(5, before);
                    select.setInt(6, before);
                    select.setInt(7, limit);
                },
                StoredDocumentNumbers::number));
    }

    private static DocumentNumber number(ResultSet row) throws SQLException {
        OffsetDateTime cancelled = row.getObject(15, OffsetDateTime.class);
        return new DocumentNumber(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getString(4),
                row.getInt(5),
                row.getInt(6),
                row.getString(7),
                row.getObject(8, LocalDate.class),
                new Subject(row.getString(9), row.getLong(10)),
                row.getString(11),
                row.getString(12),
                row.getObject(13, OffsetDateTime.class).toInstant(),
                row.getString(14),
                cancelled == null ? null : cancelled.toInstant(),
                row.getString(16));
    }

    @Override
    public String notation(long agencyId, long unitId, String kind) {
        access.require();
        return everywhere.call(connection -> notation(connection, agencyId, unitId, kind));
    }

    private static String notation(Connection connection, long agencyId, long unitId, String kind) throws SQLException {
        return Rows.list(
                        connection,
                        "select notation from ansinh.document_notation where kind = ? and agency_id = ?"
                                + " and (agency_id <> 0 or unit_id = ?) order by set_at desc limit 1",
                        select -> {
                            select.setString(1, kind);
                            select.setLong(2, agencyId);
                            select.setLong(3, unitId);
                        },
                        row -> row.getString(1))
                .stream()
                .findFirst()
                .or(() -> Optional.ofNullable(NOTATIONS.get(kind)))
                .orElseThrow(() -> Problem.invalid(
                        "AS-NUMBER-KIND",
                        "Chưa có ký hiệu cho loại văn bản «" + kind + "». Hãy đặt ký hiệu của cơ quan trước."));
    }

    @Override
    public void setNotation(long agencyId, long unitId, String kind, String notation) {
        Caller caller = access.require(Permissions.DOCUMENT_TEMPLATE, unitId);
        String written = Vietnamese.normalize(notation);
        if (written == null
                || !written.contains(PLACE)
                || written.length() > LONGEST_NOTATION
                || !kind.matches("[a-z][a-z0-9-]{0,59}")) {
            throw Problem.invalid(
                    "AS-NUMBER-NOTATION",
                    "Ký hiệu phải có {so} ở chỗ ghi số, dài nhất 60 ký tự, ví dụ {so}/QĐ-UBND; loại văn bản ghi bằng chữ"
                            + " thường không dấu.");
        }
        everywhere.run(connection -> {
            Optional<String> before = Rows.list(
                            connection,
                            "select notation from ansinh.document_notation where (agency_id, unit_id, kind) = (?, ?, ?)",
                            select -> {
                                select.setLong(1, agencyId);
                                select.setLong(2, unitId);
                                select.setString(3, kind);
                            },
                            row -> row.getString(1))
                    .stream()
                    .findFirst();
            Change.of(
                    connection,
                    "insert into ansinh.document_notation (agency_id, unit_id, kind, notation, set_by, set_at)"
                            + " values (?, ?, ?, ?, ?, ?) on conflict (agency_id, unit_id, kind)"
                            + " do update set notation = excluded.notation, set_by = excluded.set_by, set_at = excluded.set_at",
                    insert -> {
                        insert.setLong(1, agencyId);
                        insert.setLong(2, unitId);
                        insert.setString(3, kind);
                        insert.setString(4, written);
                        insert.setString(5, caller.account());
                        insert.setTimestamp(6, Timestamp.from(clock.instant()));
                    });
            audit.changed(
                    new Subject(Subject.UNIT, unitId),
                    "document.notation",
                    before.map(text -> Map.of("notation", text)).orElse(Map.of()),
                    Map.of("notation", written),
                    null);
        });
    }
}
