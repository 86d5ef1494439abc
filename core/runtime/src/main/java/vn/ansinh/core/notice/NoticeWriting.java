package vn.ansinh.core.notice;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import vn.ansinh.api.notice.LegalDocument;
import vn.ansinh.api.notice.NoticeDraft;
import vn.ansinh.api.notice.Notices;
import vn.ansinh.api.notice.Notices.NewFile;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.core.document.FileKind;
import vn.ansinh.core.sql.Change;
import vn.ansinh.core.sql.Rows;

/** Writes a notice and what hangs on it. Who may was asked before. */
final class NoticeWriting {

    private static final String INSERT = """
            insert into ansinh.notice (kind, title, body, search, unit_id, program, pinned, from_day, to_day, law_number,
                law_authority, law_issued, law_from, law_to, issuer, published_by, published_at, told_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""";

    private static final String UPDATE = """
            update ansinh.notice set kind = ?, title = ?, body = ?, search = ?, unit_id = ?, program = ?, pinned = ?,
                from_day = ?, to_day = ?, law_number = ?, law_authority = ?, law_issued = ?, law_from = ?, law_to = ?,
                told_at = case when ? then ? else told_at end
            where id = ? and withdrawn_at is null""";

    private static final String ADD_FILE =
            "insert into ansinh.notice_file (notice_id, name, media_type, sha256, size, content,"
                    + " added_by, added_at) values (?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String READ = "insert into ansinh.notice_read (notice_id, account, read_at) values (?, ?, ?)"
            + " on conflict (account, notice_id) do update set read_at = excluded.read_at";

    private final Connection connection;
    private final String account;
    private final Instant now;

    NoticeWriting(Connection connection, String account, Instant now) {
        this.connection = connection;
        this.account = account;
        this.now = now;
    }

    long insert(NoticeDraft draft, String issuer) throws SQLException {
        return Rows.list(
                        connection,
                        INSERT,
                        insert -> {
                            int at = fields(insert, draft);
                            insert.setString(at++, issuer);
                            insert.setString(at++, account);
                            insert.setTimestamp(at++, Timestamp.from(now));
                            insert.setTimestamp(at, Timestamp.from(now));
                        },
                        row -> row.getLong(1))
                .get(0);
    }

    /** @return whether it was there and not taken back */
    boolean update(long id, NoticeDraft draft, boolean again) throws SQLException {
        return Change.of(connection, UPDATE, update -> {
                    int at = fields(update, draft);
                    update.setBoolean(at++, again);
                    update.setTimestamp(at++, Timestamp.from(now));
                    update.setLong(at, id);
                })
                == 1;
    }

    private static int fields(PreparedStatement statement, NoticeDraft draft) throws SQLException {
        LegalDocument law = draft.law();
        statement.setString(1, draft.kind().name());
        statement.setString(2, draft.title());
        statement.setString(3, draft.body());
        statement.setString(
                4, Vietnamese.fold((law == null ? "" : law.number() + " ") + draft.title() + " " + draft.body()));
        if (draft.unitId() == 0) {
            statement.setNull(5, Types.BIGINT);
        } else {
            statement.setLong(5, draft.unitId());
        }
        statement.setString(6, draft.program());
        statement.setBoolean(7, draft.pinned());
        statement.setObject(8, draft.from());
        statement.setObject(9, draft.to(), Types.DATE);
        statement.setString(10, law == null ? null : law.number());
        statement.setString(11, law == null ? null : law.authority());
        statement.setObject(12, law == null ? null : law.issued(), Types.DATE);
        statement.setObject(13, law == null ? null : law.from(), Types.DATE);
        statement.setObject(14, law == null ? null : law.to(), Types.DATE);
        return 15;
    }

    /** Says anew what a document replaces. */
    void replace(long id, Set<Long> replaced) throws SQLException {
        Change.of(
                connection,
                "delete from ansinh.notice_replacement where notice_id = ?",
                delete -> delete.setLong(1, id));
        Change.of(
                connection,
                "insert into ansinh.notice_replacement (notice_id, replaced_id) select ?, unnest(?::bigint[])",
                insert -> {
                    insert.setLong(1, id);
                    insert.setArray(2, connection.createArrayOf("bigint", replaced.toArray()));
                });
    }

    /** Attaches files. @throws Problem INVALID or TOO_LARGE with what is wrong with one of them */
    void attach(long id, List<NewFile> files) throws SQLException {
        for (NewFile file : files) {
            String name = FileKind.cleanName(file.name());
            FileKind kind = FileKind.of(name, file.content(), Notices.LARGEST_FILE);
            if (hasFile(id, name)) {
                throw Problem.conflict(
                        "AS-NOTICE-FILE-TWICE", "Đã có tệp tên «" + name + "». Hãy bỏ tệp cũ hoặc đổi tên tệp mới.");
            }
            Change.of(connection, ADD_FILE, insert -> {
                insert.setLong(1, id);
                insert.setString(2, name);
                insert.setString(3, kind.mediaType());
                insert.setString(4, sha256(file.content()));
                insert.setInt(5, file.content().length);
                insert.setBytes(6, file.content());
                insert.setString(7, account);
                insert.setTimestamp(8, Timestamp.from(now));
            });
        }
        int all = Rows.list(
                        connection,
                        "select count(*) from ansinh.notice_file where notice_id = ?",
                        select -> select.setLong(1, id),
                        row -> row.getInt(1))
                .get(0);
        if (all > Notices.MOST_FILES) {
            throw Problem.invalid("AS-NOTICE-FILES", "Mỗi tin có nhiều nhất 10 tệp đính kèm.");
        }
    }

    private boolean hasFile(long id, String name) throws SQLException {
        return !Rows.list(
                        connection,
                        "select from ansinh.notice_file where notice_id = ? and name = ?",
                        select -> {
                            select.setLong(1, id);
                            select.setString(2, name);
                        },
                        row -> true)
                .isEmpty();
    }

    void detach(long id, Set<Long> files) throws SQLException {
        Change.of(connection, "delete from ansinh.notice_file where notice_id = ? and id = any (?)", delete -> {
            delete.setLong(1, id);
            delete.setArray(2, connection.createArrayOf("bigint", files.toArray()));
        });
    }

    void read(long id) throws SQLException {
        Change.of(connection, READ, insert -> {
            insert.setLong(1, id);
            insert.setString(2, account);
            insert.setTimestamp(3, Timestamp.from(now));
        });
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
