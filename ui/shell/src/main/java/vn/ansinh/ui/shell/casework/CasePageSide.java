package vn.ansinh.ui.shell.casework;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.api.casework.CaseDetail.Check;
import vn.ansinh.api.casework.CaseDetail.Paper;
import vn.ansinh.api.casework.CaseEvent;
import vn.ansinh.api.casework.CaseFile;
import vn.ansinh.api.document.StoredDocument;
import vn.ansinh.ui.kit.component.FactList;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** Beside a case: what one may do, what to look at before, who has it, and its papers. */
final class CasePageSide extends Aside {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(CasePageSide.class);
    private static final int PAPERS = 8;

    CasePageSide(OpenCase open, CaseActions actions) {
        addClassNames("as-panel", "as-case-side");
        getElement().setAttribute("aria-label", TEXTS.get("side"));
        List<Component> buttons = actions.all();
        if (!buttons.isEmpty()) {
            Div all = new Div();
            all.addClassNames("as-case-actions", "as-desk-block");
            all.add(buttons);
            add(all);
        } else if (!open.file().state().ended()) {
            add(part(new Span(TEXTS.get("side.nothing", unit(open, open.file().holderUnitId())))));
        }
        if (!open.detail().checks().isEmpty() && !open.file().state().ended()) {
            add(part(new H2(TEXTS.get("side.checks")), checks(open.detail().checks())));
        }
        add(part(facts(open)));
        papers(open).ifPresent(this::add);
    }

    private static Div part(Component... components) {
        Div part = new Div(components);
        part.addClassName("as-case-part");
        return part;
    }

    private static Component checks(List<Check> checks) {
        UnorderedList list = new UnorderedList();
        list.addClassName("as-case-checks");
        for (Check check : checks) {
            Icon icon = (check.passed() ? VaadinIcon.CHECK : check.blocking() ? VaadinIcon.BAN : VaadinIcon.WARNING)
                    .create();
            icon.addClassName(check.passed() ? "as-green" : check.blocking() ? "as-red" : "as-amber");
            icon.getElement().setAttribute("role", "img");
            icon.getElement()
                    .setAttribute(
                            "aria-label",
                            TEXTS.get(
                                    check.passed()
                                            ? "side.check-passed"
                                            : check.blocking() ? "side.check-blocking" : "side.check-mind"));
            list.add(new ListItem(icon, new Span(check.text())));
        }
        return list;
    }

    private static Component facts(OpenCase open) {
        CaseFile file = open.file();
        FactList facts = new FactList().fact(TEXTS.get("side.holder-unit"), unit(open, file.holderUnitId()));
        if (file.holder() != null || !file.state().ended()) {
            facts.fact(TEXTS.get("side.holder"), file.holder() == null ? TEXTS.get("side.nobody") : file.holderName());
        }
        last(open, CaseEvent.Kind.SIGNED).ifPresent(event -> facts.fact(TEXTS.get("side.signer"), event.fullName()));
        facts.fact(
                TEXTS.get("side.received"),
                last(open, CaseEvent.Kind.RECEIVED)
                        .map(event -> TEXTS.get("side.received-by", Formats.date(file.receivedOn()), event.fullName()))
                        .orElse(Formats.date(file.receivedOn())));
        if (file.promisedOn() != null || !file.state().ended()) {
            facts.fact(
                    TEXTS.get("side.promised"),
                    file.promisedOn() == null ? TEXTS.get("side.promised-none") : Formats.date(file.promisedOn()));
        }
        facts.fact(TEXTS.get(file.state().ended() ? "side.since-last" : "side.since"), Formats.date(file.since()));
        facts.fact(TEXTS.get("side.place"), file.paperPlace());
        facts.fact(TEXTS.get("side.version"), file.version());
        return facts;
    }

    private static String unit(OpenCase open, long unitId) {
        return open.services().units().byId(unitId).map(unit -> unit.name()).orElse("");
    }

    private static Optional<CaseEvent> last(OpenCase open, CaseEvent.Kind kind) {
        return open.detail().events().stream()
                .filter(event -> event.kind() == kind)
                .findFirst();
    }

    private static Optional<Component> papers(OpenCase open) {
        List<Paper> papers = open.detail().papers().stream()
                .filter(CasePagePapers::official)
                .filter(paper -> !CasePagePapers.superseded(open, paper))
                .limit(PAPERS)
                .toList();
        if (papers.isEmpty()) {
            return Optional.empty();
        }
        Map<Long, StoredDocument> stored = new CaseScans(open).all();
        Div links = part();
        links.addClassName("as-lines");
        papers.forEach(paper -> links.add(CasePagePapers.link(open, paper, stored.get(paper.documentId()), true)));
        return Optional.of(links);
    }
}
