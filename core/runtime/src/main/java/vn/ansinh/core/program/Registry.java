package vn.ansinh.core.program;

import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import vn.ansinh.api.policy.Policies;
import vn.ansinh.api.program.Program;

/** The programs that run: their services, looked at only while somebody asks. */
public class Registry {

    /** A copy of what a program says of itself, with its bundle's id and version: keeps nothing of the bundle. */
    record Running(Program program, String version, long bundle) {}

    private final BundleContext context;

    /** @param context of the core; {@code null} only in tests that override */
    public Registry(BundleContext context) {
        this.context = context;
    }

    List<Running> running() {
        List<Running> running = new ArrayList<>();
        try {
            for (ServiceReference<Program> reference : context.getServiceReferences(Program.class, null)) {
                Program program = context.getService(reference);
                if (program != null) {
                    Bundle bundle = reference.getBundle();
                    running.add(
                            new Running(Copy.of(program), bundle.getVersion().toString(), bundle.getBundleId()));
                    context.ungetService(reference);
                }
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
        return running;
    }

    int benefits(String program) {
        ServiceReference<Policies> reference = context.getServiceReference(Policies.class);
        Policies policies = reference == null ? null : context.getService(reference);
        if (policies == null) {
            return 0;
        }
        try {
            return policies.benefits(program).size();
        } finally {
            context.ungetService(reference);
        }
    }
}
