package vn.ansinh.ui.shell.layout;

/** The mark. */
public final class Brand {

    private Brand() {}

    /** The mark as SVG, decorative. @param size in pixels */
    public static String markOf(int size) {
        return "<span class=\"as-mark-box\"><svg class=\"as-mark\" aria-hidden=\"true\" viewBox=\"0 0 22 22\" style=\"width:"
                + size + "px;height:"
                + size + "px\"><rect width=\"22\" height=\"22\" rx=\"4\" fill=\"#124791\"/>"
                + "<path d=\"M5.2 16.2 11 5.6l5.8 10.6M7.6 13.2h6.8\" fill=\"none\" stroke=\"#fff\" stroke-width=\"2\""
                + " stroke-linecap=\"round\" stroke-linejoin=\"round\"/></svg></span>";
    }
}
