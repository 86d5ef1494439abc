package vn.ansinh.core.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.api.payment.PaymentChannel;
import vn.ansinh.api.problem.Problem;

/** Who pays learns nothing of what people only learn with. */
class ChannelsTest {

    @Test
    void inTrainingNoChannelIsGivenToAnybody() {
        PaymentChannel post = new PostOffice();
        assertSame(post, new Channels(List.of(post)).require(post.code()));
        Channels training = new Channels(List.of(post), () -> true);
        Problem refused = assertThrows(Problem.class, () -> training.require(post.code()));
        assertEquals("AS-TRAINING-SENDING", refused.code());
    }
}
