package vn.ansinh.core.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.ansinh.api.audit.Verification.Fault;
import vn.ansinh.api.problem.Problem;

/** The batches of the audit: each is chained to the one before by the hash of both. */
final class Chain {

    private static final int FETCH = 2000;
    private static final String NOTHING_SEEN = "1:1:";

    /** A row as it is hashed: a JSON array, so that no value can pass for two. */
    private static final String ROW =
            "jsonb_build_array(e.id, e.xid::text, (extract(epoch from e.at) * 1000000)::bigint,"
                    + " e.account, e.full_name, e.unit_id, e.address, e.channel, e.request_id, e.act, e.subject_kind, e.subject_id,"
                    + " to_jsonb(e.ids), e.action, e.before, e.after, e.query, e.file, e.why)::text";

    private static final String OF_BATCH = " from ansinh.audit_entry e where e.xid >= pg_snapshot_xmin(?::pg_snapshot)"
            + " and e.xid < pg_snapshot_xmax(?::pg_snapshot) and pg_visible_in_snapshot(e.xid, ?::pg_snapshot)"
            + " and not pg_visible_in_snapshot(e.xid, ?::pg_snapshot)";

    private final Connection connection;

    Chain(Connection connection) {
        this.connection = connection;
    }

    /** A batch as it is kept. */
    private record Seal(Head head, String upto, long firstId, long lastId) {}

    /** What the rows of a batch come to. */
    private record Sum(long entries, long firstId, long lastId, String hash) {}

    /** Seals what no batch holds yet. @return empty when there is nothing, or another node is at it */
    Optional<Head> seal(Instant now) throws SQLException {
        if (!one("select pg_try_advisory_xact_lock(hashtextextended('ansinh.audit.seal', 0))::text")
                .equals("true")) {
            return Optional.empty();
        }
        List<Seal> last = seals("order by no desc limit 1");
        Head before = last.isEmpty() ? Head.NONE : last.get(0).head();
        String seen = last.isEmpty() ? NOTHING_SEEN : last.get(0).upto();
        String sees = one("select pg_current_snapshot()::text");
        refuseYounger(sees, seen);
        Instant sealedAt = now.truncatedTo(ChronoUnit.MICROS);
        Sum sum = sum(before, before.no() + 1, sealedAt, seen, sees);
        if (sum.entries() == 0) {
            return Optional.empty();
        }
        Head head = new Head(before.no() + 1, sum.hash(), sum.entries(), sealedAt);
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into ansinh.audit_seal"
                        + " (no, upto, entries, first_id, last_id, hash, sealed_at) values (?, ?::pg_snapshot, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, head.no());
            insert.setString(2, sees);
            insert.setLong(3, sum.entries());
            insert.setLong(4, sum.firstId());
            insert.setLong(5, sum.lastId());
            insert.setBytes(6, HexFormat.of().parseHex(sum.hash()));
            insert.setObject(7, sealedAt.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
        return Optional.of(head);
    }

    /** Rows loaded into another server keep the numbers of the old one's transactions: nothing new would ever be sealed. */
    private static void refuseYounger(String sees, String seen) {
        if (upper(sees) < upper(seen)) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    "AS-AUDIT-RELOADED",
                    "Cơ sở dữ liệu đã được nạp lại vào một máy chủ PostgreSQL trẻ hơn nhật ký: không niêm phong tiếp được."
                            + " Hãy phục hồi bằng bản sao lưu của An Sinh, hoặc xem docs/van-hanh.");
        }
    }

    private static long upper(String snapshot) {
        return Long.parseLong(snapshot.split(":")[1]);
    }

    private Sum sum(Head before, long no, Instant sealedAt, String seen, String sees) throws SQLException {
        MessageDigest digest = sha256();
        feed(digest, before.hash() + " " + no + " " + sealedAt + " " + sees);
        long entries = 0;
        long first = Long.MAX_VALUE;
        long last = 0;
        try (PreparedStatement select =
                connection.prepareStatement("select e.id, " + ROW + OF_BATCH + " order by e.id")) {
            select.setFetchSize(FETCH);
            select.setString(1, seen);
            select.setString(2, sees);
            select.setString(3, sees);
            select.setString(4, seen);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    entries++;
                    first = Math.min(first, row.getLong(1));
                    last = Math.max(last, row.getLong(1));
                    feed(digest, row.getString(2));
                }
            }
        }
        return new Sum(entries, entries == 0 ? 0 : first, last, HexFormat.of().formatHex(digest.digest()));
    }

    private static void feed(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Heads after {@code no}, the earliest first. */
    List<Head> headsAfter(long no, int limit) throws SQLException {
        return seals("where no > " + no + " order by no limit " + limit).stream()
                .map(Seal::head)
                .toList();
    }

    /** How many rows no batch holds yet. */
    long unsealed() throws SQLException {
        List<Seal> last = seals("order by no desc limit 1");
        String seen = last.isEmpty() ? NOTHING_SEEN : last.get(0).upto();
        try (PreparedStatement select =
                connection.prepareStatement("select count(*) from ansinh.audit_entry e where e.xid >="
                        + " pg_snapshot_xmin(?::pg_snapshot) and not pg_visible_in_snapshot(e.xid, ?::pg_snapshot)")) {
            select.setString(1, seen);
            select.setString(2, seen);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /**
     * Computes all batches anew.
     *
     * @param faults what does not agree is added here
     * @param each is shown every head as the database keeps it
     */
    void recompute(List<Fault> faults, Consumer<Head> each) throws SQLException {
        Head before = Head.NONE;
        String seen = NOTHING_SEEN;
        List<Seal> page;
        do {
            page = seals("where no > " + before.no() + " order by no limit " + FETCH);
            for (Seal seal : page) {
                check(seal, before, seen, faults);
                each.accept(seal.head());
                // Chained on what is kept: so a fault is told where it is, not in every batch after it.
                before = seal.head();
                seen = seal.upto();
            }
        } while (page.size() == FETCH);
    }

    private void check(Seal seal, Head before, String seen, List<Fault> faults) throws SQLException {
        Head head = seal.head();
        if (head.no() != before.no() + 1) {
            faults.add(fault(seal, "thiếu các lô từ " + (before.no() + 1) + " đến " + (head.no() - 1)));
        }
        Sum sum = sum(before, head.no(), head.sealedAt(), seen, seal.upto());
        if (sum.entries() != head.entries()) {
            faults.add(fault(seal, "có " + head.entries() + " dòng khi niêm phong, nay có " + sum.entries() + " dòng"));
        } else if (!sum.hash().equals(head.hash())) {
            faults.add(fault(seal, "có dòng bị sửa, hoặc các lô bị đổi chỗ"));
        }
    }

    private static Fault fault(Seal seal, String message) {
        return new Fault(seal.head().no(), seal.head().sealedAt(), seal.firstId(), seal.lastId(), message);
    }

    private List<Seal> seals(String tail) throws SQLException {
        List<Seal> seals = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select no, encode(hash, 'hex'), entries, sealed_at, upto::text, first_id, last_id from ansinh.audit_seal "
                        + tail)) {
            select.setFetchSize(FETCH);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    seals.add(new Seal(
                            new Head(
                                    row.getLong(1),
                                    row.getString(2),
                                    row.getLong(3),
                                    row.getObject(4, OffsetDateTime.class).toInstant()),
                            row.getString(5),
                            row.getLong(6),
                            row.getLong(7)));
                }
            }
        }
        return seals;
    }

    private String one(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
