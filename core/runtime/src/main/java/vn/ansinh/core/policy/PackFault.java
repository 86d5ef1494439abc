package vn.ansinh.core.policy;

/**
 * What is wrong in a pack.
 *
 * @param file name of the file
 * @param reason Vietnamese, for who writes packs
 */
public record PackFault(String file, int line, int column, String reason) {

    @Override
    public String toString() {
        return file + ", dòng " + line + ", cột " + column + ": " + reason;
    }
}
