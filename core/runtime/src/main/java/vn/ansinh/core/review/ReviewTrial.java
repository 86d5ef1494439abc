package vn.ansinh.core.review;

import java.util.List;
import vn.ansinh.api.review.ReviewKind;

/** A file of kinds on the bench: read as the extender would, outside any container, for the tests of who writes it. */
public final class ReviewTrial {

    private ReviewTrial() {}

    /**
     * The kinds that a file declares.
     *
     * @param yaml as in {@code ANSINH-INF/review/*.yaml}
     * @throws vn.ansinh.core.extender.FileRefusedException with each line and reason when anything is wrong in it
     */
    public static List<ReviewKind> kinds(String yaml, String file) {
        return ReviewFile.read(yaml, file).stream().map(ReviewRule::kind).toList();
    }
}
