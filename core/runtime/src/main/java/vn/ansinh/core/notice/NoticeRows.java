package vn.ansinh.core.notice;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.api.notice.LegalDocument;
import vn.ansinh.api.notice.Notice;
import vn.ansinh.api.notice.NoticeKind;
import vn.ansinh.api.notice.Notices;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.core.sql.Rows;

/** Reads tables {@code ansinh.notice} and what hangs on it, for one reader. */
final class NoticeRows {

    /** When a document that replaces it begins. */
    private static final String REPLACED_FROM = "(select min(s.law_from) from ansinh.notice_replacement x"
            + " join ansinh.notice s on s.id = x.notice_id where x.replaced_id = n.id and s.withdrawn_at is null"
            + " and s.from_day <= me.today and " + Reader.told("s") + ")";

    private static final String SELECT =
            Reader.ME + "select n.id, n.kind, n.title, %s, coalesce(n.unit_id, 0), n.program,"
                    + " n.issuer, n.pinned, n.from_day, n.to_day, n.law_number, n.law_authority, n.law_issued, n.law_from, n.law_to, "
                    + REPLACED_FROM + ", n.published_by, n.published_at, " + Reader.READ
                    + ", n.withdrawn_why from ansinh.notice n, me where ";

    private static final String FILES = "select notice_id, id, name, media_type, size, sha256 from ansinh.notice_file"
            + " where notice_id = any (?) order by id";

    /** Documents at the other end of a replacement; its two columns are swapped. */
    private static final String OTHERS =
            Reader.ME + "select n.id, n.law_number, n.title from ansinh.notice_replacement x"
                    + " join ansinh.notice n on n.id = x.%s, me where x.%s = ? and " + Reader.TOLD_OR_BELOW + " and "
                    + Reader.EVER_SHOWN + " order by n.id";

    /** All words asked for stand somewhere. */
    private static final String WORDS =
            " and not exists (select from unnest(?::text[]) word where position(word in n.search) = 0)";

    private final Connection connection;
    private final Reader reader;

    NoticeRows(Connection connection, Reader reader) {
        this.connection = connection;
        this.reader = reader;
    }

    /** One more than asked for, where there are more. */
    List<Notice> list(Notices.Query query, Cursor after) throws SQLException {
        StringBuilder sql = new StringBuilder(SELECT.formatted("''"));
        sql.append(query.below() ? Reader.TOLD_OR_BELOW : Reader.TOLD)
                .append(" and ")
                .append(query.past() ? Reader.EVER_SHOWN : Reader.SHOWN)
                .append(query.kind() == null ? "" : " and n.kind = ?")
                .append(query.unread() ? " and not " + Reader.READ : "")
                .append(query.text() == null || query.text().isBlank() ? "" : WORDS)
                .append(after == null ? "" : " and (n.pinned, n.id) < (?, ?)")
                .append(" order by n.pinned desc, n.id desc limit ?");
        List<Notice> rows = Rows.list(
                connection,
                sql.toString(),
                select -> {
                    int at = reader.bind(connection, select);
                    if (query.kind() != null) {
                        select.setString(at++, query.kind().name());
                    }
                    if (query.text() != null && !query.text().isBlank()) {
                        String[] words = Vietnamese.fold(query.text()).split(" ");
                        select.setArray(at++, connection.createArrayOf("text", words));
                    }
                    if (after != null) {
                        select.setBoolean(at++, after.pinned());
                        select.setLong(at++, after.id());
                    }
                    select.setInt(at, query.limit() + 1);
                },
                this::read);
        Map<Long, List<Notice.File>> files = files(rows.stream().map(Notice::id).toList());
        return rows.stream()
                .map(row -> with(row, List.of(), List.of(), files.getOrDefault(row.id(), List.of())))
                .toList();
    }

    /** One with all that hangs on it; empty also for one that is not told to the reader. */
    Optional<Notice> byId(long id) throws SQLException {
        Optional<Notice> found = Rows.list(
                        connection,
                        SELECT.formatted("n.body") + Reader.TOLD_OR_BELOW + " and " + Reader.EVER_SHOWN
                                + " and n.id = ?",
                        select -> select.setLong(reader.bind(connection, select), id),
                        this::read)
                .stream()
                .findFirst();
        if (found.isEmpty()) {
            return found;
        }
        return Optional.of(with(
                found.get(),
                others(id, "replaced_id", "notice_id"),
                others(id, "notice_id", "replaced_id"),
                files(List.of(id)).getOrDefault(id, List.of())));
    }

    private List<Notice.Reference> others(long id, String wanted, String known) throws SQLException {
        return Rows.list(
                connection,
                OTHERS.formatted(wanted, known),
                select -> select.setLong(reader.bind(connection, select), id),
                row -> new Notice.Reference(row.getLong(1), row.getString(2), row.getString(3)));
    }

    private Map<Long, List<Notice.File>> files(List<Long> notices) throws SQLException {
        Map<Long, List<Notice.File>> files = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(FILES)) {
            select.setArray(1, connection.createArrayOf("bigint", notices.toArray()));
            Rows.list(
                    select,
                    row -> files.computeIfAbsent(row.getLong(1), key -> new ArrayList<>())
                            .add(new Notice.File(
                                    row.getLong(2),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getInt(5),
                                    row.getString(6))));
        }
        return files;
    }

    private Notice read(ResultSet row) throws SQLException {
        String number = row.getString(11);
        LegalDocument law = number == null
                ? null
                : new LegalDocument(
                        number,
                        row.getString(12),
                        row.getObject(13, LocalDate.class),
                        row.getObject(14, LocalDate.class),
                        row.getObject(15, LocalDate.class));
        return new Notice(
                row.getLong(1),
                NoticeKind.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                row.getString(7),
                row.getBoolean(8),
                row.getObject(9, LocalDate.class),
                row.getObject(10, LocalDate.class),
                law,
                row.getObject(16, LocalDate.class),
                List.of(),
                List.of(),
                List.of(),
                row.getString(17),
                row.getObject(18, OffsetDateTime.class).toInstant(),
                row.getBoolean(19),
                row.getString(20));
    }

    private static Notice with(
            Notice row, List<Notice.Reference> replaces, List<Notice.Reference> replacedBy, List<Notice.File> files) {
        return new Notice(
                row.id(),
                row.kind(),
                row.title(),
                row.body(),
                row.unitId(),
                row.program(),
                row.issuer(),
                row.pinned(),
                row.from(),
                row.to(),
                row.law(),
                row.replacedFrom(),
                replaces,
                replacedBy,
                files,
                row.publishedBy(),
                row.publishedAt(),
                row.read(),
                row.withdrawnWhy());
    }

    /** Where a page begins: after the last row of the one before. */
    record Cursor(boolean pinned, long id) {

        /** @param text {@code null} for the first page; empty result then, or for what is no cursor */
        static Optional<Cursor> parse(String text) {
            if (text == null || !text.matches("[01]\\.\\d{1,18}")) {
                return Optional.empty();
            }
            return Optional.of(new Cursor(text.charAt(0) == '1', Long.parseLong(text.substring(2))));
        }

        static String after(Notice last) {
            return (last.pinned() ? "1." : "0.") + last.id();
        }
    }
}
