package vn.ansinh.core.report.query;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.ansinh.api.report.ReportColumn;
import vn.ansinh.api.report.ReportColumn.Type;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.core.report.definition.KnownReport;
import vn.ansinh.core.report.render.ReportContent;

/** The rows of a bundle's service. */
final class ServiceReading implements ReportRunner.Reading {

    private final ReportDefinition definition;
    private final KnownReport.Source.Service source;
    private final Map<String, Object> values;
    private final Instant asOf;
    private final long most;
    private final Consumer<Map<String, Long>> seen;

    /** @see QueryReading */
    ServiceReading(
            ReportDefinition definition,
            KnownReport.Source.Service source,
            Map<String, Object> values,
            Instant asOf,
            long most,
            Consumer<Map<String, Long>> seen) {
        this.definition = definition;
        this.source = source;
        this.values = values;
        this.asOf = asOf;
        this.most = most;
        this.seen = seen;
    }

    @Override
    public Instant asOf() {
        return asOf;
    }

    @Override
    public long rows(long shown, ReportContent.RowConsumer to) throws Exception {
        GroupedRows rows = new GroupedRows(definition, shown, to);
        long[] count = new long[1];
        source.report().rows(values, (found, keys) -> {
            if (++count[0] > most) {
                throw QueryReading.tooMany(most);
            }
            seen.accept(keys);
            rows.detail(aligned(found), keys);
        });
        return rows.end();
    }

    /** One value per column: services give none for ordinals. */
    private Object[] aligned(List<?> found) {
        List<ReportColumn> columns = definition.columns();
        Object[] aligned = new Object[columns.size()];
        Iterator<?> given = found.iterator();
        for (int i = 0; i < aligned.length; i++) {
            if (columns.get(i).type() != Type.ORDINAL) {
                aligned[i] = given.next();
            }
        }
        return aligned;
    }
}
