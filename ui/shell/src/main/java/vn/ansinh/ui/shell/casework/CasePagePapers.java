package vn.ansinh.ui.shell.casework;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ansinh.api.casework.Application;
import vn.ansinh.api.casework.CaseDetail.Action;
import vn.ansinh.api.casework.CaseDetail.Paper;
import vn.ansinh.api.casework.Procedure.RequiredPaper;
import vn.ansinh.api.document.Documents;
import vn.ansinh.api.document.StoredDocument;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.FileDialog;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.job.Downloads;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** What the citizen has to bring and what is there of it, with the scans; and the papers that were drafted. */
final class CasePagePapers extends Div {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(CasePagePapers.class);

    private final transient OpenCase open;
    private final transient CaseScans scans;
    private final transient Map<Long, StoredDocument> stored;

    CasePagePapers(OpenCase open) {
        this.open = open;
        scans = new CaseScans(open);
        stored = scans.all();
        addClassName("as-lines");
        add(new H2(TEXTS.get("papers.required")), required());
        List<Paper> others = open.detail().papers().stream()
                .filter(paper -> !official(paper) && !codes().contains(paper.code()))
                .toList();
        if (!others.isEmpty() || open.may(Action.ATTACH)) {
            add(new H2(TEXTS.get("papers.others")), others(others));
        }
        add(new H2(TEXTS.get("papers.drafted")), drafted());
    }

    private Set<String> codes() {
        return open.procedure().papers().stream().map(RequiredPaper::code).collect(Collectors.toSet());
    }

    private Component required() {
        boolean brings = open.may(Action.ATTACH) && scans.taken();
        DataTable table = new DataTable(
                TEXTS.get("papers.required"),
                List.of(
                        TEXTS.get("papers.paper"),
                        TEXTS.get("papers.state"),
                        TEXTS.get("papers.scans"),
                        brings ? TEXTS.get("papers.bring") : ""));
        table.addClassName("as-cards");
        for (RequiredPaper paper : open.procedure().papers()) {
            Div links = new Div();
            links.addClassName("as-lines");
            open.detail().papers().stream()
                    .filter(one -> !one.produced() && one.code().equals(paper.code()))
                    .forEach(one -> links.add(link(one)));
            table.row(
                    new Span(TEXTS.get(paper.shown() ? "papers.to-show" : "papers.to-hand-in", paper.name())),
                    state(paper, links.getComponentCount() > 0),
                    links,
                    brings ? bring(paper.code(), paper.name()) : new Span());
        }
        return table;
    }

    private Component state(RequiredPaper paper, boolean scanned) {
        Application application = open.detail().application();
        if (application.papers().contains(paper.code()) || scanned) {
            return new StateBadge(State.APPROVED, TEXTS.get("papers.there"));
        }
        boolean missing = open.file().missing().contains(paper.code());
        if (!missing && !paper.concerns(application.benefit(), application.answers())) {
            return new StateBadge(State.NOTHING, TEXTS.get("papers.not-needed"));
        }
        return new StateBadge(
                missing || paper.required() ? State.RETURNED : State.NOTHING,
                TEXTS.get(missing || paper.required() ? "papers.missing" : "papers.if-any"));
    }

    private Component others(List<Paper> papers) {
        Div all = new Div();
        all.addClassName("as-lines");
        papers.forEach(paper -> all.add(link(paper)));
        if (open.may(Action.ATTACH) && scans.taken()) {
            all.add(new Div(bring("", TEXTS.get("papers.other"))));
        } else if (papers.isEmpty()) {
            all.add(new Span(TEXTS.get("papers.none")));
        }
        return all;
    }

    private Component drafted() {
        List<Paper> papers =
                open.detail().papers().stream().filter(CasePagePapers::official).toList();
        if (papers.isEmpty()) {
            return new Span(TEXTS.get("papers.none-drafted"));
        }
        DataTable table = new DataTable(
                TEXTS.get("papers.drafted"),
                List.of(
                        TEXTS.get("papers.paper"),
                        TEXTS.get("papers.number"),
                        TEXTS.get("papers.signed"),
                        TEXTS.get("papers.at"),
                        TEXTS.get("papers.file")));
        table.addClassName("as-cards");
        papers.forEach(paper -> table.row(
                new Span(paper.name()),
                new Span(paper.number() == null ? "–" : paper.number()),
                new Span(paper.signedBy() == null ? unsigned(open, paper) : paper.signedBy()),
                new Span(Formats.time(paper.at())),
                link(paper)));
        return table;
    }

    private Component link(Paper paper) {
        return link(open, paper, stored.get(paper.documentId()), false);
    }

    /** A link that saves the file. @param named whether it is called by the paper's name; else by the file's kind or name */
    static Component link(OpenCase open, Paper paper, StoredDocument document, boolean named) {
        if (document != null && !document.state().isOpen()) {
            return new StateBadge(State.WAITING, document.state().label());
        }
        Documents documents = open.services().documents();
        String file = document == null ? paper.name() : document.name();
        String kind = file.contains(".") ? file.substring(file.lastIndexOf('.') + 1) : "";
        String text = named
                ? kind.equals("pdf") ? TEXTS.get("papers.pdf", paper.name()) : paper.name()
                : paper.produced() && !kind.isEmpty() ? kind : file;
        return Downloads.of(
                text.strip(),
                file,
                document == null ? "application/octet-stream" : document.mediaType(),
                () -> new ByteArrayInputStream(
                        documents.open(paper.documentId()).bytes()));
    }

    /** Whether it is an office's own: drafted here, or signed by hand and brought as a scan. */
    static boolean official(Paper paper) {
        return paper.produced() || paper.signedBy() != null;
    }

    /** Whether another one of the kind is signed: this is what it was made from. */
    static boolean superseded(OpenCase open, Paper paper) {
        return paper.signedBy() == null
                && open.detail().papers().stream()
                        .anyMatch(other ->
                                other.signedBy() != null && other.code().equals(paper.code()));
    }

    private static String unsigned(OpenCase open, Paper paper) {
        return TEXTS.get(superseded(open, paper) ? "papers.superseded" : "papers.unsigned");
    }

    private Component bring(String code, String name) {
        Button button = new Button(
                TEXTS.get("papers.scan"),
                VaadinIcon.UPLOAD_ALT.create(),
                event -> Problems.guard(() -> ask(code, name)));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(TEXTS.get("papers.scan-of", name));
        return button;
    }

    private void ask(String code, String name) {
        new FileDialog(
                        TEXTS.get("scan.title", name),
                        TEXTS.get("scan.lead"),
                        TEXTS.get("scan.verb"),
                        scans.largest(),
                        CaseScans.kinds())
                .does(file -> open.act(
                        open.services().today(),
                        TEXTS.get("scan.done"),
                        at -> open.services().cases().bring(at, code, file.name(), file.bytes())))
                .open();
    }
}
