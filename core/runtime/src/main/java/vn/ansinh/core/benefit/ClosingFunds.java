package vn.ansinh.core.benefit;

import java.sql.Connection;
import java.sql.SQLException;
import vn.ansinh.api.problem.Problem;

/** Whether the money for lists is there, and their unit above agrees: asked by who closes, answered by whoever keeps accounts. */
public interface ClosingFunds {

    /** Nobody keeps accounts. */
    ClosingFunds UNASKED = new ClosingFunds() {
        @Override
        public void requireApproved(Connection connection, Long[] payrolls) {
            // nobody has to agree
        }

        @Override
        public void requireEnough(Connection connection, Long[] payrolls, boolean seen) {
            // nothing is counted
        }
    };

    /** @throws Problem CONFLICT when a list must be approved from above and the run at hand has not been */
    void requireApproved(Connection connection, Long[] payrolls) throws SQLException;

    /**
     * Asked after the lists were closed in this transaction; keeps everybody else from using the same accounts until it ends.
     *
     * @param seen whether who closes has been shown that money is lacking
     * @throws Problem CONFLICT when an account does not suffice, and that stops the closing or was not seen
     */
    void requireEnough(Connection connection, Long[] payrolls, boolean seen) throws SQLException;
}
