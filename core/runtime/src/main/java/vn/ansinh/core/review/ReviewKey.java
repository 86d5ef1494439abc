package vn.ansinh.core.review;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ansinh.api.problem.Problem;

/** A row's {@link vn.ansinh.api.review.ReviewRow#key}, taken apart. */
public record ReviewKey(String kind, long personId, long entitlementId, LocalDate due) {

    private static final Pattern KEY = Pattern.compile(
            "([a-z0-9-]+):([0-9]{1,18}):([0-9]{1,18}):([0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]))");

    /** @throws Problem INVALID when it is none */
    public static ReviewKey of(String key) {
        Matcher parts = KEY.matcher(key == null ? "" : key);
        if (!parts.matches()) {
            throw Problem.invalid(
                    "AS-REVIEW-KEY", "Dòng rà soát không còn dùng được. Hãy mở lại danh sách rồi chọn lại.");
        }
        return new ReviewKey(
                parts.group(1),
                Long.parseLong(parts.group(2)),
                Long.parseLong(parts.group(3)),
                LocalDate.parse(parts.group(4)));
    }
}
