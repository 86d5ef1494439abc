package vn.ansinh.ui.shell.casework;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.util.List;
import vn.ansinh.api.casework.CaseFile;
import vn.ansinh.api.casework.CaseFiles.CaseQuery;
import vn.ansinh.api.casework.CaseFiles.View;

/**
 * The list from which a case was opened, so that one goes on to the next without going back to it. Kept with the window; one that
 * came by a link goes through their own worklist.
 *
 * @param ids of cases, in the list's order
 */
record CaseNeighbours(List<Long> ids) {

    private static final int MOST = 100;

    CaseNeighbours {
        ids = List.copyOf(ids);
    }

    /** Called by a list when a case is opened from it. */
    static void remember(UI ui, List<CaseFile> rows) {
        ComponentUtil.setData(
                ui,
                CaseNeighbours.class,
                new CaseNeighbours(rows.stream().map(CaseFile::id).toList()));
    }

    /** Those of a case. */
    static CaseNeighbours of(UI ui, CaseServices services, long id) {
        CaseNeighbours known = ComponentUtil.getData(ui, CaseNeighbours.class);
        if (known != null && known.ids.contains(id)) {
            return known;
        }
        long unit = services.access().require().unitId();
        remember(
                ui,
                services.cases()
                        .page(new CaseQuery(View.MINE, null, unit, null, null, "", false, null, MOST))
                        .rows());
        return ComponentUtil.getData(ui, CaseNeighbours.class);
    }

    /** Place of a case, from 1; 0 when it is not among them. */
    int place(long id) {
        return ids.indexOf(id) + 1;
    }

    /** The one so many places on; 0 when there is none. */
    long next(long id, int by) {
        int place = ids.indexOf(id) + by;
        return ids.contains(id) && place >= 0 && place < ids.size() ? ids.get(place) : 0;
    }
}
