package vn.ansinh.ui.shell.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.benefit.Payrolls;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.job.Jobs;
import vn.ansinh.api.program.Program;
import vn.ansinh.api.report.Reports;
import vn.ansinh.api.unit.Units;
import vn.ansinh.ui.kit.text.Texts;

/** What these pages work with. @param running the programs that run now; comes and goes under one's hands */
public record ReportServices(
        Reports reports,
        Jobs jobs,
        Access access,
        Units units,
        CodeLists codeLists,
        Payrolls payrolls,
        List<Program> running,
        Clock clock) {

    private static final Texts TEXTS = Texts.of(ReportServices.class);

    /** Today, in Vietnam. */
    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** A program as officials call it; its id where it does not run, {@code Chung} for the core's. */
    String program(String id) {
        if (id == null) {
            return TEXTS.get("program.core");
        }
        return running.stream()
                .filter(program -> program.id().equals(id))
                .map(Program::name)
                .findFirst()
                .orElse(id);
    }
}
