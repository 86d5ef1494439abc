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

/** The rows of a bundle's service. */
final class ServiceReading extends CountedReading {

    private final KnownReport.Source.Service source;
    private final Map<String, Object> values;

    /** @see CountedReading */
    ServiceReading(
            ReportDefinition definition,
            KnownReport.Source.Service source,
            Map<String, Object> values,
            Instant asOf,
            long most,
            Consumer<Map<String, Long>> seen) {
        super(definition, asOf, most, seen);
        this.source = source;
        this.values = values;
    }

    @Override
    void read(Each each) throws Exception {
        source.report().rows(values, (found, keys) -> each.row(keys, () -> aligned(found)));
    }

    /** One value per column: services give none for ordinals. */
    private Object[] aligned(List<?> found) {
        List<ReportColumn> columns = definition().columns();
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
