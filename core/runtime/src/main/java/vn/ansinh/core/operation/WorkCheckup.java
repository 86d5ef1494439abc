package vn.ansinh.core.operation;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.osgi.framework.BundleContext;
import vn.ansinh.api.operation.Check;
import vn.ansinh.api.operation.Check.Level;
import vn.ansinh.api.operation.Checkup;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.sql.Rows;

/** What should go on by itself: the queue of jobs, the sealing of the audit, and the clocks that both go by. */
public final class WorkCheckup implements Checkup {

    private static final Duration LONG_WAIT = Duration.ofMinutes(15);
    private static final Duration UNSEALED = Duration.ofMinutes(1);
    private static final Duration CLOCKS_APART = Duration.ofSeconds(5);
    private static final String ZONE = "Asia/Ho_Chi_Minh";

    private static final String JOBS = """
            select count(*) filter (where state = 'QUEUED'), count(*) filter (where state = 'RUNNING'),
                min(submitted_at) filter (where state = 'QUEUED'),
                count(*) filter (where state = 'FAILED' and ended_at > ?)
            from ansinh.job where state in ('QUEUED', 'RUNNING') or ended_at > ?""";

    private static final String SEAL = """
            select coalesce(s.no, 0), s.sealed_at,
                (select count(*) from ansinh.audit_entry e where e.id > coalesce(s.last_id, 0) and e.at < ?),
                (select h.no from ansinh.audit_head h where h.node = ?)
            from (select 1) one left join lateral
                (select no, sealed_at, last_id from ansinh.audit_seal order by no desc limit 1) s on true""";

    private final Transactions transactions;
    private final InstantSource clock;
    private final String heads;

    /** @param context tells where this node keeps its data */
    public WorkCheckup(BundleContext context, Transactions transactions, InstantSource clock) {
        this(
                Path.of((String)
                        context.getServiceReference(Transactions.class).getProperty(Transactions.DATA_DIRECTORY)),
                transactions,
                clock);
    }

    /** @param data directory of this node's data */
    WorkCheckup(Path data, Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
        this.heads =
                data.resolve("audit/heads.log").toAbsolutePath().normalize().toString();
    }

    @Override
    public List<Check> look() {
        return List.of(jobs(), seal(), clocks());
    }

    private Check jobs() {
        Instant now = clock.instant();
        Timestamp yesterday = Timestamp.from(now.minus(Duration.ofDays(1)));
        return one(
                JOBS,
                select -> {
                    select.setTimestamp(1, yesterday);
                    select.setTimestamp(2, yesterday);
                },
                row -> {
                    Instant oldest = instant(row, 3);
                    boolean waits = oldest != null && oldest.plus(LONG_WAIT).isBefore(now);
                    int failed = row.getInt(4);
                    String state = "Đang chờ " + row.getInt(1) + ", đang chạy " + row.getInt(2) + "; 24 giờ qua lỗi "
                            + failed + (waits ? "; việc cũ nhất chờ từ " + Sentences.time(oldest) : "") + ".";
                    return new Check(
                            "jobs",
                            "Việc chạy nền",
                            waits || failed > 0 ? Level.WARNING : Level.GOOD,
                            state,
                            waits
                                    ? "Mở trang Việc chạy nền: chương trình của việc đang chờ có thể đã gỡ, hoặc việc trước quá"
                                            + " lâu (dừng được ở trang ấy)."
                                    : failed > 0 ? "Mở trang Việc chạy nền, đọc lý do của việc lỗi rồi chạy lại." : "");
                });
    }

    private Check seal() {
        return one(
                SEAL,
                select -> {
                    select.setTimestamp(1, Timestamp.from(clock.instant().minus(UNSEALED)));
                    select.setString(2, heads);
                },
                row -> {
                    long no = row.getLong(1);
                    long unsealed = row.getLong(3);
                    long written = row.getLong(4);
                    boolean behind = unsealed > 0
                            || written < no && instant(row, 2).plus(UNSEALED).isBefore(clock.instant());
                    return new Check(
                            "audit-seal",
                            "Niêm phong nhật ký truy cập",
                            behind ? Level.ERROR : Level.GOOD,
                            no == 0
                                    ? "Chưa có lô nào."
                                    : "Lô cuối " + no + " lúc " + Sentences.time(instant(row, 2))
                                            + "; tệp heads.log có đến lô "
                                            + written + (unsealed > 0 ? "; " + unsealed + " dòng chờ quá một phút" : "")
                                            + ".",
                            behind
                                    ? "Xem nhật ký máy chủ có «audit cannot be sealed» và đĩa còn chỗ không, rồi chạy"
                                            + " ansinh:audit-verify (mục 8 của tài liệu Trực đêm)."
                                    : "");
                });
    }

    private Check clocks() {
        Instant database = one("select clock_timestamp()", select -> {}, row -> instant(row, 1));
        Duration apart = Duration.between(database, clock.instant()).abs();
        String zone = java.util.TimeZone.getDefault().getID();
        boolean wrongZone = !zone.equals(ZONE);
        boolean wrong = apart.compareTo(CLOCKS_APART) > 0;
        return new Check(
                "clock",
                "Đồng hồ",
                wrong || wrongZone ? Level.ERROR : Level.GOOD,
                "Máy chủ " + Sentences.time(clock.instant()) + ", lệch " + apart.toSeconds()
                        + " giây so với cơ sở dữ liệu; múi giờ " + zone + ".",
                wrong
                        ? "Bật đồng bộ giờ (chrony, systemd-timesyncd) trên cả hai máy."
                        : wrongZone ? "Chạy bằng bin/karaf của bản cài: nó đặt múi giờ " + ZONE + "." : "");
    }

    private <T> T one(String sql, Rows.Binding binding, Rows.Reading<T> reading) {
        return transactions
                .call(connection -> Rows.list(connection, sql, binding, reading))
                .get(0);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
