package vn.ansinh.core.program;

import java.net.URL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import vn.ansinh.api.job.JobHandler;
import vn.ansinh.api.payment.PaymentChannel;
import vn.ansinh.api.program.PluginDetails;
import vn.ansinh.api.program.PluginDetails.Kind;
import vn.ansinh.api.program.Program;
import vn.ansinh.api.registry.PopulationRegistry;
import vn.ansinh.api.rest.RestResource;
import vn.ansinh.core.extender.DroppedFiles;

/** What bundles bring, looked up in the framework and in the bundles while somebody asks. */
final class Brings {

    private static final String VIEW = "vn.ansinh.ui.kit.view.ViewProvider";
    private static final String SCHEMA = "Ansinh-Schema";
    private static final Map<String, String> FILES = files();

    private Brings() {}

    private static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("policy", PluginDetails.PACKS);
        files.put("codelist", "Danh mục");
        files.put("fact", "Thông tin làm căn cứ");
        files.put("report", "Báo cáo");
        return files;
    }

    /** By kind, both in Vietnamese. */
    static Map<String, List<String>> of(Collection<Bundle> bundles) {
        Map<String, List<String>> brings = new LinkedHashMap<>();
        for (Bundle bundle : bundles) {
            int pages = 0;
            int jobs = 0;
            ServiceReference<?>[] services = bundle.getRegisteredServices();
            for (ServiceReference<?> service : services == null ? new ServiceReference<?>[0] : services) {
                Object path = service.getProperty(RestResource.PATH);
                if (path != null) {
                    add(brings, "Cổng dữ liệu", "/api/v1" + path);
                }
                pages += is(service, VIEW) ? 1 : 0;
                jobs += is(service, JobHandler.class.getName()) ? 1 : 0;
                if (is(service, PaymentChannel.class.getName())) {
                    add(brings, "Kênh chi trả", "1 kênh");
                }
                if (is(service, PopulationRegistry.class.getName())) {
                    add(brings, "Đối chiếu dân cư", "1 nguồn");
                }
            }
            if (pages > 0) {
                add(brings, "Trang", pages + " trang");
            }
            if (jobs > 0) {
                add(brings, "Việc chạy nền", jobs + " loại");
            }
            String schema = bundle.getHeaders("").get(SCHEMA);
            if (schema != null) {
                add(brings, PluginDetails.DATA, schema);
            }
            FILES.forEach((directory, label) -> inside(bundle, directory).forEach(file -> add(brings, label, file)));
        }
        return brings;
    }

    /** What kind of thing bundles of a file are. */
    static Kind kind(Collection<Bundle> bundles) {
        boolean policies = false;
        boolean reports = false;
        boolean code = false;
        for (Bundle bundle : bundles) {
            ServiceReference<?>[] services = bundle.getRegisteredServices();
            for (ServiceReference<?> service : services == null ? new ServiceReference<?>[0] : services) {
                if (is(service, Program.class.getName())) {
                    return Kind.PROGRAM;
                }
                code = true;
            }
            policies |= !inside(bundle, "policy").isEmpty();
            reports |= !inside(bundle, "report").isEmpty();
        }
        return code || !policies && !reports ? Kind.CONNECTOR : policies ? Kind.POLICY : Kind.REPORT;
    }

    private static boolean is(ServiceReference<?> service, String type) {
        return List.of((String[]) service.getProperty(Constants.OBJECTCLASS)).contains(type);
    }

    private static List<String> inside(Bundle bundle, String directory) {
        Enumeration<URL> entries = bundle.findEntries("ANSINH-INF/" + directory, "*", false);
        String made = bundle.getHeaders("").get(DroppedFiles.SHOWN);
        return entries == null
                ? List.of()
                : Collections.list(entries).stream()
                        .map(url -> url.getPath().replaceFirst(".*/(?=.)", "").replaceFirst("/$", ""))
                        .map(name -> made == null ? name : made)
                        .toList();
    }

    private static void add(Map<String, List<String>> brings, String kind, String what) {
        brings.computeIfAbsent(kind, label -> new ArrayList<>()).add(what);
    }
}
