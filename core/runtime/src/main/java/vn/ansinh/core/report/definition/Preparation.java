package vn.ansinh.core.report.definition;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ansinh.core.extender.Fault;

/** What the database said to a query, not asked again all the time. */
final class Preparation {

    private static final Duration AGAIN = Duration.ofSeconds(30);
    private static final Pattern LINE = Pattern.compile("[Dd]òng (\\d{1,6})(?: của truy vấn)?: ");

    private List<Fault> told;
    private long at;

    /**
     * What is wrong with the query; what is right stays right, what is wrong may be right later: programs bring views.
     *
     * @param ask asks the database; fails while that is away
     */
    List<Fault> faults(Supplier<List<Fault>> ask) {
        boolean fresh = told != null && (told.isEmpty() || System.nanoTime() - at < AGAIN.toNanos());
        if (fresh) {
            return told;
        }
        try {
            told = ask.get();
            at = System.nanoTime();
            return told;
        } catch (RuntimeException away) {
            return List.of(new Fault(ReportPackage.SQL, 1, 1, "Chưa hỏi được cơ sở dữ liệu; hệ thống sẽ thử lại."));
        }
    }

    /** A sentence about a query, with its line where it says one. */
    static Fault fault(String sentence) {
        Matcher line = LINE.matcher(sentence);
        return line.find()
                ? new Fault(ReportPackage.SQL, Integer.parseInt(line.group(1)), 1, line.replaceFirst(""))
                : new Fault(ReportPackage.SQL, 1, 1, sentence);
    }
}
