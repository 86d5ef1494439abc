package vn.ansinh.ui.shell.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Collectors;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.benefit.Entitlements;
import vn.ansinh.api.casework.CaseFiles;
import vn.ansinh.api.casework.Eligibility;
import vn.ansinh.api.casework.Procedures;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.deadline.Deadlines;
import vn.ansinh.api.deadline.WorkingDays;
import vn.ansinh.api.document.Documents;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.identity.PersonRegistry;
import vn.ansinh.api.policy.Policies;
import vn.ansinh.api.registry.Verifications;
import vn.ansinh.api.unit.Units;

/** What the pages about case files work with. */
public record CaseServices(
        CaseFiles cases,
        Procedures procedures,
        Eligibility eligibility,
        Documents documents,
        Access access,
        Units units,
        PersonRegistry persons,
        Verifications verifications,
        Facts facts,
        Policies policies,
        CodeLists codeLists,
        Entitlements entitlements,
        Clock clock) {

    /** Today, in Vietnam. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The days on which offices work. */
    public WorkingDays workingDays() {
        return new WorkingDays(codeLists.entries(Deadlines.HOLIDAYS).stream()
                .map(CodeLists.Entry::code)
                .filter(code -> code.matches("\\d{4}-\\d{2}-\\d{2}"))
                .map(LocalDate::parse)
                .collect(Collectors.toSet()));
    }
}
