package vn.ansinh.core.paper;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a unit stands at the head of a paper. */
public final class UnitHead {

    private static final Pattern KIND = Pattern.compile("(?:Xã|Phường|Thị trấn|Đặc khu|Tỉnh|Thành phố) (?=\\D)(.+)");

    private UnitHead() {}

    /** Whose paper it is: {@code Ủy ban nhân dân xã Thạch Hà}. */
    public static String agency(String unitName) {
        return body("Ủy ban nhân dân", unitName);
    }

    /** A body of a unit as a paper names it: {@code Phòng Lao động - Thương binh và Xã hội huyện Thạch Hà}. */
    public static String body(String body, String unitName) {
        return body + " " + Character.toLowerCase(unitName.charAt(0)) + unitName.substring(1);
    }

    /** Before the date: name of the unit without its kind; units with a number keep it. */
    public static String place(String unitName) {
        Matcher name = KIND.matcher(unitName);
        return name.matches() ? name.group(1) : unitName;
    }
}
