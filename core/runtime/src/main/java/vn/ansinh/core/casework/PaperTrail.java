package vn.ansinh.core.casework;

import java.sql.SQLException;
import java.util.Map;

/** Papers that an act makes, and the case keeps. */
final class PaperTrail {

    private final CaseAct act;

    PaperTrail(CaseAct act) {
        this.act = act;
    }

    /** Takes the number of a decision. @return {@code null} when numbers are not kept here */
    String number(String template) {
        return act.desk.papers().number(order(template, null, null, null, Map.of()));
    }

    /** Drafts an unsigned paper. @return id of the document, 0 when papers are not drafted here */
    long produced(String template, Map<String, ?> fields) throws SQLException {
        return produced(template, null, null, null, fields);
    }

    /** Drafts a paper. @param number {@code null} before it is signed; so are who signs and the title */
    long produced(String template, String number, String signer, String title, Map<String, ?> fields)
            throws SQLException {
        return act.desk.papers().draft(order(template, number, signer, title, fields));
    }

    private CasePapers.Order order(String template, String number, String signer, String title, Map<String, ?> fields) {
        CaseRow row = act.row();
        return new CasePapers.Order(
                row.id(),
                row.number(),
                template,
                row.program(),
                row.unitId(),
                act.turns().holder(row.unitId(), act.step().level(), act.day),
                number,
                act.day,
                signer,
                title,
                row.sensitive(),
                fields);
    }
}
