package vn.ansinh.core.casework;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ansinh.api.casework.CaseDetail.Paper;
import vn.ansinh.api.casework.CaseFiles.Signing;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.casework.CasePapers.Made;

/** Papers that an act makes, and the case keeps. Who acts may make them: to act is to write them. */
final class PaperTrail {

    private final CaseAct act;

    PaperTrail(CaseAct act) {
        this.act = act;
    }

    /**
     * Takes the number of a paper that is signed now.
     *
     * @return {@code null} when numbers are not kept here, or the paper is that of an office whose register the caller does not keep:
     *     a district's that ended, whose decision bears the number it was given on paper
     */
    String number(String template) {
        long issuer = act.turns().holder(act.row().unitId(), act.step().level(), act.day);
        if (!act.desk.units().isWithin(issuer, act.caller.unitId())) {
            return null;
        }
        return act.desk.inForce(
                act.caller,
                act.caller.unitId(),
                () -> act.desk.papers().number(order(template, null, null, new PaperFields(act))));
    }

    /** Drafts an unsigned paper. @return id of the document, 0 when papers are not drafted here */
    long produced(String template, PaperFields fields) throws SQLException {
        return produced(template, null, null, fields);
    }

    /** Drafts a paper. @param number {@code null} before it is signed; so is who signs */
    long produced(String template, String number, Signing signing, PaperFields fields) throws SQLException {
        Made made = act.desk.inForce(
                act.caller,
                act.caller.unitId(),
                () -> act.desk.papers().draft(order(template, number, signing, fields)));
        keep(made.word(), template, made.name() + " (Word)", number, signing);
        keep(made.pdf(), template, made.name(), number, signing);
        return made.pdf();
    }

    private void keep(long document, String template, String name, String number, Signing signing) throws SQLException {
        if (document != 0) {
            CaseParts.paper(
                    act.connection,
                    act.row().id(),
                    new Paper(
                            document,
                            template,
                            name,
                            number,
                            signing == null ? null : signing.signer().strip(),
                            act.desk.clock().instant(),
                            true),
                    false);
        }
    }

    /** Keeps what was brought: a paper of a secret case is as secret, whoever brings it. @return id of the document */
    static long kept(CaseDesk desk, CaseRow row, String code, String name, byte[] content) {
        String paper = code == null || code.isBlank() ? null : code.strip();
        boolean secret = row.sensitive()
                || paper != null && new Secrets(desk).of(desk.procedure(row.procedure(), row.version()), paper);
        return desk.papers()
                .keep(new CasePapers.Scan(row.id(), row.unitId(), row.program(), paper, secret, name, content));
    }

    /** @throws Problem NOT_FOUND for a document that was not kept for this case */
    void requireKept(long document) {
        if (!act.desk.inForce(
                act.caller,
                act.caller.unitId(),
                () -> act.desk.papers().has(act.row().id(), document))) {
            throw Problem.notFound(
                    "AS-DOCUMENT-UNKNOWN",
                    "Hồ sơ này không có tài liệu đó. Vui lòng nộp tệp vào hồ sơ rồi đính kèm lại.");
        }
    }

    /** The case has become sensitive: so is what was brought to it before, but for slips that say nothing. */
    void conceal() throws SQLException {
        Set<Long> slips = CaseParts.papers(act.connection, act.row().id(), true, true).stream()
                .filter(paper -> paper.produced() && !telling(paper.code()))
                .map(Paper::documentId)
                .collect(Collectors.toSet());
        act.desk.inForce(act.caller, act.caller.unitId(), () -> {
            act.desk.papers().conceal(act.row().id(), slips);
            return null;
        });
    }

    private CasePapers.Order order(String template, String number, Signing signing, PaperFields fields) {
        CaseRow row = act.row();
        return new CasePapers.Order(
                row.id(),
                row.number(),
                template,
                act.procedure.name(),
                row.program(),
                row.unitId(),
                act.turns().holder(row.unitId(), act.step().level(), act.day),
                number,
                act.day,
                signing == null ? null : signing.signer().strip(),
                signing == null ? null : signing.title(),
                row.sensitive() && telling(template),
                fields.map());
    }

    /** Whether a paper says what is decided about whom; slips at the desk do not. */
    private static boolean telling(String template) {
        return template.startsWith("quyet-dinh")
                || template.equals("to-trinh")
                || template.equals("bien-ban")
                || template.equals("thong-bao-khong-du");
    }
}
