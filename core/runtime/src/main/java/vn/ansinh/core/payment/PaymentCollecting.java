package vn.ansinh.core.payment;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.job.JobCancelledException;
import vn.ansinh.api.job.JobContext;
import vn.ansinh.api.job.JobHandler;
import vn.ansinh.api.payment.PaymentOrder;
import vn.ansinh.api.payment.PaymentOrderState;
import vn.ansinh.api.payment.PaymentOrders;
import vn.ansinh.core.payment.ChannelTraffic.Collected;

/**
 * Does the jobs of type {@link PaymentOrders#COLLECT}: one order's results, or, without parameter {@code order}, everything
 * that waits for a channel, what could not be sent included.
 */
public final class PaymentCollecting implements JobHandler {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentCollecting.class);

    private final ChannelTraffic traffic;

    public PaymentCollecting(ChannelTraffic traffic) {
        this.traffic = traffic;
    }

    @Override
    public String type() {
        return PaymentOrders.COLLECT;
    }

    @Override
    public void run(JobContext job) {
        String asked = job.parameter("order", null);
        Collected all = asked == null
                ? round(job)
                : traffic.collect(traffic.order(OrderNumber.parse(asked), Permissions.PAYMENT_RESULT));
        job.result("paid", Integer.toString(all.paid()));
        job.result("unpaid", Integer.toString(all.unpaid()));
        job.result("rejected", Integer.toString(all.refused()));
        job.progress(
                1,
                1,
                all.paid() + " khoản đã nhận, " + all.unpaid() + " khoản chưa nhận"
                        + (all.refused() > 0 ? ", " + all.refused() + " kết quả không khớp" : ""));
    }

    /** One order that fails does not keep the others waiting; it is tried again in the next round. */
    private Collected round(JobContext job) {
        List<PaymentOrder> open = traffic.open();
        Collected all = new Collected(0, 0, 0);
        for (int i = 0; i < open.size(); i++) {
            PaymentOrder order = open.get(i);
            job.progress(i, open.size(), "Đang hỏi kết quả của " + open.size() + " lệnh");
            try {
                if (order.state() == PaymentOrderState.SENDING) {
                    traffic.send(order, job);
                } else {
                    all = all.plus(traffic.collect(order));
                }
            } catch (JobCancelledException e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.warn("Order {}: channel {} is tried again later: {}", order.id(), order.channel(), e.toString());
            }
        }
        return all;
    }
}
