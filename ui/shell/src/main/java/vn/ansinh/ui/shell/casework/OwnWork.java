package vn.ansinh.ui.shell.casework;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.casework.CaseFile;
import vn.ansinh.api.casework.CaseFiles.CasePage;
import vn.ansinh.api.casework.CaseFiles.CaseQuery;
import vn.ansinh.api.casework.CaseFiles.View;
import vn.ansinh.api.casework.CaseState;

/** What the official at the window has to do, and what they wait for. Lists come by due day, so reading ends where a day is passed. */
final class OwnWork {

    private static final int PAGE = 200;
    /** Nobody works through more; the list of all is one click away. */
    private static final int MOST = 1_000;

    private final CaseServices services;
    private final long unitId;

    OwnWork(CaseServices services, long unitId) {
        this.services = services;
        this.unitId = unitId;
    }

    /** Own cases whose step ends by {@code last}; the latest first. */
    List<CaseFile> dueBy(LocalDate last) {
        List<CaseFile> due = new ArrayList<>();
        String cursor = null;
        do {
            CasePage page = page(View.MINE, cursor);
            for (CaseFile file : page.rows()) {
                if (file.due() == null || file.due().isAfter(last)) {
                    return due;
                }
                due.add(file);
            }
            cursor = page.next();
        } while (cursor != null && due.size() < MOST);
        return due;
    }

    /** The first {@code count} of one's own cases: by due day, those without one last. */
    List<CaseFile> first(int count) {
        return services.cases().page(query(View.MINE, null, count)).rows();
    }

    /** The Sunday of this week. */
    LocalDate endOfWeek() {
        return services.today().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    }

    /** Running cases in whose step others act. */
    List<CaseFile> ofOthers() {
        Caller caller = services.access().require();
        Predicate<CaseFile> others = file -> file.state() == CaseState.OPEN
                && (!caller.may(file.stepKind().permission()) || file.holderUnitId() != caller.unitId());
        List<CaseFile> found = new ArrayList<>();
        String cursor = null;
        int read = 0;
        do {
            CasePage page = page(View.RUNNING, cursor);
            page.rows().stream().filter(others).forEach(found::add);
            read += page.rows().size();
            cursor = page.next();
        } while (cursor != null && read < MOST);
        return found;
    }

    private CasePage page(View view, String cursor) {
        return services.cases().page(query(view, cursor, PAGE));
    }

    CaseQuery query(View view, String cursor, int limit) {
        return new CaseQuery(view, null, unitId, null, null, "", false, cursor, limit);
    }
}
