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
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.program.Programs;
import vn.ansinh.api.program.Programs.ProgramStatus;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.Services;

/** Something being installed, updated or removed: on a thread of its own, told step by step. */
final class ProgramWork {

    private static final Texts TEXTS = Texts.of(ProgramWork.class);

    /** What is done. */
    enum Kind {
        INSTALL,
        UPDATE,
        REMOVE;

        private String text(String prefix, String what) {
            return TEXTS.get(prefix + "." + name().toLowerCase(Locale.ROOT), what);
        }
    }

    private final Services services;
    private final String name;
    private final Kind kind;
    private final BiFunction<Programs, Consumer<String>, ProgramStatus> work;
    private final Consumer<ProgramStatus> finished;
    private final Div steps = new Div();
    private final ProgressBar bar = new ProgressBar();

    /**
     * @param name of what is installed, as people call it
     * @param work told where to send its steps
     * @param finished given how things stand, {@code null} when it failed
     */
    ProgramWork(
            Services services,
            String name,
            Kind kind,
            BiFunction<Programs, Consumer<String>, ProgramStatus> work,
            Consumer<ProgramStatus> finished) {
        this.services = services;
        this.name = name;
        this.kind = kind;
        this.work = work;
        this.finished = finished;
        steps.addClassName("as-steps-log");
        steps.getElement().setAttribute("role", "log");
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", text("jobs.progress"));
    }

    /** @param show puts the running work on the screen */
    void start(UI ui, Consumer<Component> show) {
        Span title = new Span(kind.text("working", name));
        title.addClassName("as-b");
        show.accept(new Div(title, bar, steps));
        Caller caller = services.access().require();
        Thread thread = new Thread(() -> run(ui, caller), "ansinh-program-work");
        thread.setDaemon(true);
        thread.start();
    }

    private void run(UI ui, Caller caller) {
        try (Access.Binding binding = services.access().bind(caller)) {
            ProgramStatus now = work.apply(services.programs(), step -> later(ui, () -> tell(step)));
            later(ui, () -> {
                finished.accept(now);
                Problems.done(kind.text("done", name));
            });
        } catch (RuntimeException e) {
            later(ui, () -> {
                finished.accept(null);
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
