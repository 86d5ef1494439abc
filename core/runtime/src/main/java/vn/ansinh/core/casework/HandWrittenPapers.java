package vn.ansinh.core.casework;

/** Nothing is drafted; a decision bears the number that was given on paper. */
public final class HandWrittenPapers implements CasePapers {

    @Override
    public long draft(Order order) {
        return 0;
    }

    @Override
    public String number(Order order) {
        return null;
    }

    @Override
    public void move(long caseId, long unitId) {}
}
