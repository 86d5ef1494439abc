package vn.ansinh.core.casework;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.document.DocumentNumbers;
import vn.ansinh.api.document.Documents;
import vn.ansinh.api.document.NewDocument;
import vn.ansinh.api.document.PaperHead;
import vn.ansinh.api.document.Papers;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.paper.UnitHead;

/**
 * Papers drafted from the templates that hold where they are made, as Word and as PDF; numbers from the register of who signs. Where a
 * signer is installed, what is signed is signed by machine, too.
 */
public final class DraftedPapers implements CasePapers {

    private static final String CHAIRMAN = "CHỦ TỊCH";

    private final Papers papers;
    private final Documents documents;
    private final DocumentNumbers numbers;
    private final Access access;
    private final Units units;

    public DraftedPapers(Papers papers, Documents documents, DocumentNumbers numbers, Access access, Units units) {
        this.papers = papers;
        this.documents = documents;
        this.numbers = numbers;
        this.access = access;
        this.units = units;
    }

    private Optional<Papers.Paper> paper(String code) {
        return papers.list().stream().filter(paper -> paper.code().equals(code)).findFirst();
    }

    @Override
    public Made draft(Order order) {
        Optional<Papers.Paper> paper = paper(order.template());
        if (paper.isEmpty()) {
            return Made.NOTHING;
        }
        Papers.Drafted drafted = papers.draft(order.template(), head(order), order.fields());
        String name = paper.get().name() + " " + order.caseNumber();
        long word = store(order, name + ".docx", drafted.docx());
        long pdf = store(order, name + ".pdf", drafted.pdf());
        if (order.signer() != null && documents.canSign()) {
            pdf = documents
                    .sign(pdf, Map.of("title", order.title() == null ? CHAIRMAN : order.title()))
                    .id();
        }
        return new Made(paper.get().name(), word, pdf);
    }

    private long store(Order order, String name, byte[] content) {
        return documents
                .store(new NewDocument(
                        name,
                        content,
                        new Subject(OWNER, order.caseId()),
                        order.unitId(),
                        order.program(),
                        order.template(),
                        order.sensitive()))
                .id();
    }

    private PaperHead head(Order order) {
        AdministrativeUnit issuer = units.byId(order.issuerId()).orElseThrow();
        String above = units.byId(issuer.parentId())
                .map(unit -> UnitHead.agency(unit.name()))
                .orElse(null);
        return new PaperHead(
                issuer.id(),
                above,
                UnitHead.agency(issuer.name()),
                order.number(),
                UnitHead.place(issuer.name()),
                order.number() == null ? null : order.day(),
                new PaperHead.Signing(null, order.title() == null ? CHAIRMAN : order.title(), order.signer()),
                List.of(addressed(order.template()), "Lưu: VT"));
    }

    /** NĐ 30/2020/NĐ-CP, phụ lục I, mục II khoản 9 and phụ lục III: decisions go to whom their last article names. */
    private static String addressed(String template) {
        if (template.startsWith("quyet-dinh")) {
            return "Như Điều 3";
        }
        return template.equals("thong-bao-niem-yet") ? "Niêm yết tại trụ sở" : "Như trên";
    }

    @Override
    public String number(Order order) {
        String register = paper(order.template()).map(Papers.Paper::numbered).orElse(null);
        return register == null
                ? null
                : numbers.next(new DocumentNumbers.Request(
                                access.require().agencyId(),
                                order.issuerId(),
                                register,
                                order.day(),
                                new Subject(OWNER, order.caseId()),
                                order.about()))
                        .text();
    }

    @Override
    public long keep(Scan scan) {
        return documents
                .store(new NewDocument(
                        scan.name(),
                        scan.content(),
                        new Subject(OWNER, scan.caseId()),
                        scan.unitId(),
                        scan.program(),
                        scan.paper(),
                        scan.sensitive()))
                .id();
    }

    @Override
    public boolean has(long caseId, long documentId) {
        return documents.of(new Subject(OWNER, caseId)).stream().anyMatch(document -> document.id() == documentId);
    }

    @Override
    public void conceal(long caseId, Set<Long> but) {
        documents.conceal(new Subject(OWNER, caseId), but);
    }

    @Override
    public void move(long caseId, long unitId) {
        documents.move(new Subject(OWNER, caseId), unitId);
    }
}
