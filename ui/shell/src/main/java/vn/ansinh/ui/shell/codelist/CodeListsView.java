package vn.ansinh.ui.shell.codelist;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.codelist.CodeList;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;

/**
 * Danh mục: the lists on the left, the entries of one beside them, one entry opened up; or what waits for a second person. Which
 * one is shown stands in the address.
 */
@Permitted(Permissions.CODELIST_READ)
public class CodeListsView extends Page implements AfterNavigationObserver {

    /** Its address. */
    public static final String PATH = "danh-muc";

    /** Its name in the menu. */
    public static final String TITLE = Texts.of(CodeListsView.class).get("title");

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(CodeListsView.class);
    /** Query parameter with a list's code. */
    private static final String LIST = "ma";
    /** Query parameter, set when proposals are shown. */
    private static final String PROPOSALS = "de-xuat";

    private final transient CodeListServices services;
    private final ListNavigation navigation;
    private final Div content = new Div();

    public CodeListsView(CodeListServices services) {
        super(TITLE);
        this.services = services;
        navigation = new ListNavigation(this::choose, () -> choose(null));
        content.addClassNames("as-codelist");
        Div columns = new Div(navigation, content);
        columns.addClassNames("as-cols", "as-fill", "as-codelists");
        add(navigation.onPhone(), columns);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    /** @param list {@code null} for the proposals */
    private void choose(String list) {
        PageAddress.current()
                .put(Map.of(
                        LIST,
                        list == null ? "" : list,
                        PROPOSALS,
                        list == null ? "1" : "",
                        EntryList.SEARCH,
                        "",
                        EntryList.ENTRY,
                        ""));
        show();
    }

    private void show() {
        Problems.guard(() -> {
            setSub(WorkContext.current().unitName());
            List<CodeList> lists =
                    services.editing().lists(WorkContext.current().unitId());
            PageAddress address = PageAddress.current();
            boolean proposals = address.get(PROPOSALS).isPresent();
            CodeList chosen = lists.stream()
                    .filter(list -> list.code().equals(address.get(LIST).orElse("")))
                    .findFirst()
                    .orElse(lists.isEmpty() ? null : lists.get(0));
            navigation.show(lists, proposals ? null : chosen);
            content.removeAll();
            clearActions();
            setMainAction(null);
            if (proposals) {
                content.add(new ProposalList(services, this::refreshNavigation));
            } else if (chosen != null) {
                showList(chosen);
            }
        });
    }

    private void showList(CodeList list) {
        EntryList entries = new EntryList(services, list, this::refreshNavigation, () -> choose(null));
        content.add(entries);
        entries.exports().forEach(this::addAction);
        if (list.present() && !services.scopes(list).isEmpty()) {
            addAction(new Button(
                    TEXTS.get("import.open"),
                    VaadinIcon.UPLOAD_ALT.create(),
                    event -> new ListUpload(services, list, () -> choose(null)).open()));
            setMainAction(new Button(
                    TEXTS.get("add.open"),
                    VaadinIcon.PLUS.create(),
                    event -> Problems.guard(() -> new EntryDialogs(services, list, entries::changed).add())));
        }
    }

    /** The counts beside the lists. */
    private void refreshNavigation() {
        Problems.guard(() ->
                navigation.count(services.editing().lists(WorkContext.current().unitId())));
    }
}
