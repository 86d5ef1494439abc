package vn.ansinh.core.benefit.export;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import vn.ansinh.api.benefit.Payroll;
import vn.ansinh.api.benefit.PayrollLine;
import vn.ansinh.api.benefit.PayrollState;
import vn.ansinh.api.benefit.Payrolls;
import vn.ansinh.api.benefit.Payrolls.LineFilter;
import vn.ansinh.api.benefit.Payrolls.LinePage;
import vn.ansinh.api.benefit.Payrolls.LineQuery;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Units;

/** The lines to print, commune by commune, and what was seen of them while they were read. */
final class PaymentList {

    private static final int PAGE = 500;

    private final Payrolls payrolls;
    private final List<Payroll> lists;
    private final AdministrativeUnit unit;
    private final Set<String> packs = new LinkedHashSet<>();
    private long linesRead;
    private long totalRead;

    PaymentList(Payrolls payrolls, List<Payroll> lists, long unit, Units units) {
        this.payrolls = payrolls;
        this.lists = lists;
        this.unit = units.byId(unit)
                .orElseThrow(() -> Problem.notFound("AS-EXPORT-UNIT", "Không có đơn vị này. Hãy chọn lại đơn vị."));
    }

    AdministrativeUnit unit() {
        return unit;
    }

    Payroll any() {
        return lists.get(0);
    }

    /** Whose lists they are. */
    List<Long> communes() {
        return lists.stream().map(Payroll::unitId).distinct().toList();
    }

    boolean severalCommunes() {
        return lists.size() > 1;
    }

    boolean draft() {
        return lists.stream().anyMatch(list -> list.state() == PayrollState.DRAFT);
    }

    boolean provisional() {
        return lists.stream().anyMatch(Payroll::provisional);
    }

    long people() {
        return lists.stream().mapToLong(Payroll::people).sum();
    }

    long lines() {
        return lists.stream().mapToLong(Payroll::lines).sum();
    }

    /** Does something with a line. */
    interface LineUse {
        /** @param number of the line on the list, from 1 */
        void use(long number, PayrollLine line) throws IOException;
    }

    /**
     * Reads all lines in the order of the paper.
     *
     * @param progress told how many were read, after each page
     */
    void forEach(LongConsumer progress, LineUse use) throws IOException {
        for (Payroll list : lists) {
            String cursor = null;
            do {
                LinePage page = payrolls.lines(
                        new LineQuery(list.program(), list.unitId(), list.month(), "", LineFilter.ALL, cursor, PAGE));
                for (PayrollLine line : page.lines()) {
                    linesRead++;
                    totalRead += line.amount();
                    packs.add(line.pack());
                    use.use(linesRead, line);
                }
                progress.accept(linesRead);
                cursor = page.next();
            } while (cursor != null);
        }
    }

    long linesRead() {
        return linesRead;
    }

    /** Đồng. */
    long totalRead() {
        return totalRead;
    }

    /** Pack versions that computed the lines read. */
    Set<String> packs() {
        return packs;
    }
}
