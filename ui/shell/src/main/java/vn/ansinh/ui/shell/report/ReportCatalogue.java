package vn.ansinh.ui.shell.report;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.ui.kit.component.FilterBar;
import vn.ansinh.ui.kit.component.Panel;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;

/** The reports that an official may run: the marked ones first, then by program and section. */
final class ReportCatalogue extends Div {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(ReportCatalogue.class);
    /** Query parameter with the words searched for. */
    private static final String SEARCH = "tim";

    private final transient ReportServices services;
    private final FilterBar bar = new FilterBar();
    private final Span count = new Span();
    private final Div sections = new Div();
    private transient List<ReportDefinition> reports = List.of();
    private transient Set<String> favourites = Set.of();
    private String wanted = "";

    ReportCatalogue(ReportServices services) {
        this.services = services;
        addClassName("as-contents");
        wanted = PageAddress.current().get(SEARCH).orElse("");
        bar.search(TEXTS.get("search"), wanted, typed -> {
                    wanted = typed;
                    PageAddress.current().put(SEARCH, typed);
                    show();
                })
                .addClassName("as-wide-search");
        count.addClassNames("as-muted", "as-small");
        count.getElement().setAttribute("role", "status");
        bar.addField(count);
        sections.addClassName("as-reports");
        add(bar, sections);
    }

    /** Asks anew what there is. */
    void load() {
        reports = services.reports().catalogue();
        favourites = new HashSet<>(services.reports().favourites());
        show();
    }

    private void show() {
        List<ReportDefinition> found = found();
        sections.removeAll();
        count.setText(found.isEmpty() ? "" : TEXTS.get("count", found.size()));
        if (found.isEmpty()) {
            Div empty = new Div(reports.isEmpty() ? TEXTS.get("empty") : TEXTS.get("no-hit", wanted));
            empty.addClassName("as-empty");
            sections.add(empty);
            return;
        }
        List<ReportDefinition> marked = found.stream()
                .filter(report -> favourites.contains(report.id()))
                .toList();
        if (!marked.isEmpty()) {
            sections.add(section(TEXTS.get("favourites"), marked));
        }
        bySection(found).forEach((heading, some) -> sections.add(section(heading, some)));
    }

    /** Those with what was typed; where none has it as it was typed, those with all its words. */
    private List<ReportDefinition> found() {
        String typed = Vietnamese.fold(wanted);
        List<ReportDefinition> exact =
                reports.stream().filter(report -> words(report).contains(typed)).toList();
        List<String> each = List.of(typed.split(" "));
        return exact.isEmpty()
                ? reports.stream()
                        .filter(report -> each.stream().allMatch(words(report)::contains))
                        .toList()
                : exact;
    }

    private String words(ReportDefinition report) {
        return Vietnamese.fold(String.join(
                " ",
                report.title(),
                report.description(),
                report.section(),
                services.program(report.program()),
                report.form() == null ? "" : report.form(),
                report.id()));
    }

    private Map<String, List<ReportDefinition>> bySection(List<ReportDefinition> found) {
        Map<String, Map<String, List<ReportDefinition>>> byProgram = new TreeMap<>();
        for (ReportDefinition report : found) {
            byProgram
                    .computeIfAbsent(services.program(report.program()), program -> new LinkedHashMap<>())
                    .merge(report.section(), List.of(report), ReportCatalogue::joined);
        }
        Map<String, List<ReportDefinition>> sorted = new LinkedHashMap<>();
        byProgram.forEach((program, own) ->
                own.forEach((section, some) -> sorted.put(TEXTS.get("section", program, section), some)));
        return sorted;
    }

    private static List<ReportDefinition> joined(List<ReportDefinition> one, List<ReportDefinition> other) {
        return java.util.stream.Stream.concat(one.stream(), other.stream()).toList();
    }

    private Component section(String heading, List<ReportDefinition> some) {
        UnorderedList list = new UnorderedList();
        list.addClassName("as-report-list");
        some.forEach(report -> list.add(line(report)));
        return new Panel(heading).content(list);
    }

    private ListItem line(ReportDefinition report) {
        NativeButton title = new NativeButton(report.title());
        title.addClassNames("as-link", "as-wrap");
        title.addClickListener(event -> ReportAddress.open(report.id(), Map.of()));
        Span head = new Span(title);
        head.addClassNames("as-row", "wrap");
        head.add(ReportMarks.badges(report));
        Div what = new Div(report.description());
        what.addClassNames("as-muted", "as-small");
        Div words = new Div(head, what);
        words.addClassName("as-grow");
        return new ListItem(star(report), words);
    }

    private Button star(ReportDefinition report) {
        boolean marked = favourites.contains(report.id());
        return star(report, marked, () -> {
            services.reports().favour(report.id(), !marked);
            load();
        });
    }

    /** A button that marks a report, or takes the mark away. */
    static Button star(ReportDefinition report, boolean marked, Runnable turn) {
        Button star =
                new Button((marked ? VaadinIcon.STAR : VaadinIcon.STAR_O).create(), event -> Problems.guard(turn));
        star.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_ICON);
        star.setAriaLabel(TEXTS.get("favourite", report.title()));
        star.setTooltipText(TEXTS.get(marked ? "favourite.off" : "favourite.on"));
        star.getElement().setAttribute("aria-pressed", Boolean.toString(marked));
        return star;
    }
}
