package vn.ansinh.core.review;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.core.review.ReviewRule.Look;

/** What a row says, in Vietnamese. */
final class ReviewWords {

    /** Before who may not know of sensitive facts. */
    static final String NEUTRAL = "Đến hạn xem lại hồ sơ";

    private static final int YEAR = 12;

    /** A child's age is counted in months up to here, as law counts it. */
    private static final int SMALL = 36;

    private static final int ISO_DATE = 10;

    private final Facts facts;

    ReviewWords(Facts facts) {
        this.facts = facts;
    }

    /**
     * @param months age or how long, 0 for neither
     * @param fact key, {@code null} for none
     * @param since first day of what lasts; the birthday, the first month that was not collected, the day of death
     * @param yearOnly whether only the person's year of birth is known
     * @param everything whether sensitive facts may be told
     */
    String tell(
            Look look, int months, String fact, String value, LocalDate since, boolean yearOnly, boolean everything) {
        Optional<FactKey> key = fact == null ? Optional.empty() : facts.key(fact);
        if (!everything && fact != null && key.map(FactKey::sensitive).orElse(true)) {
            return NEUTRAL;
        }
        String label = key.map(FactKey::label).orElse(fact);
        return switch (look) {
            case AGE -> "Đủ " + age(months, 0) + (yearOnly ? " (chỉ biết năm sinh)" : "");
            case CHILD_AGE -> child(value) + " đủ " + age(months, SMALL);
            case EXPIRY -> label + ": " + key.map(known -> known.written(value)).orElse(value) + ", không còn hạn";
            case LASTING -> label + ", từ ngày " + Vietnamese.day(since) + ", đủ " + months + " tháng";
            case NOT_COLLECTED ->
                "Không nhận " + months + " tháng liên tục, từ tháng " + Vietnamese.month(YearMonth.from(since));
            case DECEASED -> "Mất ngày " + Vietnamese.day(since) + ", chế độ chưa thôi hưởng";
        };
    }

    /** @param small up to how many months an age is counted in months */
    private static String age(int months, int small) {
        return months % YEAR == 0 && months > small ? months / YEAR + " tuổi" : months + " tháng tuổi";
    }

    private static String child(String value) {
        String name = value.length() > ISO_DATE ? value.substring(ISO_DATE).strip() : "";
        return name.isEmpty()
                ? "Con sinh ngày " + Vietnamese.day(LocalDate.parse(value.substring(0, ISO_DATE)))
                : "Con " + name;
    }
}
