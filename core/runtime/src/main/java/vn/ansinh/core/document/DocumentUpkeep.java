package vn.ansinh.core.document;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.document.DocumentOwners;
import vn.ansinh.api.document.Documents;
import vn.ansinh.api.document.StoredDocument.State;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.job.Rounds;
import vn.ansinh.core.sql.Change;
import vn.ansinh.core.sql.Rows;

/**
 * What the store of documents needs without anybody asking: files that wait for the scanner are scanned every few minutes; at night
 * goes what nobody owns any more. Of several nodes one works at a time.
 */
public final class DocumentUpkeep {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentUpkeep.class);
    private static final Duration EVERY = Duration.ofMinutes(3);
    private static final LocalTime NIGHT = LocalTime.of(1, 0);
    private static final LocalTime MORNING = LocalTime.of(5, 0);

    /** A content may be brought a moment before its row. */
    private static final Duration FRESH = Duration.ofDays(1);
    /** How long the content of what was taken away by mistake can be brought back by hand. */
    private static final Duration REMOVED = Duration.ofDays(30);

    private static final int PORTION = 1_000;
    private static final String TURN =
            "select pg_try_advisory_xact_lock(hashtextextended('ansinh.document_upkeep', 0))";

    private static final String WAITING = "select sha256, content from ansinh.document_content"
            + " where state in ('UNSCANNED', 'QUARANTINED') and content is not null and sha256 > ? order by sha256 limit 1"
            + " for update skip locked";

    private static final String SCANNED =
            "update ansinh.document_content set state = ?, scanned_by = ?, scanned_at = ?,"
                    + " infection = ?, content = case when ? then null else content end where sha256 = ?";

    private static final String NAMED_BY = "select id from ansinh.document where held = ? order by id limit " + PORTION;

    private static final String OWNERS = "select distinct owner_id from ansinh.document where owner_kind = ?"
            + " and removed_at is null and added_at < ? and owner_id > ? order by owner_id limit " + PORTION;

    private static final String ORPHANED = "update ansinh.document set removed_by = 'system', removed_at = ?,"
            + " removed_why = 'Nơi giữ tài liệu không còn' where owner_kind = ? and owner_id = any (?) and removed_at is null"
            + " and added_at < ?";

    private static final String LET_GO =
            "update ansinh.document set held = null where held is not null and removed_at < ?";

    private static final String SWEEP = "delete from ansinh.document_content c where c.stored_at < ?"
            + " and not exists (select from ansinh.document d where d.held = c.sha256)";

    private final Transactions everywhere;
    private final Access access;
    private final Scanning scanning;
    private final List<DocumentOwners> owners;
    private final Audit audit;
    private final Clock clock;
    private LocalDate swept = LocalDate.MIN;
    private Rounds rounds;

    /**
     * @param everywhere reaches every row: the platform itself acts
     * @param owners a list that changes while rooms come and go
     */
    public DocumentUpkeep(
            Transactions everywhere,
            Access access,
            Scanning scanning,
            List<DocumentOwners> owners,
            Audit audit,
            Clock clock) {
        this.everywhere = everywhere;
        this.access = access;
        this.scanning = scanning;
        this.owners = owners;
        this.audit = audit;
        this.clock = clock;
    }

    /** Begins. */
    public void init() {
        rounds = Rounds.begin(
                "ansinh-document-upkeep",
                EVERY,
                EVERY,
                () -> access.callAs(Caller.SYSTEM, () -> {
                    scan();
                    byNight();
                    return null;
                }),
                e -> LOG.warn("Stored documents cannot be looked after; trying again every {}", EVERY, e));
    }

    /** Ends. */
    public void destroy() {
        rounds.end();
    }

    /** Scans what waits, one file a transaction, until all is done or the scanner falls silent. @return how many files were judged */
    int scan() {
        if (scanning.names().isEmpty()) {
            return 0;
        }
        int judged = 0;
        String after = "";
        while (after != null) {
            String from = after;
            after = everywhere.call(connection -> scanNext(connection, from));
            judged += after == null ? 0 : 1;
        }
        return judged;
    }

    private record Waiting(String sha256, byte[] content) {}

    /** @return its hash, {@code null} when none waits or the scanner cannot say */
    private String scanNext(Connection connection, String after) throws SQLException {
        List<Waiting> next = Rows.list(
                connection,
                WAITING,
                select -> select.setString(1, after),
                row -> new Waiting(row.getString(1), row.getBytes(2)));
        if (next.isEmpty()) {
            return null;
        }
        Waiting file = next.get(0);
        Scanning.Result result = scanning.scan(file.content());
        if (result.by() == null) {
            return null;
        }
        boolean infected = result.state() == State.INFECTED;
        Change.of(connection, SCANNED, update -> {
            update.setString(1, result.state().name());
            update.setString(2, result.by());
            update.setTimestamp(3, Timestamp.from(clock.instant()));
            update.setString(4, result.infection());
            update.setBoolean(5, infected);
            update.setString(6, file.sha256());
        });
        if (infected) {
            List<Long> named = Rows.list(
                    connection, NAMED_BY, select -> select.setString(1, file.sha256()), row -> row.getLong(1));
            audit.changedAll(
                    Documents.KIND,
                    named,
                    "document.infected",
                    Map.of("infection", result.infection(), "sha256", file.sha256()),
                    null);
        }
        return file.sha256();
    }

    private void byNight() {
        ZonedDateTime now = ZonedDateTime.now(clock);
        boolean night = !now.toLocalTime().isBefore(NIGHT) && now.toLocalTime().isBefore(MORNING);
        if (night && swept.isBefore(now.toLocalDate())) {
            sweep();
            swept = now.toLocalDate();
        }
    }

    /** Lets go of what nobody owns, and of contents that nobody names. @return how many contents went */
    int sweep() {
        return everywhere.call(connection -> {
            if (!Rows.list(connection, TURN, select -> {}, row -> row.getBoolean(1))
                    .get(0)) {
                return 0;
            }
            Instant now = clock.instant();
            for (DocumentOwners owner : owners) {
                orphans(connection, owner, now);
            }
            Change.of(connection, LET_GO, update -> update.setTimestamp(1, Timestamp.from(now.minus(REMOVED))));
            int gone = Change.of(connection, SWEEP, delete -> delete.setTimestamp(1, Timestamp.from(now.minus(FRESH))));
            if (gone > 0) {
                LOG.info("{} contents of documents that nobody names were swept", gone);
            }
            return gone;
        });
    }

    private void orphans(Connection connection, DocumentOwners owner, Instant now) throws SQLException {
        Timestamp old = Timestamp.from(now.minus(FRESH));
        long after = Long.MIN_VALUE;
        for (boolean more = true; more; ) {
            long from = after;
            Set<Long> ids = new TreeSet<>(Rows.list(
                    connection,
                    OWNERS,
                    select -> {
                        select.setString(1, owner.kind());
                        select.setTimestamp(2, old);
                        select.setLong(3, from);
                    },
                    row -> row.getLong(1)));
            more = ids.size() == PORTION;
            for (long id : ids) {
                after = Math.max(after, id);
            }
            if (!ids.isEmpty()) {
                Set<Long> absent = new TreeSet<>(ids);
                absent.removeAll(owner.present(ids));
                letGo(connection, owner.kind(), absent, old, now);
            }
        }
    }

    private void letGo(Connection connection, String kind, Set<Long> absent, Timestamp old, Instant now)
            throws SQLException {
        if (absent.isEmpty()) {
            return;
        }
        int documents = Change.of(connection, ORPHANED, update -> {
            update.setTimestamp(1, Timestamp.from(now));
            update.setString(2, kind);
            update.setArray(3, connection.createArrayOf("bigint", absent.toArray()));
            update.setTimestamp(4, old);
        });
        audit.changed(
                new Subject(Documents.KIND, 0),
                "document.sweep",
                Map.of(),
                Map.of("owner", kind, "documents", Integer.toString(documents)),
                null);
    }
}
