package vn.ansinh.core.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import vn.ansinh.api.operation.Check;
import vn.ansinh.api.operation.Check.Level;
import vn.ansinh.api.operation.Checkup;
import vn.ansinh.api.program.Programs;
import vn.ansinh.api.program.Programs.ProgramStatus;

/** Which programs, connectors and parts of the platform are installed but do not run. */
public final class BundleCheckup implements Checkup {

    private static final String WIRED = "org.osgi.service.blueprint.container.BlueprintContainer";
    private static final String OURS = "ansinh-";

    private final BundleContext context;
    private final Programs programs;

    public BundleCheckup(BundleContext context, Programs programs) {
        this.context = context;
        this.programs = programs;
    }

    @Override
    public List<Check> look() {
        List<String> troubles = new ArrayList<>();
        int running = 0;
        for (ProgramStatus program : programs.all()) {
            if (program.state() == Programs.State.RUNNING) {
                running++;
            } else if (program.state() != Programs.State.AVAILABLE) {
                troubles.add(program.name() + " (" + program.state().label().toLowerCase(java.util.Locale.ROOT)
                        + (program.detail().isBlank() ? "" : ": " + program.detail()) + ")");
            }
        }
        Set<String> wired = wired();
        for (Bundle bundle : context.getBundles()) {
            String name = String.valueOf(bundle.getSymbolicName());
            if (name.startsWith(OURS) && !isFragment(bundle) && !runs(bundle, wired)) {
                troubles.add(name + " " + bundle.getVersion());
            }
        }
        return List.of(
                new Check(
                        "plugins",
                        "Chương trình và kết nối",
                        troubles.isEmpty() ? Level.GOOD : Level.ERROR,
                        troubles.isEmpty()
                                ? running + " chương trình, kết nối đang chạy."
                                : "Đã cài nhưng không chạy: " + String.join("; ", troubles) + ".",
                        troubles.isEmpty()
                                ? ""
                                : "Mở trang Chương trình và phần mở rộng xem lý do; cài lại bản trước nếu vừa cập nhật. Dữ liệu vẫn còn."));
    }

    private static boolean isFragment(Bundle bundle) {
        return bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
    }

    /** Active, and what Blueprint was to wire is wired. */
    private static boolean runs(Bundle bundle, Set<String> wired) {
        if (bundle.getState() != Bundle.ACTIVE) {
            return false;
        }
        boolean hasWiring = bundle.findEntries("OSGI-INF/blueprint", "*.xml", false) != null;
        return !hasWiring || wired.contains(bundle.getSymbolicName());
    }

    private Set<String> wired() {
        try {
            ServiceReference<?>[] containers = context.getAllServiceReferences(WIRED, null);
            Collection<ServiceReference<?>> all = containers == null ? List.of() : Arrays.asList(containers);
            Set<String> names = new HashSet<>();
            all.forEach(reference ->
                    names.add(String.valueOf(reference.getProperty("osgi.blueprint.container.symbolicname"))));
            return names;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
