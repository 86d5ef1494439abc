package vn.ansinh.core.report.query;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.core.report.render.ReportContent;

/** A report open for reading, wherever its rows come from: they are counted, told whom they are about, grouped and summed. */
abstract class CountedReading implements ReportRunner.Reading {

    private final ReportDefinition definition;
    private final Instant asOf;
    private final long most;
    private final Consumer<Map<String, Long>> seen;

    /**
     * @param most rows of detail that there may be
     * @param seen is told the keys of every row
     */
    CountedReading(ReportDefinition definition, Instant asOf, long most, Consumer<Map<String, Long>> seen) {
        this.definition = definition;
        this.asOf = asOf;
        this.most = most;
        this.seen = seen;
    }

    /** What is read. */
    final ReportDefinition definition() {
        return definition;
    }

    @Override
    public final Instant asOf() {
        return asOf;
    }

    @Override
    public final long rows(long shown, ReportContent.RowConsumer to) throws Exception {
        GroupedRows rows = new GroupedRows(definition, shown, to);
        long[] count = new long[1];
        read((keys, values) -> {
            if (++count[0] > most) {
                throw new Problem(
                        Problem.Kind.TOO_LARGE,
                        "AS-REPORT-TOO-LARGE",
                        "Báo cáo có hơn " + most + " dòng. Hãy chọn đơn vị hoặc kỳ hẹp hơn.");
            }
            seen.accept(keys);
            rows.detail(values.call(), keys);
        });
        return rows.end();
    }

    /** Gives every row of detail to {@code each}, in order. */
    abstract void read(Each each) throws Exception;

    /** Takes rows of detail. */
    interface Each {

        /**
         * @param keys ids for what cells open
         * @param values one per column; asked after it was told whose row it is, so that a reading that breaks off there is told too
         */
        void row(Map<String, Long> keys, Callable<Object[]> values) throws Exception;
    }
}
