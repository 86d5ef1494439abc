package vn.ansinh.core.document;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.document.NewDocument;
import vn.ansinh.api.document.StoredDocument;
import vn.ansinh.api.document.StoredDocument.Signature;
import vn.ansinh.api.document.StoredDocument.State;
import vn.ansinh.core.sql.Change;
import vn.ansinh.core.sql.Rows;

/** Tables {@code ansinh.document} and {@code ansinh.document_content}. Who may was asked before. */
final class DocumentRows {

    private static final String SELECT = """
            select d.id, d.name, d.media_type, d.size, d.sha256, d.owner_kind, d.owner_id, coalesce(d.unit_id, 0), d.program,
                d.paper, d.sensitive, coalesce(c.state, 'CLEAN'), d.added_by, d.added_at, d.certificate, d.signed_by,
                d.signed_at, d.removed_why
            from ansinh.document d left join ansinh.document_content c on c.sha256 = d.held
            """;

    /**
     * What was found clean stays so when the scanner is away; what is infected stays so in any case. The time is renewed, so that
     * nobody sweeps what is named a moment later.
     */
    private static final String HOLD = """
            insert into ansinh.document_content as held (sha256, size, content, state, scanned_by, scanned_at, stored_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (sha256) do update set stored_at = excluded.stored_at,
                state = case when held.state = 'INFECTED' or excluded.state = 'UNSCANNED'
                    or held.state = 'CLEAN' and excluded.state = 'QUARANTINED' then held.state else excluded.state end,
                scanned_by = coalesce(excluded.scanned_by, held.scanned_by),
                scanned_at = coalesce(excluded.scanned_at, held.scanned_at)
            returning state""";

    private static final String INSERT = """
            insert into ansinh.document (name, media_type, size, sha256, held, owner_kind, owner_id, unit_id, program, paper,
                sensitive, added_by, added_at, certificate, signed_by, signed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""";

    private final Connection connection;

    DocumentRows(Connection connection) {
        this.connection = connection;
    }

    Optional<StoredDocument> byId(long id) throws SQLException {
        return Rows.list(connection, SELECT + "where d.id = ?", select -> select.setLong(1, id), DocumentRows::document)
                .stream()
                .findFirst();
    }

    List<StoredDocument> of(Subject owner) throws SQLException {
        return Rows.list(
                connection,
                SELECT + "where d.owner_kind = ? and d.owner_id = ? and d.removed_at is null order by d.id",
                select -> {
                    select.setString(1, owner.kind());
                    select.setLong(2, owner.id());
                },
                DocumentRows::document);
    }

    /** The bytes, empty when they are gone. */
    Optional<byte[]> content(String sha256) throws SQLException {
        return Rows.list(
                        connection,
                        "select content from ansinh.document_content where sha256 = ? and content is not null",
                        select -> select.setString(1, sha256),
                        row -> row.getBytes(1))
                .stream()
                .findFirst();
    }

    /** Keeps a content. @return how it stands now */
    State hold(String sha256, byte[] content, Scanning.Result scanned, Instant now) throws SQLException {
        return Rows.list(
                        connection,
                        HOLD,
                        insert -> {
                            insert.setString(1, sha256);
                            insert.setInt(2, content.length);
                            insert.setBytes(3, content);
                            insert.setString(4, scanned.state().name());
                            insert.setString(5, scanned.by());
                            insert.setTimestamp(6, scanned.by() == null ? null : Timestamp.from(now));
                            insert.setTimestamp(7, Timestamp.from(now));
                        },
                        row -> State.valueOf(row.getString(1)))
                .get(0);
    }

    long insert(
            NewDocument document,
            String name,
            FileKind kind,
            String sha256,
            Signature signature,
            String account,
            Instant now)
            throws SQLException {
        return Rows.list(
                        connection,
                        INSERT,
                        insert -> {
                            insert.setString(1, name);
                            insert.setString(2, kind.mediaType());
                            insert.setInt(3, document.content().length);
                            insert.setString(4, sha256);
                            insert.setString(5, sha256);
                            insert.setString(6, document.owner().kind());
                            insert.setLong(7, document.owner().id());
                            unit(insert, 8, document.unitId());
                            insert.setString(9, document.program());
                            insert.setString(10, document.paper());
                            insert.setBoolean(11, document.sensitive());
                            insert.setString(12, account);
                            insert.setTimestamp(13, Timestamp.from(now));
                            insert.setString(14, signature == null ? null : signature.certificate());
                            insert.setString(15, signature == null ? null : signature.signedBy());
                            insert.setTimestamp(16, signature == null ? null : Timestamp.from(signature.signedAt()));
                        },
                        row -> row.getLong(1))
                .get(0);
    }

    /** @return whether it was there */
    boolean remove(long id, String account, Instant now, String why) throws SQLException {
        return Change.of(
                        connection,
                        "update ansinh.document set removed_by = ?, removed_at = ?, removed_why = ?"
                                + " where id = ? and removed_at is null",
                        update -> {
                            update.setString(1, account);
                            update.setTimestamp(2, Timestamp.from(now));
                            update.setString(3, why);
                            update.setLong(4, id);
                        })
                == 1;
    }

    void move(Subject owner, long unitId) throws SQLException {
        Change.of(
                connection, "update ansinh.document set unit_id = ? where owner_kind = ? and owner_id = ?", update -> {
                    unit(update, 1, unitId);
                    update.setString(2, owner.kind());
                    update.setLong(3, owner.id());
                });
    }

    void conceal(List<Long> ids) throws SQLException {
        Change.of(
                connection,
                "update ansinh.document set sensitive = true where id = any(?)",
                update -> update.setArray(1, connection.createArrayOf("bigint", ids.toArray())));
    }

    private static void unit(PreparedStatement statement, int at, long unitId) throws SQLException {
        if (unitId == 0) {
            statement.setNull(at, Types.BIGINT);
        } else {
            statement.setLong(at, unitId);
        }
    }

    private static StoredDocument document(ResultSet row) throws SQLException {
        String certificate = row.getString(15);
        return new StoredDocument(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                new Subject(row.getString(6), row.getLong(7)),
                row.getLong(8),
                row.getString(9),
                row.getString(10),
                row.getBoolean(11),
                State.valueOf(row.getString(12)),
                row.getString(13),
                instant(row, 14),
                certificate == null ? null : new Signature(certificate, row.getString(16), instant(row, 17)),
                row.getString(18));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
