package vn.ansinh.core.csv;

import java.io.IOException;

/** A file is not as it should be; the message begins with the line. */
public class CsvException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int line;

    /** @param line number in the file, from 1 */
    public CsvException(int line, String reason) {
        super("line " + line + ": " + reason);
        this.line = line;
    }

    /** Number of the line that is wrong, from 1. */
    public int line() {
        return line;
    }
}
