package vn.ansinh.api.transaction;

/** The work of a transaction, or its commit, failed; everything it did was rolled back. */
public class TransactionFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param cause what went wrong; never {@code null} */
    public TransactionFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
