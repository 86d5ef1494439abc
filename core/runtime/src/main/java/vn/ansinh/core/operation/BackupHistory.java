package vn.ansinh.core.operation;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.operation.Backups;
import vn.ansinh.api.operation.Check;
import vn.ansinh.api.operation.Check.Level;
import vn.ansinh.api.operation.Checkup;
import vn.ansinh.api.operation.Figure;
import vn.ansinh.api.operation.Figures;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.sql.Change;
import vn.ansinh.core.sql.Rows;

/** When the last backup was taken, and whether one was restored to try it: on {@code ansinh.backup_record}. */
public final class BackupHistory implements Checkup, Figures {

    private static final String ID = "backup";
    private static final String NAME = "Sao lưu";
    private static final Duration NIGHTLY = Duration.ofHours(26);
    private static final Duration TOO_OLD = Duration.ofDays(3);
    private static final Duration WEEKLY = Duration.ofDays(8);
    private static final String HOW =
            "Chạy ansinh:backup mỗi đêm, và ansinh:restore vào một thư mục trống mỗi tuần (mục 5 của tài"
                    + " liệu Trực đêm).";

    private final Transactions transactions;
    private final Access access;
    private final InstantSource clock;

    /** @param transactions of the platform */
    public BackupHistory(Transactions transactions, Access access, InstantSource clock) {
        this.transactions = transactions;
        this.access = access;
        this.clock = clock;
    }

    private record Last(String directory, Instant takenAt, Instant triedAt, Boolean whole) {}

    /** Remembers a backup. */
    void taken(Backups.Backup backup) {
        asPlatform(() -> transactions.run(connection -> Change.of(
                connection,
                "insert into ansinh.backup_record (directory, taken_at, files, bytes) values (?, ?, ?, ?)",
                insert -> {
                    insert.setString(1, name(backup.directory()));
                    insert.setTimestamp(2, Timestamp.from(backup.at()));
                    insert.setLong(3, backup.files());
                    insert.setLong(4, backup.bytes());
                })));
    }

    /** Remembers that one was tried; one that was not taken here (on another machine, before a restore) is passed over. */
    void tried(Path backup, boolean whole) {
        asPlatform(() -> transactions.run(connection -> Change.of(
                connection,
                "update ansinh.backup_record set tried_at = ?, whole = ? where id ="
                        + " (select max(id) from ansinh.backup_record where directory = ?)",
                update -> {
                    update.setTimestamp(1, Timestamp.from(clock.instant()));
                    update.setBoolean(2, whole);
                    update.setString(3, name(backup));
                })));
    }

    private static String name(Path backup) {
        return backup.toAbsolutePath().normalize().toString();
    }

    private void asPlatform(Runnable work) {
        try (Access.Binding ignored = access.bind(Caller.SYSTEM)) {
            work.run();
        }
    }

    @Override
    public List<Check> look() {
        return List.of(check());
    }

    private Check check() {
        Optional<Last> taken = last("taken_at");
        if (taken.isEmpty()) {
            return new Check(
                    ID,
                    NAME,
                    Level.WARNING,
                    "Chưa có bản sao lưu nào do An Sinh thực hiện.",
                    HOW + " PostgreSQL dùng riêng thì sao lưu bằng công cụ của máy chủ ấy.");
        }
        Optional<Last> tried = last("tried_at");
        String state = "Bản cuối lúc " + Sentences.time(taken.get().takenAt())
                + tried.map(last -> "; thử phục hồi lúc " + Sentences.time(last.triedAt())
                                + (last.whole() ? ": khớp" : ": KHÔNG khớp"))
                        .orElse("; chưa lần nào thử phục hồi")
                + ".";
        if (tried.isPresent() && !tried.get().whole()) {
            return new Check(
                    ID,
                    NAME,
                    Level.ERROR,
                    state,
                    "Giữ lại bản " + tried.get().directory() + ", sao lưu ngay một bản khác và thử phục hồi bản ấy.");
        }
        if (olderThan(TOO_OLD, taken.get().takenAt())) {
            return new Check(ID, NAME, Level.ERROR, state, HOW);
        }
        boolean due = olderThan(NIGHTLY, taken.get().takenAt())
                || tried.isEmpty()
                || olderThan(WEEKLY, tried.get().triedAt());
        return new Check(ID, NAME, due ? Level.WARNING : Level.GOOD, state, due ? HOW : "");
    }

    private boolean olderThan(Duration age, Instant then) {
        return then.plus(age).isBefore(clock.instant());
    }

    /** @param by column of the moment */
    private Optional<Last> last(String by) {
        return transactions
                .call(connection -> Rows.list(
                        connection,
                        "select directory, taken_at, tried_at, whole from ansinh.backup_record where " + by
                                + " is not null order by " + by + " desc limit 1",
                        select -> {},
                        row -> new Last(
                                row.getString(1),
                                row.getTimestamp(2).toInstant(),
                                row.getTimestamp(3) == null
                                        ? null
                                        : row.getTimestamp(3).toInstant(),
                                row.getObject(4, Boolean.class))))
                .stream()
                .findFirst();
    }

    @Override
    public List<Figure> now() {
        return last("taken_at").stream()
                .map(last -> Figure.of(
                        "ansinh.backup.age.seconds",
                        "Since the last backup was taken",
                        Duration.between(last.takenAt(), clock.instant()).toSeconds()))
                .toList();
    }
}
