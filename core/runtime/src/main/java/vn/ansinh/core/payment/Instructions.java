package vn.ansinh.core.payment;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import vn.ansinh.api.job.JobContext;
import vn.ansinh.api.payment.PaymentChannel.Instruction;
import vn.ansinh.api.payment.PaymentOrder;
import vn.ansinh.api.text.Money;

/** The payments of an order, read a page at a time while they leave. */
final class Instructions implements Iterable<Instruction> {

    private final ChannelTraffic traffic;
    private final PaymentOrder order;
    private final JobContext job;

    Instructions(ChannelTraffic traffic, PaymentOrder order, JobContext job) {
        this.traffic = traffic;
        this.order = order;
        this.job = job;
    }

    @Override
    public Iterator<Instruction> iterator() {
        return new Iterator<>() {
            private int read;
            private Iterator<Instruction> page = List.<Instruction>of().iterator();

            @Override
            public boolean hasNext() {
                if (!page.hasNext() && read < order.items()) {
                    job.progress(read, order.items(), "Đang gửi " + Money.format(order.items()) + " khoản");
                    page = traffic.page(order, read).iterator();
                }
                return page.hasNext();
            }

            @Override
            public Instruction next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                read++;
                return page.next();
            }
        };
    }
}
