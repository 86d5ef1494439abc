package vn.ansinh.core.program;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import vn.ansinh.api.policy.Policies;
import vn.ansinh.api.program.Program;
import vn.ansinh.core.casework.procedure.ProcedureLibrary;
import vn.ansinh.core.review.ReviewFiles;

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
        return ask(Policies.class, policies -> policies.benefits(program).size(), 0);
    }

    /** What is wrong in the procedures and review lists that the bundle of a program brings, a line each; blank when nothing is. */
    String faults(Running running) {
        Bundle bundle = context.getBundle(running.bundle());
        if (bundle == null) {
            return "";
        }
        String own = bundle.getSymbolicName() + "/";
        List<String> procedures = ask(
                ProcedureLibrary.class,
                library -> library.files().stream()
                        .filter(file -> file.file().startsWith(own) && !file.early())
                        .flatMap(file -> file.faults().stream())
                        .toList(),
                List.of());
        List<String> reviews = ask(ReviewFiles.class, files -> files.faults(own), List.of());
        return Stream.of(procedures, reviews).flatMap(List::stream).collect(Collectors.joining("\n"));
    }

    /** @param absent answer while there is no such service */
    private <S, T> T ask(Class<S> type, Function<S, T> question, T absent) {
        ServiceReference<S> reference = context.getServiceReference(type);
        S service = reference == null ? null : context.getService(reference);
        if (service == null) {
            return absent;
        }
        try {
            return question.apply(service);
        } finally {
            context.ungetService(reference);
        }
    }
}
