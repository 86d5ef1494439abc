package vn.ansinh.core.program;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;
import vn.ansinh.api.benefit.Payrolls;
import vn.ansinh.api.transaction.Transactions;

/** Payroll runs that are under way: a program is not removed from under them. */
final class PayrollRuns {

    private final Transactions transactions;

    PayrollRuns(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The oldest run of a program that has not ended, as officials see it in their list of jobs. */
    Optional<String> underWay(String program) {
        return transactions.call(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select format('%s (công việc số %s, tài khoản %s)', title, id, account) from ansinh.job"
                            + " where state in ('QUEUED', 'RUNNING') and type = ? and parameters ->> 'program' = ?"
                            + " order by id limit 1")) {
                select.setString(1, Payrolls.RUN);
                select.setString(2, program);
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
                }
            }
        });
    }
}
