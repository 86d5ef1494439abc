package vn.ansinh.database;

/**
 * The database cannot be used as it is configured or found. The message is written for the person who runs the server: in
 * Vietnamese, with the way out.
 */
public class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong and what to do about it */
    public DatabaseException(String message) {
        super(message);
    }

    /**
     * @param message what is wrong and what to do about it
     * @param cause where it came from
     */
    public DatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
