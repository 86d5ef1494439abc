package vn.ansinh.core.casework;

import java.sql.SQLException;
import java.util.Map;

/** Papers that an act makes, and the case keeps. */
final class PaperTrail {

    private final CaseAct act;

    PaperTrail(CaseAct act) {
        this.act = act;
    }

    /** Drafts an unsigned paper. @return id of the document, 0 when papers are not drafted here */
    long produced(String template, Map<String, ?> fields) throws SQLException {
        return produced(template, null, null, null, fields);
    }

    /** Drafts a paper. @param number {@code null} before it is signed; so are who signs and the title */
    long produced(String template, String number, String signer, String title, Map<String, ?> fields)
            throws SQLException {
        CaseRow row = act.row();
        return act.desk
                .papers()
                .draft(new CasePapers.Order(
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
                        fields));
    }
}
