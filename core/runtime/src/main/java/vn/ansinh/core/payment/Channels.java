package vn.ansinh.core.payment;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.payment.PaymentChannel;
import vn.ansinh.api.payment.PaymentOrders.Channel;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.training.Training;

/** The channels that are there at the moment; they come and go with their bundles. */
public final class Channels {

    private final Collection<PaymentChannel> present;
    private final Training training;

    /** @param present changes by itself; a channel in it may be gone when it is called */
    public Channels(Collection<PaymentChannel> present) {
        this(present, Training.NONE);
    }

    /** @param training where it is, no channel is given to anybody */
    public Channels(Collection<PaymentChannel> present, Training training) {
        this.present = present;
        this.training = training;
    }

    List<Channel> all() {
        return present.stream()
                .map(channel -> new Channel(channel.code(), channel.name(), channel.methods()))
                .sorted(Comparator.comparing(Channel::name))
                .toList();
    }

    Optional<PaymentChannel> find(String code) {
        return present.stream().filter(channel -> channel.code().equals(code)).findFirst();
    }

    /** @throws Problem UNAVAILABLE while it is not installed, CONFLICT in training: whoever pays learns nothing of it */
    PaymentChannel require(String code) {
        training.refuse();
        return find(code)
                .orElseThrow(() -> new Problem(
                        Problem.Kind.UNAVAILABLE,
                        "AS-PAYMENT-CHANNEL-AWAY",
                        "Kênh chi trả «" + code
                                + "» hiện không chạy. Vui lòng thử lại sau, hoặc báo bộ phận kỹ thuật."));
    }
}
