package vn.ansinh.core.payment;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.job.Jobs;
import vn.ansinh.api.payment.PaymentOrders;
import vn.ansinh.api.transaction.Transactions;

/** Asks the channels now and then, so that nobody types results; of several nodes one at a time. */
public final class PaymentRounds {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentRounds.class);
    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final long LOOK_SECONDS = 30;

    private final Transactions transactions;
    private final Access access;
    private final Jobs jobs;
    private final Channels channels;
    private final InstantSource clock;
    private ScheduledExecutorService timer;
    private boolean failing;

    public PaymentRounds(Transactions transactions, Access access, Jobs jobs, Channels channels, InstantSource clock) {
        this.transactions = transactions;
        this.access = access;
        this.jobs = jobs;
        this.channels = channels;
        this.clock = clock;
    }

    /** Begins to look. */
    public void init() {
        timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "ansinh-payment-rounds");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    /** Stops looking. */
    public void destroy() {
        timer.shutdownNow();
    }

    private void look() {
        try {
            access.callAs(Caller.SYSTEM, this::begin);
            failing = false;
        } catch (Exception e) { // an exception would end the timer
            if (!failing) {
                LOG.warn("Payment channels cannot be asked; trying again every {} seconds", LOOK_SECONDS, e);
            }
            failing = true;
        }
    }

    /** Queues a round when one is due. @return whether it was */
    boolean begin() {
        if (channels.all().isEmpty()) {
            return false;
        }
        return transactions.call(connection -> {
            int due = Sql.of(
                            "update ansinh.payment_order set asked_at = ? where id in (select id from ansinh.payment_order"
                                    + " where state in ('SENDING', 'SENT') and channel is not null"
                                    + " and (state = 'SENDING' or paid_items + unpaid_items < items)"
                                    + " and (asked_at is null or asked_at < ?) order by id for update skip locked)",
                            clock.instant(),
                            clock.instant().minus(EVERY))
                    .execute(connection);
            if (due > 0) {
                jobs.submit(PaymentOrders.COLLECT, "Hỏi kết quả chi trả ở các kênh", Map.of(), null);
            }
            return due > 0;
        });
    }
}
