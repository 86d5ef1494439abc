package vn.ansinh.core.extender;

/**
 * What is wrong in a file.
 *
 * @param file name of the file
 * @param reason Vietnamese, for who wrote it
 */
public record Fault(String file, int line, int column, String reason) {

    @Override
    public String toString() {
        return file + ", dòng " + line + ", cột " + column + ": " + reason;
    }
}
