package vn.ansinh.core.notice;

import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.notice.Notice;
import vn.ansinh.api.notice.NoticeDraft;
import vn.ansinh.api.notice.NoticeKind;
import vn.ansinh.api.notice.Notices;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.notice.NoticeRows.Cursor;
import vn.ansinh.core.sql.Change;
import vn.ansinh.core.sql.Rows;
import vn.ansinh.core.sql.Slice;

/** {@link Notices} on table {@code ansinh.notice}. */
public final class StoredNotices implements Notices {

    private static final String KIND = "notice";
    private static final int LONGEST_PAGE = 500;
    private static final int COUNTED = 100;

    private static final String UNREAD = Reader.ME + "select count(*) from (select from ansinh.notice n, me where "
            + Reader.TOLD + " and " + Reader.SHOWN + " and not " + Reader.READ + " limit " + COUNTED + ") unread";

    private static final String READ_ALL = "insert into ansinh.notice_read (notice_id, account, read_at) " + Reader.ME
            + "select n.id, me.account, ? from ansinh.notice n, me where " + Reader.TOLD + " and " + Reader.SHOWN
            + " and not " + Reader.READ
            + " on conflict (account, notice_id) do update set read_at = excluded.read_at";

    private static final String CONTENT = "select content from ansinh.notice_file where id = ? and notice_id = ?";

    private final Transactions transactions;
    private final Access access;
    private final Units units;
    private final Issuers issuers;
    private final Audit audit;
    private final Clock clock;

    public StoredNotices(
            Transactions transactions, Access access, Units units, Issuers issuers, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.access = access;
        this.units = units;
        this.issuers = issuers;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Page list(Query query) {
        if (query.limit() < 1 || query.limit() > LONGEST_PAGE) {
            throw Problem.invalid("AS-NOTICE-LIMIT", "Mỗi trang có từ 1 đến 500 tin.");
        }
        Cursor after = Cursor.parse(query.cursor()).orElse(null);
        if (query.cursor() != null && after == null) {
            throw Problem.invalid(
                    "AS-NOTICE-CURSOR",
                    "Vị trí trang trong danh sách không còn dùng được. Hãy mở lại danh sách từ đầu.");
        }
        Reader reader = reader();
        List<Notice> found = transactions.call(connection -> new NoticeRows(connection, reader).list(query, after));
        Slice<Notice> page = Slice.of(found, query.limit());
        return new Page(page.rows(), page.next(Cursor::after));
    }

    private Reader reader() {
        return new Reader(access.require(Permissions.NOTICE_READ), LocalDate.now(clock));
    }

    @Override
    public int unread() {
        Reader reader = reader();
        return transactions.call(connection -> Rows.list(
                        connection, UNREAD, select -> reader.bind(connection, select), row -> row.getInt(1))
                .get(0));
    }

    @Override
    public Notice byId(long id) {
        Reader reader = reader();
        return transactions.call(connection -> found(connection, reader, id));
    }

    private static Notice found(Connection connection, Reader reader, long id) throws SQLException {
        return new NoticeRows(connection, reader).byId(id).orElseThrow(StoredNotices::unknown);
    }

    private static Problem unknown() {
        return Problem.notFound(
                "AS-NOTICE-UNKNOWN", "Không có tin này, hoặc tin không gửi đến đơn vị của bạn. Hãy mở lại danh sách.");
    }

    @Override
    public void read(long id) {
        Reader reader = reader();
        transactions.run(connection -> {
            found(connection, reader, id);
            writing(connection, reader.caller()).read(id);
        });
    }

    @Override
    public void readAll() {
        Reader reader = reader();
        transactions.run(connection -> Change.of(connection, READ_ALL, insert -> {
            int at = reader.bind(connection, insert);
            insert.setTimestamp(at, Timestamp.from(clock.instant()));
        }));
    }

    private NoticeWriting writing(Connection connection, Caller caller) {
        return new NoticeWriting(connection, caller.account(), clock.instant());
    }

    /** Who may tell the draft where it is to be read. */
    private Caller publisher(long unitId, String program) {
        Caller caller = access.require(Permissions.NOTICE_PUBLISH, unitId);
        if (program != null) {
            caller.requireProgram(program);
        }
        return caller;
    }

    @Override
    public Notice publish(NoticeDraft given, List<NewFile> files) {
        NoticeDraft draft = DraftCheck.clean(given);
        Caller caller = publisher(draft.unitId(), draft.program());
        Reader reader = reader();
        String issuer = issuers.of(caller);
        return transactions.call(connection -> {
            requireLaws(connection, reader, draft, 0);
            NoticeWriting writing = writing(connection, caller);
            long id = writing.insert(draft, issuer);
            writing.replace(id, draft.replaces());
            writing.attach(id, files);
            writing.read(id);
            Notice told = found(connection, reader, id);
            audit.changed(new Subject(KIND, id), "notice.publish", Map.of(), fields(told), null);
            return told;
        });
    }

    /** What is replaced is a legal document that the publisher sees. */
    private static void requireLaws(Connection connection, Reader reader, NoticeDraft draft, long self)
            throws SQLException {
        for (long replaced : draft.replaces()) {
            if (replaced == self || found(connection, reader, replaced).kind() != NoticeKind.LAW) {
                throw Problem.invalid(
                        "AS-NOTICE-REPLACES", "Văn bản chỉ thay thế được văn bản pháp luật khác đã đăng ở đây.");
            }
        }
    }

    @Override
    public Notice change(long id, NoticeDraft given, List<NewFile> added, Set<Long> removed, boolean again) {
        NoticeDraft draft = DraftCheck.clean(given);
        Caller caller = publisher(draft.unitId(), draft.program());
        Reader reader = reader();
        return transactions.call(connection -> {
            Notice before = own(connection, reader, id);
            requireLaws(connection, reader, draft, id);
            NoticeWriting writing = writing(connection, caller);
            if (!writing.update(id, draft, again)) {
                throw withdrawn();
            }
            writing.replace(id, draft.replaces());
            writing.detach(id, removed);
            writing.attach(id, added);
            writing.read(id);
            Notice now = found(connection, reader, id);
            audit.changed(new Subject(KIND, id), "notice.change", fields(before), fields(now), null);
            return now;
        });
    }

    /** One that the caller may change. */
    private Notice own(Connection connection, Reader reader, long id) throws SQLException {
        Notice found = found(connection, reader, id);
        publisher(found.unitId(), found.program());
        if (found.withdrawnWhy() != null) {
            throw withdrawn();
        }
        return found;
    }

    private static Problem withdrawn() {
        return Problem.conflict("AS-NOTICE-WITHDRAWN", "Tin này đã được rút nên không sửa nữa. Hãy đăng tin mới.");
    }

    @Override
    public void withdraw(long id, String why) {
        String reason = Vietnamese.normalize(why);
        if (reason == null || reason.isEmpty()) {
            throw Problem.invalid("AS-NOTICE-WHY", "Hãy ghi lý do rút tin.");
        }
        Reader reader = reader();
        transactions.run(connection -> {
            own(connection, reader, id);
            Change.of(
                    connection,
                    "update ansinh.notice set withdrawn_by = ?, withdrawn_at = ?, withdrawn_why = ?"
                            + " where id = ? and withdrawn_at is null",
                    update -> {
                        update.setString(1, reader.caller().account());
                        update.setTimestamp(2, Timestamp.from(clock.instant()));
                        update.setString(3, reason);
                        update.setLong(4, id);
                    });
            audit.changed(new Subject(KIND, id), "notice.withdraw", Map.of(), Map.of(), reason);
        });
    }

    @Override
    public Content content(long id, long fileId) {
        Reader reader = reader();
        return transactions.call(connection -> {
            Notice.File file = found(connection, reader, id).files().stream()
                    .filter(one -> one.id() == fileId)
                    .findFirst()
                    .orElseThrow(() -> Problem.notFound(
                            "AS-NOTICE-FILE-UNKNOWN", "Không có tệp này. Có thể tệp vừa được thay; hãy mở lại tin."));
            byte[] content = Rows.list(
                            connection,
                            CONTENT,
                            select -> {
                                select.setLong(1, fileId);
                                select.setLong(2, id);
                            },
                            row -> row.getBytes(1))
                    .get(0);
            return new Content(file, new ByteArrayInputStream(content));
        });
    }

    /** As the audit keeps it. */
    private Map<String, String> fields(Notice notice) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("kind", notice.kind().label());
        fields.put("title", notice.title());
        fields.put("body", notice.body());
        fields.put("unit", notice.unitId() == 0 ? "Toàn quốc" : units.fullName(notice.unitId()));
        fields.put("program", notice.program());
        fields.put("pinned", notice.pinned() ? "Có" : "Không");
        fields.put("shown-from", Vietnamese.day(notice.from()));
        fields.put("shown-to", notice.to() == null ? null : Vietnamese.day(notice.to()));
        if (notice.law() != null) {
            fields.put("law", notice.law().number());
            fields.put("law-from", Vietnamese.day(notice.law().from()));
            fields.put(
                    "law-to",
                    notice.law().to() == null
                            ? null
                            : Vietnamese.day(notice.law().to()));
        }
        fields.put("attached", notice.files().stream().map(Notice.File::name).collect(Collectors.joining(", ")));
        return fields;
    }
}
