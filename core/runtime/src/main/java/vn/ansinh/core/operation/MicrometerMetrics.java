package vn.ansinh.core.operation;

import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.operation.Figure;
import vn.ansinh.api.operation.Figures;
import vn.ansinh.api.operation.Metrics;

/** {@link Metrics} by Micrometer, which nobody outside this class sees. What is counted by asking the database is kept for a while. */
public final class MicrometerMetrics implements Metrics {

    private static final Logger LOG = LoggerFactory.getLogger(MicrometerMetrics.class);
    private static final Duration KEPT = Duration.ofSeconds(10);
    /** Bounds of the buckets: quick, felt, slow, given up. */
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(50),
        Duration.ofMillis(200),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final Map<String, MultiGauge> gauges = new HashMap<>();
    private final ServiceTracker<Figures, Figures> tracker;
    private final List<Figures> fixed;
    private final Access access;
    private final LongSupplier nanos;
    private long countedAt;
    private boolean counted;

    /** @param context where figures are found */
    public MicrometerMetrics(BundleContext context, Access access) {
        this(new ServiceTracker<>(context, Figures.class, null), List.of(), access, System::nanoTime);
    }

    /** Outside a framework. @param nanos a clock as {@link System#nanoTime} */
    MicrometerMetrics(List<Figures> figures, Access access, LongSupplier nanos) {
        this(null, figures, access, nanos);
    }

    private MicrometerMetrics(
            ServiceTracker<Figures, Figures> tracker, List<Figures> fixed, Access access, LongSupplier nanos) {
        this.tracker = tracker;
        this.fixed = fixed;
        this.access = access;
        this.nanos = nanos;
    }

    /** Begins to measure the process, and to follow who counts. */
    public void init() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        collections.bindTo(registry);
        if (tracker != null) {
            tracker.open();
        }
    }

    /** Stops. */
    public void destroy() {
        if (tracker != null) {
            tracker.close();
        }
        collections.close();
        registry.close();
    }

    @Override
    public void took(String name, Duration duration, String... tags) {
        Timer.builder(name)
                .tags(tags)
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(duration);
    }

    @Override
    public synchronized String text() {
        if (!counted || nanos.getAsLong() - countedAt > KEPT.toNanos()) {
            count();
            counted = true;
            countedAt = nanos.getAsLong();
        }
        return registry.scrape();
    }

    private void count() {
        Map<String, List<Figure>> byName = new LinkedHashMap<>();
        for (Figures source : sources()) {
            try {
                for (Figure figure : access.callAs(Caller.SYSTEM, source::now)) {
                    byName.computeIfAbsent(figure.name(), name -> new ArrayList<>())
                            .add(figure);
                }
            } catch (Exception e) {
                LOG.warn("{} cannot be counted: {}", source.getClass().getSimpleName(), e.toString());
            }
        }
        // what nobody counts any more shall not go on as it last was
        gauges.forEach((name, gauge) -> {
            if (!byName.containsKey(name)) {
                gauge.register(List.of(), true);
            }
        });
        byName.forEach((name, figures) -> gauges.computeIfAbsent(
                        name,
                        key -> MultiGauge.builder(key)
                                .description(figures.get(0).help())
                                .register(registry))
                .register(
                        figures.stream()
                                .<MultiGauge.Row<?>>map(figure -> MultiGauge.Row.of(tags(figure), figure.value()))
                                .toList(),
                        true));
    }

    private List<Figures> sources() {
        return tracker == null ? fixed : List.of(tracker.getServices(new Figures[0]));
    }

    private static Tags tags(Figure figure) {
        Tags tags = Tags.empty();
        for (Map.Entry<String, String> tag : figure.tags().entrySet()) {
            tags = tags.and(tag.getKey(), tag.getValue());
        }
        return tags;
    }
}
