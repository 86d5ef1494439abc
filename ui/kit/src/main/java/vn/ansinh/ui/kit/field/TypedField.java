package vn.ansinh.ui.kit.field;

/** A field of one's own making in which people type text, which it reads. */
public interface TypedField {

    /** What stands above it. */
    String label();

    /** What stands in it, read or not. */
    String typed();

    /** Types into it, as if somebody had; what cannot be read is marked. */
    void type(String text);
}
