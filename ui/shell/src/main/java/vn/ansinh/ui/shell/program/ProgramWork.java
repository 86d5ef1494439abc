package vn.ansinh.ui.shell.program;

import static vn.ansinh.ui.shell.ShellTexts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.server.Command;
import java.util.function.Consumer;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.program.Programs.ProgramStatus;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.shell.Services;

/** A program being installed or removed: on a thread of its own, told step by step. */
final class ProgramWork {

    private final Services services;
    private final ProgramStatus status;
    private final boolean install;
    private final Consumer<ProgramStatus> finished;
    private final Div steps = new Div();
    private final ProgressBar bar = new ProgressBar();

    ProgramWork(Services services, ProgramStatus status, boolean install, Consumer<ProgramStatus> finished) {
        this.services = services;
        this.status = status;
        this.install = install;
        this.finished = finished;
        steps.addClassName("as-steps-log");
        steps.getElement().setAttribute("role", "log");
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", text("jobs.progress"));
    }

    /** @param show puts the running work on the screen */
    void start(UI ui, Consumer<Component> show) {
        Span title = new Span(text(install ? "programs.installing" : "programs.removing"));
        title.addClassName("as-b");
        show.accept(new Div(title, bar, steps));
        Caller caller = services.access().require();
        Thread thread = new Thread(() -> run(ui, caller), "ansinh-program-" + status.id());
        thread.setDaemon(true);
        thread.start();
    }

    private void run(UI ui, Caller caller) {
        try (Access.Binding binding = services.access().bind(caller)) {
            Consumer<String> told = step -> later(ui, () -> tell(step));
            ProgramStatus now = install
                    ? services.programs().install(status.id(), told)
                    : services.programs().uninstall(status.id(), told);
            later(ui, () -> {
                finished.accept(now);
                Problems.done(text(install ? "programs.installed" : "programs.removed", status.name()));
            });
        } catch (RuntimeException e) {
            later(ui, () -> {
                finished.accept(status);
                Problems.show(e);
            });
        }
    }

    private void tell(String step) {
        HtmlContainer line = new HtmlContainer("p");
        line.setText(step);
        steps.add(line);
    }

    private static void later(UI ui, Command command) {
        try {
            ui.access(command);
        } catch (UIDetachedException closed) {
            // the work goes on; nobody looks any more
        }
    }
}
