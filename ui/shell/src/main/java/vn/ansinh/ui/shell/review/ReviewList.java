package vn.ansinh.ui.shell.review;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.review.ReviewKind;
import vn.ansinh.api.review.ReviewKind.Proposal;
import vn.ansinh.api.review.ReviewRow;
import vn.ansinh.api.review.Reviews.Page;
import vn.ansinh.api.review.Reviews.Query;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.grid.PageSource;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.person.PeopleView;

/** The rows of one kind, and what can be done about those that are chosen. */
final class ReviewList extends Div {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(ReviewList.class);
    private static final int PAGE = 500;

    private final transient ReviewServices services;
    private final transient ReviewKind kind;
    private final transient Query query;
    private final transient Runnable changed;
    private final LazyGrid<ReviewRow> grid;
    private final Div bar = new Div();

    /** @param query without cursor */
    ReviewList(ReviewServices services, ReviewKind kind, Query query, Runnable changed) {
        this.services = services;
        this.kind = kind;
        this.query = query;
        this.changed = changed;
        addClassName("as-list");
        bar.addClassName("as-bar");
        grid = grid();
        if (!kind.clause().isBlank()) {
            Div clause = new Div(
                    TEXTS.get("list.clause", kind.clause(), kind.proposal().label()));
            clause.addClassNames("as-muted", "as-small");
            add(clause);
        }
        add(bar, grid);
        bar(Set.of());
    }

    private LazyGrid<ReviewRow> grid() {
        LazyGrid<ReviewRow> made = new LazyGrid<>(kind.name());
        made.link("name", TEXTS.get("list.name"), ReviewRow::personName, ReviewList::open)
                .setFlexGrow(3);
        made.numeric("birth", TEXTS.get("list.birth"), ReviewRow::birth);
        made.wrapped("unit", TEXTS.get("list.unit"), row -> services.unit(row.unitId()))
                .setFlexGrow(2);
        made.wrapped("benefit", TEXTS.get("list.benefit"), row -> row.benefitName() == null ? "" : row.benefitName())
                .setFlexGrow(3);
        made.date("due", TEXTS.get("list.due"), ReviewRow::due);
        made.wrapped("detail", TEXTS.get("list.detail"), ReviewRow::detail).setFlexGrow(3);
        if (query.handled()) {
            made.wrapped(
                            "note",
                            TEXTS.get("list.note"),
                            row -> row.handled().note() + ", " + row.handled().by())
                    .setFlexGrow(2);
        }
        made.narrow(
                kind.name(),
                row -> new NarrowRow(row.personName(), row.detail(), Formats.date(row.due()), null, ""),
                ReviewList::open);
        if (services.access().require().may(Permissions.REVIEW_HANDLE)) {
            made.grid().setSelectionMode(Grid.SelectionMode.MULTI);
            made.grid().addSelectionListener(event -> bar(event.getAllSelectedItems()));
        }
        made.setEmptyText(TEXTS.get("list.none"));
        made.setSource(
                (cursor, limit) -> {
                    Page page = page(cursor, limit);
                    return new PageSource.Slice<>(page.rows(), page.next());
                },
                this::count);
        return made;
    }

    private Page page(String cursor, int limit) {
        return services.reviews()
                .find(new Query(
                        query.program(),
                        query.kind(),
                        query.unitId(),
                        query.from(),
                        query.to(),
                        query.handled(),
                        cursor,
                        limit));
    }

    private int count(int limit) {
        if (query.handled()) {
            return Math.min(limit, page(null, PAGE).rows().size());
        }
        return services.reviews().counts(query.program(), query.unitId(), query.from(), query.to(), limit).stream()
                .filter(count -> count.kind().code().equals(query.kind()))
                .mapToInt(count -> count.rows())
                .findFirst()
                .orElse(0);
    }

    private static void open(ReviewRow row) {
        Map<String, List<String>> parameters =
                new HashMap<>(WorkContext.current().parameters().getParameters());
        parameters.put(PeopleView.PERSON, List.of(Long.toString(row.personId())));
        UI.getCurrent().navigate(PeopleView.PATH, new QueryParameters(parameters));
    }

    private void bar(Set<ReviewRow> chosen) {
        bar.removeAll();
        bar.setClassName("selected", !chosen.isEmpty());
        Caller caller = services.access().require();
        if (chosen.isEmpty()) {
            if (caller.may(Permissions.REVIEW_HANDLE) && !query.handled()) {
                bar.add(small("list.choose-all", VaadinIcon.CHECK_SQUARE_O, this::chooseAll));
            }
            bar.add(new ReviewExport(services, kind, query).link());
            return;
        }
        bar.add(new Span(TEXTS.get("list.chosen", chosen.size())));
        if (query.handled()) {
            bar.add(small("list.reopen", VaadinIcon.ARROW_BACKWARD, () -> {
                int back = services.reviews().reopen(query.program(), keys(chosen));
                Problems.done(TEXTS.get("list.reopened", back));
                changed.run();
            }));
            return;
        }
        bar.add(small("list.handle", VaadinIcon.CHECK, () -> handle(chosen)));
        boolean rights = chosen.stream().allMatch(row -> row.entitlementId() != 0);
        if (rights && kind.proposal() != Proposal.CONSIDER && caller.may(Permissions.BULK_DRAFT)) {
            bar.add(small(
                    "list.decide", VaadinIcon.COPY_O, () -> new BulkDraftDialog(services, kind, query, chosen).open()));
        }
    }

    /** As many as one decision may hold. */
    private void chooseAll() {
        String cursor = null;
        do {
            Page page = page(cursor, PAGE);
            page.rows().forEach(grid.grid()::select);
            cursor = page.next();
        } while (cursor != null && grid.grid().getSelectedItems().size() < ReviewView.MOST);
    }

    private static Set<String> keys(Set<ReviewRow> rows) {
        return rows.stream().map(ReviewRow::key).collect(Collectors.toSet());
    }

    private static Button small(String text, VaadinIcon icon, Runnable action) {
        return new Button(TEXTS.get(text), icon.create(), event -> Problems.guard(action));
    }

    private void handle(Set<ReviewRow> chosen) {
        TextField note = new TextField(TEXTS.get("handle.note"));
        note.setRequiredIndicatorVisible(true);
        note.setPlaceholder(TEXTS.get("handle.example"));
        new FormDialog(TEXTS.get("handle.title", chosen.size()), TEXTS.get("handle.lead"), TEXTS.get("handle.verb"))
                .wide(note)
                .does(() -> given(note), () -> {
                    int done = services.reviews().handle(query.program(), keys(chosen), note.getValue());
                    Problems.done(TEXTS.get("handle.done", done));
                    changed.run();
                })
                .open();
    }

    private static boolean given(TextField note) {
        boolean missing = note.getValue().isBlank();
        note.setErrorMessage(missing ? TEXTS.get("handle.missing") : null);
        note.setInvalid(missing);
        return !missing;
    }
}
