package vn.ansinh.core.payment;

import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.job.JobContext;
import vn.ansinh.api.job.JobHandler;
import vn.ansinh.api.payment.PaymentOrder;
import vn.ansinh.api.payment.PaymentOrders;
import vn.ansinh.api.text.Money;

/** Does the jobs of type {@link PaymentOrders#SEND}. Run again after a crash, it asks the channel first. */
public final class PaymentSending implements JobHandler {

    private final ChannelTraffic traffic;

    public PaymentSending(ChannelTraffic traffic) {
        this.traffic = traffic;
    }

    @Override
    public String type() {
        return PaymentOrders.SEND;
    }

    @Override
    public void run(JobContext job) {
        PaymentOrder order = traffic.order(OrderNumber.of(job), Permissions.PAYMENT_SEND);
        traffic.send(order, job);
        job.result("items", Integer.toString(order.items()));
        job.result("total", Long.toString(order.total()));
        job.progress(
                order.items(),
                order.items(),
                Money.format(order.items()) + " khoản, " + Money.format(order.total()) + " đồng đã đến kênh chi trả");
    }
}
