package vn.ansinh.api.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * Money of one or two closed months that goes out one way; amounts in đồng.
 *
 * @param number fixed before anything leaves, for instance {@code CT-42-2026-0001}; by it who pays knows the order
 * @param unitId unit whose communes' payrolls it pays
 * @param method code of list {@code hinh-thuc-chi-tra}
 * @param months one month, or two in a row (before Tết)
 * @param channel code of the {@link PaymentChannel} it went through, {@code null} while a draft or when handed over as a file
 * @param items payments in it
 * @param total ordered in all: {@code closed + retried}
 * @param closed from the closed payrolls of {@code months}
 * @param retried what earlier orders did not bring to the payee
 * @param paid total of items that were paid
 * @param unpaid total of items that came back
 * @param sendBy last day for it to leave (before the 25th of the month before, NĐ 20/2021 Điều 34)
 * @param resultsBy last day for its results (before the 20th)
 * @param sentLate whether it left after {@code sendBy}, or is a draft past that day
 * @param resultsLate whether results came after {@code resultsBy}, or are missing past that day
 * @param resultsAt when the latest result came, {@code null} before the first
 * @param note what the channel last said, Vietnamese, or {@code null}
 * @param sentBy account that approved it; never {@code createdBy}
 */
public record PaymentOrder(
        long id,
        String number,
        String program,
        long unitId,
        String method,
        List<YearMonth> months,
        PaymentOrderState state,
        String channel,
        int items,
        long total,
        long closed,
        long retried,
        int paidItems,
        long paid,
        int unpaidItems,
        long unpaid,
        LocalDate sendBy,
        LocalDate resultsBy,
        boolean sentLate,
        boolean resultsLate,
        Instant resultsAt,
        String note,
        String createdBy,
        Instant createdAt,
        String sentBy,
        Instant sentAt,
        String settledBy,
        Instant settledAt) {

    public PaymentOrder {
        months = List.copyOf(months);
    }

    /** Đồng without a result. */
    public long outstanding() {
        return total - paid - unpaid;
    }

    /** Payments without a result. */
    public int outstandingItems() {
        return items - paidItems - unpaidItems;
    }
}
