package vn.ansinh.core.payment;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.job.Job;
import vn.ansinh.api.job.JobHandler;
import vn.ansinh.api.job.Jobs;
import vn.ansinh.api.payment.PaymentItem;
import vn.ansinh.api.payment.PaymentOrder;
import vn.ansinh.api.payment.PaymentOrders.ItemQuery;
import vn.ansinh.api.payment.PaymentOrders.ItemResult;
import vn.ansinh.api.payment.PaymentOrders.OrderDraft;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.core.benefit.ClosedLists;
import vn.ansinh.core.codelist.CoreCodeLists;
import vn.ansinh.core.sheet.ExcelSpreadsheets;
import vn.ansinh.testkit.DeskClock;
import vn.ansinh.testkit.TestDatabase;
import vn.ansinh.testkit.TriedJob;

/** The desk of Hà Tĩnh where Lan makes payment orders and Hùng sends them, on 22 November 2026 unless told otherwise. */
public final class PaymentDesk {

    public static final Caller LAN = ClosedLists.official("lan", SmallCountry.HA_TINH);
    public static final Caller HUNG = ClosedLists.official("hung", SmallCountry.HA_TINH);

    public final ClosedLists lists;
    public final StoredPaymentOrders orders;
    final PostOffice post = new PostOffice();
    final List<Submitted> submitted = new ArrayList<>();
    final PaymentSending sending;
    final PaymentCollecting collecting;
    final PaymentExport export;
    final PaymentResultsReading reading;
    final PaymentRounds rounds;
    private LocalDate today = LocalDate.of(2026, 11, 22);

    public PaymentDesk(TestDatabase database) {
        lists = new ClosedLists(database);
        Clock clock = new DeskClock(() -> today);
        CodeLists codeLists = CoreCodeLists.read();
        Channels channels = new Channels(List.of(post));
        Jobs jobs = new Queue();
        orders = new StoredPaymentOrders(
                database.scopedBy(lists.access()),
                database.transactions(),
                lists.access(),
                lists.units(),
                codeLists,
                channels,
                jobs,
                clock);
        ChannelTraffic traffic = new ChannelTraffic(
                database.transactions(), lists.access(), lists.units(), codeLists, channels, clock, Audit.NONE);
        sending = new PaymentSending(traffic);
        collecting = new PaymentCollecting(traffic);
        ExcelSpreadsheets spreadsheets = new ExcelSpreadsheets();
        export = new PaymentExport(orders, codeLists, lists.units(), spreadsheets);
        reading = new PaymentResultsReading(
                database.transactions(), lists.access(), traffic, codeLists, spreadsheets, clock, Audit.NONE);
        rounds = new PaymentRounds(database.transactions(), lists.access(), jobs, channels, clock);
    }

    public void turnTo(String day) {
        today = LocalDate.parse(day);
        lists.turnTo(today);
    }

    public PaymentOrder order(long unit, String method, String... months) {
        return lists.as(
                LAN,
                () -> orders.create(new OrderDraft(
                        ClosedLists.program(),
                        unit,
                        method,
                        Arrays.stream(months).map(YearMonth::parse).toList())));
    }

    /** Handed over as a file. */
    public PaymentOrder handOver(PaymentOrder order) {
        return lists.as(HUNG, () -> orders.send(order.id(), null));
    }

    PaymentOrder look(PaymentOrder order) {
        return lists.as(LAN, () -> orders.byId(order.id()).orElseThrow());
    }

    List<PaymentItem> items(PaymentOrder order) {
        return lists.as(
                LAN,
                () -> orders.items(new ItemQuery(order.id(), "", null, null, 500))
                        .items());
    }

    /** Payments as {@code name amount state}. */
    List<String> told(PaymentOrder order) {
        return items(order).stream()
                .map(item ->
                        item.name() + " " + item.amount() + " " + item.result().state())
                .toList();
    }

    public int paid(PaymentOrder order, int item) {
        return lists.as(LAN, () -> orders.record(order.id(), List.of(new ItemResult(item, true, null, today, null))));
    }

    public int unpaid(PaymentOrder order, int item, String reason) {
        return lists.as(
                LAN, () -> orders.record(order.id(), List.of(new ItemResult(item, false, reason, today, null))));
    }

    /** Does a job as Hùng. */
    TriedJob work(JobHandler handler, Path file, Map<String, String> parameters) {
        TriedJob work = new TriedJob(parameters, file);
        lists.as(HUNG, () -> {
            handler.run(work);
            return null;
        });
        return work;
    }

    TriedJob work(JobHandler handler, PaymentOrder order) {
        return work(handler, null, Map.of("order", Long.toString(order.id())));
    }

    record Submitted(String type, Map<String, String> parameters) {}

    /** Remembers what was submitted; the test does it when it wants to. */
    private final class Queue implements Jobs {

        @Override
        public long submit(String type, String title, Map<String, String> parameters, InputStream file) {
            submitted.add(new Submitted(type, parameters));
            return submitted.size();
        }

        @Override
        public Optional<Job> byId(long id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Job> latest(int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void cancel(long id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public JobFile output(long id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Job await(long id, Duration patience) {
            throw new UnsupportedOperationException();
        }
    }
}
