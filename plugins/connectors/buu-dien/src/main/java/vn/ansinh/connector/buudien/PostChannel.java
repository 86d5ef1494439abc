package vn.ansinh.connector.buudien;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.api.payment.PaymentChannel;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.connector.buudien.PostOffice.Delivered;
import vn.ansinh.connector.buudien.PostOffice.Report;

/** Speaks of the post office's things in the platform's words. */
public final class PostChannel implements PaymentChannel {

    /** The post office's reasons as codes of list {@code ly-do-chua-nhan}. */
    private static final Map<String, String> REASONS =
            Map.of("KHONG_DEN", "C01", "VANG_NHA", "C02", "CHUYEN_DI", "C03", "SAI_GIAY_TO", "C04", "TU_CHOI", "C10");

    private static final String OTHER = "C99";

    private final PostOffice post;
    private final String name;

    /** @param name Vietnamese; says so when the post office is a simulated one */
    public PostChannel(PostOffice post, String name) {
        this.post = post;
        this.name = name;
    }

    @Override
    public String code() {
        return "buu-dien";
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<String> methods() {
        return Set.of("BD", "TM-DCT", "TM-NHA");
    }

    @Override
    public Optional<Acceptance> find(String number) {
        return reach(() -> post.delivered(number).map(delivered -> acceptance(number, delivered)));
    }

    @Override
    public Acceptance send(Order order, Iterable<Instruction> instructions) {
        return reach(() -> acceptance(order.number(), post.deliver(order, instructions)));
    }

    private static Acceptance acceptance(String number, Delivered delivered) {
        return new Acceptance(number, delivered.items(), delivered.total(), delivered.at());
    }

    @Override
    public ResultPage results(String number, String cursor, int limit) {
        int from = cursor == null ? 0 : Integer.parseInt(cursor);
        List<Report> reports = reach(() -> post.reports(number, from, limit));
        return new ResultPage(
                reports.stream().map(PostChannel::result).toList(),
                Integer.toString(from + reports.size()),
                reports.size() == limit);
    }

    private static Result result(Report report) {
        return new Result(
                report.reference(),
                report.paid(),
                report.paid() ? null : REASONS.getOrDefault(report.reason(), OTHER),
                report.day(),
                report.signedBy(),
                report.amount());
    }

    private <T> T reach(Call<T> call) {
        try {
            return call.make();
        } catch (IOException e) {
            throw new Problem(
                    Problem.Kind.UNAVAILABLE,
                    "AS-POST-UNREACHABLE",
                    "Chưa liên lạc được với " + name + ". Hệ thống tự thử lại sau ít phút; không cần gửi lại.",
                    e);
        }
    }

    /** A call that may not get through. */
    private interface Call<T> {
        T make() throws IOException;
    }
}
