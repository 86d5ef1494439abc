package vn.ansinh.ui.shell.person;

import java.time.Clock;
import java.time.LocalDate;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.identity.Duplicates;
import vn.ansinh.api.identity.Households;
import vn.ansinh.api.identity.PersonRegistry;
import vn.ansinh.api.job.Jobs;
import vn.ansinh.api.registry.Verifications;
import vn.ansinh.api.unit.Units;

/** What the pages about people work with; each may be away, and then its page says so. */
public record PeopleServices(
        Access access,
        Units units,
        PersonRegistry persons,
        CodeLists codeLists,
        Households households,
        Duplicates duplicates,
        Verifications verifications,
        Jobs jobs,
        Clock clock) {

    /** Today, in Vietnam. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Name of an entry of a code list, or the code. */
    public String entry(String list, String code) {
        return code == null
                ? ""
                : codeLists.byCode(list, code).map(CodeLists.Entry::name).orElse(code);
    }
}
