package vn.ansinh.core.casework;

import java.util.Set;
import vn.ansinh.api.problem.Problem;

/** Nothing is drafted; a decision bears the number that was given on paper. */
final class HandWrittenPapers implements CasePapers {

    @Override
    public Made draft(Order order) {
        return Made.NOTHING;
    }

    @Override
    public long keep(Scan scan) {
        throw Problem.conflict("AS-CASE-FILES", "Máy chủ này không lưu bản chụp giấy tờ.");
    }

    @Override
    public String number(Order order) {
        return null;
    }

    @Override
    public boolean has(long caseId, long documentId) {
        return true;
    }

    @Override
    public void conceal(long caseId, Set<Long> but) {}

    @Override
    public void move(long caseId, long unitId) {}
}
