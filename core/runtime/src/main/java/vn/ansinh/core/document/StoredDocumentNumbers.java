package vn.ansinh.core.document;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
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
import vn.ansinh.api.document.NumberBook.Kind;
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
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_ON_PAPER = 99_999;

    private static final String REGISTER = "select id from ansinh.document_register where kind = ? and year = ?"
            + " and agency_id = ? and (agency_id <> 0 or unit_id = ?)";

    private static final String OPEN = "insert into ansinh.document_register (agency_id, unit_id, kind, year, last)"
            + " values (?, ?, ?, ?, 0) on conflict do nothing";

    private static final String TAKE =
            "update ansinh.document_register set last = last + 1 where id = ? returning last";

    private static final String INSERT =
            "insert into ansinh.document_number (register_id, number, text, day, owner_kind,"
                    + " owner_id, about, taken_by, taken_at, first) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id";

    private static final String LAST = "select last from ansinh.document_register where id = ? for update";

    private static final String LEAVE = "update ansinh.document_register set last = ? where id = ?";

    private static final String SELECT = "select " + NumberRows.COLUMNS
            + " from ansinh.document_number n join ansinh.document_register r on r.id = n.register_id ";

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
        Caller caller = keeper(request.agencyId(), request.unitId());
        if (request.day() == null || request.day().isAfter(LocalDate.now(clock))) {
            throw Problem.invalid("AS-NUMBER-DAY", "Ngày của văn bản phải có và không được sau hôm nay.");
        }
        String about = said(request.about(), "AS-NUMBER-ABOUT", "Hãy ghi trích yếu văn bản, dài nhất 300 ký tự.");
        return everywhere.call(connection -> {
            String notation = notation(connection, request.agencyId(), request.unitId(), request.kind());
            long register = register(connection, request, request.day().getYear());
            int number = Rows.list(connection, TAKE, update -> update.setLong(1, register), row -> row.getInt(1))
                    .get(0);
            String text = notation.replace(RegisterKinds.PLACE, RegisterKinds.padded(number));
            DocumentNumber taken = insert(connection, register, number, null, text, about, request, caller);
            audit.changed(
                    new Subject(KIND, taken.id()),
                    "document.number",
                    Map.of(),
                    Map.of("number", taken.text(), "about", about),
                    null);
            return taken;
        });
    }

    /** Who may write into a register. */
    private Caller keeper(long agencyId, long unitId) {
        Caller caller = access.require(Permissions.DOCUMENT_WRITE, unitId);
        if (agencyId != 0 && caller.agencyId() != 0 && agencyId != caller.agencyId()) {
            throw Problem.forbidden("AS-NUMBER-AGENCY", "Chỉ được lấy số trong sổ văn bản của cơ quan mình.");
        }
        return caller;
    }

    private static String said(String text, String code, String refusal) {
        String said = Vietnamese.normalize(text);
        if (said == null || said.isEmpty() || said.length() > LONGEST_ABOUT) {
            throw Problem.invalid(code, refusal);
        }
        return said;
    }

    private DocumentNumber insert(
            Connection connection,
            long register,
            int number,
            Integer first,
            String text,
            String about,
            Request request,
            Caller caller)
            throws SQLException {
        long id = Rows.list(
                        connection,
                        INSERT,
                        insert -> {
                            insert.setLong(1, register);
                            insert.setInt(2, number);
                            insert.setString(3, text);
                            insert.setObject(4, request.day());
                            insert.setString(5, request.owner().kind());
                            insert.setLong(6, request.owner().id());
                            insert.setString(7, about);
                            insert.setString(8, caller.account());
                            insert.setTimestamp(9, Timestamp.from(clock.instant()));
                            insert.setObject(10, first);
                        },
                        row -> row.getLong(1))
                .get(0);
        return byId(connection, id).orElseThrow();
    }

    @Override
    public DocumentNumber onPaper(long agencyId, long unitId, String kind, int year, int upTo, String why) {
        Caller caller = keeper(agencyId, unitId);
        LocalDate today = LocalDate.now(clock);
        if (year < FIRST_YEAR || year > today.getYear()) {
            throw Problem.invalid("AS-NUMBER-YEAR", "Năm của sổ phải từ 1990 đến năm nay.");
        }
        if (upTo < 1 || upTo > LAST_ON_PAPER) {
            throw Problem.invalid("AS-NUMBER-PAPER", "Số cuối cùng đã cấp trên giấy phải từ 1 đến 99.999.");
        }
        String reason =
                said(why, "AS-NUMBER-WHY", "Hãy ghi lý do các số này không ở trong hệ thống, dài nhất 300 ký tự.");
        LocalDate day = year == today.getYear() ? today : LocalDate.of(year, 12, 31);
        Request request = new Request(agencyId, unitId, kind, day, new Subject(Subject.UNIT, unitId), reason);
        return everywhere.call(connection -> {
            String notation = notation(connection, agencyId, unitId, kind);
            long register = register(connection, request, year);
            int before = Rows.list(connection, LAST, select -> select.setLong(1, register), row -> row.getInt(1))
                    .get(0);
            if (before >= upTo) {
                throw Problem.conflict(
                        "AS-NUMBER-TAKEN", "Sổ này đã cấp đến số " + before + ". Số trên giấy phải lớn hơn.");
            }
            Change.of(connection, LEAVE, update -> {
                update.setInt(1, upTo);
                update.setLong(2, register);
            });
            String numbers = before + 1 == upTo
                    ? RegisterKinds.padded(upTo)
                    : RegisterKinds.padded(before + 1) + "–" + RegisterKinds.padded(upTo);
            String text = notation.replace(RegisterKinds.PLACE, numbers);
            DocumentNumber left = insert(connection, register, upTo, before + 1, text, reason, request, caller);
            audit.changed(
                    new Subject(KIND, left.id()),
                    "document.number-paper",
                    Map.of(),
                    Map.of("number", left.text()),
                    reason);
            return left;
        });
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
        return Rows.list(connection, SELECT + "where n.id = ?", select -> select.setLong(1, id), NumberRows::read)
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
            if (number.onPaper()) {
                throw Problem.conflict("AS-NUMBER-PAPER", "Các số đã cấp trên giấy không hủy ở đây được.");
            }
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
                NumberRows::read));
    }

    @Override
    public List<Kind> kinds() {
        return RegisterKinds.all();
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
                .or(() -> RegisterKinds.notation(kind))
                .orElseThrow(() -> Problem.invalid(
                        "AS-NUMBER-KIND",
                        "Chưa có ký hiệu cho loại văn bản «" + kind + "». Hãy đặt ký hiệu của cơ quan trước."));
    }

    @Override
    public void setNotation(long agencyId, long unitId, String kind, String notation) {
        Caller caller = access.require(Permissions.DOCUMENT_TEMPLATE, unitId);
        String written = Vietnamese.normalize(notation);
        if (written == null
                || !written.contains(RegisterKinds.PLACE)
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
