package vn.ansinh.core.payment;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.job.Jobs;
import vn.ansinh.api.payment.PaymentOrders;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.job.Rounds;

/** Asks the channels now and then, so that nobody types results; of several nodes one at a time. */
public final class PaymentRounds {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentRounds.class);
    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofSeconds(30);

    private final Transactions transactions;
    private final Access access;
    private final Jobs jobs;
    private final Channels channels;
    private final InstantSource clock;
    private Rounds rounds;

    public PaymentRounds(Transactions transactions, Access access, Jobs jobs, Channels channels, InstantSource clock) {
        this.transactions = transactions;
        this.access = access;
        this.jobs = jobs;
        this.channels = channels;
        this.clock = clock;
    }

    /** Begins to look. */
    public void init() {
        rounds = Rounds.begin(
                "ansinh-payment-rounds",
                LOOK,
                LOOK,
                () -> access.callAs(Caller.SYSTEM, this::begin),
                e -> LOG.warn("Payment channels cannot be asked; trying again every {} seconds", LOOK.toSeconds(), e));
    }

    /** Stops looking. */
    public void destroy() {
        rounds.end();
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
