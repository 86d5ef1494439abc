package vn.ansinh.api.transaction;

import java.time.Duration;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.transaction.Transactions.SqlWork;

/**
 * Read-only transactions for what authors of reports write: on logins that reach the views of schema {@code published} and nothing
 * else, whatever a statement says. They join no transaction of {@link Transactions}. Programs have no use for it: they offer
 * reports.
 */
public interface ReportTransactions {

    /**
     * Runs work in one snapshot, which is rolled back afterwards. Statements still running after the time limit are cancelled, and
     * so is every one that follows.
     *
     * @param work must not keep the connection
     * @return what {@code work} returned; may be {@code null}
     * @throws Problem UNAVAILABLE when the time is over, when all connections are busy or the database is away
     * @throws TransactionFailedException when the work failed with another checked exception
     */
    <T> T call(Question question, SqlWork<T> work);

    /**
     * For whom something is asked, and what it may show.
     *
     * @param scope whose rows are reached; {@link Scope#NOTHING} to prepare statements without running them
     * @param sensitive whether views that reveal health, HIV or abuse are reached, too: the caller has been checked
     * @param wholeNumbers whether numbers of papers are whole: the caller has been checked
     * @param limit how long all of it may take
     */
    record Question(Scope scope, boolean sensitive, boolean wholeNumbers, Duration limit) {}
}
