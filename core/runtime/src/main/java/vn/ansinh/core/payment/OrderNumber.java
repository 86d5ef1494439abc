package vn.ansinh.core.payment;

import vn.ansinh.api.job.JobContext;
import vn.ansinh.api.problem.Problem;

/** The order that a job is about: its parameter {@code order}. */
final class OrderNumber {

    private OrderNumber() {}

    /** @throws Problem INVALID when it is missing or no number */
    static long of(JobContext job) {
        return parse(job.parameter("order"));
    }

    static long parse(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Problem.invalid("AS-PAYMENT-ORDER", "Số lệnh chi trả «" + text + "» không đúng.");
        }
    }
}
