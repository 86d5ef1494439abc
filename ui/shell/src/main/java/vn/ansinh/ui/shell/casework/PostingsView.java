package vn.ansinh.ui.shell.casework;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.casework.CaseFiles.Posted;
import vn.ansinh.api.casework.CasePermissions;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.AdministrativeUnit.Level;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.FilterBar;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.field.DateField;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** What hangs out at a commune's office on a day, to be looked through and printed. Nothing that reveals HIV is on it. */
@Permitted(CasePermissions.READ)
public class PostingsView extends Page implements AfterNavigationObserver {

    /** Its address. */
    public static final String PATH = "niem-yet";

    /** Its name in the menu. */
    public static final String TITLE = Texts.of(PostingsView.class).get("postings.title");

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(PostingsView.class);
    private static final String DAY = "ngay";

    private final transient CaseServices services;
    private final Div content = new Div();

    public PostingsView(CaseServices services) {
        super(TITLE);
        this.services = services;
        content.addClassNames("as-lines", "as-posting");
        add(content);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        content.removeAll();
        setMainAction(null);
        WorkContext context = WorkContext.current();
        setSub(context.unitName());
        Problems.guard(() -> {
            AdministrativeUnit commune =
                    context.unit().filter(unit -> unit.level() == Level.COMMUNE).orElse(null);
            if (commune == null) {
                content.add(MessageBar.info(TEXTS.get("postings.choose-commune")));
                return;
            }
            LocalDate day = day();
            content.add(choice(day));
            List<Posted> posted = services.cases().postings(commune.id(), day);
            if (posted.isEmpty()) {
                content.add(MessageBar.info(TEXTS.get("postings.none", Formats.date(day))));
                return;
            }
            Button print = new Button(TEXTS.get("postings.print"), VaadinIcon.PRINT.create());
            print.addClickListener(event -> print.getElement().executeJs("window.print()"));
            setMainAction(print);
            content.add(sheet(commune, day, posted));
        });
    }

    private LocalDate day() {
        LocalDate today = services.today();
        try {
            return PageAddress.current().get(DAY).map(LocalDate::parse).orElse(today);
        } catch (DateTimeException e) {
            return today;
        }
    }

    private Component choice(LocalDate day) {
        DateField field = new DateField(null);
        field.setAriaLabel(TEXTS.get("postings.day"));
        field.setValue(day);
        field.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                PageAddress.current().put(DAY, event.getValue().toString());
                show();
            }
        });
        FilterBar bar = new FilterBar();
        bar.addClassName("as-no-print");
        bar.addField(field);
        return bar;
    }

    private Component sheet(AdministrativeUnit commune, LocalDate day, List<Posted> posted) {
        Div agency = new Div(TEXTS.get("postings.agency", commune.name()).toUpperCase(Locale.ROOT));
        agency.addClassName("as-b");
        H2 heading = new H2(TEXTS.get("postings.heading"));
        Div on = new Div(TEXTS.get("postings.on", Formats.date(day)));
        Div head = new Div(agency, heading, on);
        head.addClassName("as-posting-head");
        DataTable table = new DataTable(
                TEXTS.get("postings.heading"),
                List.of(
                        ">" + TEXTS.get("postings.number"),
                        TEXTS.get("postings.name"),
                        ">" + TEXTS.get("postings.birth-year"),
                        TEXTS.get("postings.hamlet"),
                        TEXTS.get("postings.what"),
                        ">" + TEXTS.get("postings.from"),
                        ">" + TEXTS.get("postings.to")));
        int number = 1;
        for (Posted each : posted) {
            table.row(
                    new Span(Integer.toString(number++)),
                    new Anchor(CasePageView.PATH + "?" + CasePageView.ID + "=" + each.caseId(), each.personName()),
                    new Span(each.birthYear() == null ? "" : Integer.toString(each.birthYear())),
                    new Span(each.hamlet() == null ? "" : each.hamlet()),
                    new Span(each.what()),
                    new Span(Formats.date(each.from())),
                    new Span(Formats.date(each.to())));
        }
        Div scroll = new Div(table);
        scroll.addClassName("as-table-scroll");
        scroll.getElement().setAttribute("tabindex", "0");
        scroll.getElement().setAttribute("role", "region");
        scroll.getElement().setAttribute("aria-label", TEXTS.get("postings.heading"));
        return new Div(head, scroll, new Paragraph(TEXTS.get("postings.complaints")));
    }
}
