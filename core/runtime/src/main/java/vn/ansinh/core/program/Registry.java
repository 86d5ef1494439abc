package vn.ansinh.core.program;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import vn.ansinh.api.policy.Policies;
import vn.ansinh.api.program.Program;
import vn.ansinh.core.casework.procedure.ProcedureLibrary;

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

    /** What is wrong in the procedures that the bundle of a program brings, a line each; blank when nothing is. */
    String faults(Running running) {
        Bundle bundle = context.getBundle(running.bundle());
        ServiceReference<ProcedureLibrary> reference = context.getServiceReference(ProcedureLibrary.class);
        ProcedureLibrary library = reference == null ? null : context.getService(reference);
        if (bundle == null || library == null) {
            return "";
        }
        try {
            return library.files().stream()
                    .filter(file -> file.file().startsWith(bundle.getSymbolicName() + "/") && !file.early())
                    .flatMap(file -> file.faults().stream())
                    .collect(Collectors.joining("\n"));
        } finally {
            context.ungetService(reference);
        }
    }
}
