package vn.ansinh.api.identity;

import java.util.regex.Pattern;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;

/**
 * How much of the numbers of papers and of bank accounts somebody is shown: whole for who holds {@code person.number}, else
 * enough to tell two apart. Whatever shows a number to an official goes through here: pages, pickers, REST answers, lists.
 * Files for who pays do not: without whole numbers nobody is paid.
 */
public final class NumberSight {

    /** For lists on paper, which nobody needs whole numbers for and many see. */
    public static final NumberSight MASKED = new NumberSight(false);

    /** The shortest that is taken for a number within a text; a date has no eight digits in a row. */
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{Alnum}/.-])T?\\d{8,}(?![\\p{Alnum}/-])");

    private static final int SHOWN_AT_EACH_END = 3;

    private final boolean whole;

    private NumberSight(boolean whole) {
        this.whole = whole;
    }

    /** Of an account. */
    public static NumberSight of(Caller caller) {
        return new NumberSight(caller.may(Permissions.PERSON_NUMBER));
    }

    /** Of whoever acts. */
    public static NumberSight of(Access access) {
        return of(access.require());
    }

    /** Whether numbers are shown as they are. */
    public boolean whole() {
        return whole;
    }

    /** A number as it may be shown: whole, or {@code 042••••••410}; {@code null} stays {@code null}. */
    public String show(String number) {
        return whole || number == null ? number : masked(number);
    }

    /** A sentence in which numbers may stand, for instance from what to what a record was changed. */
    public String showWithin(String text) {
        return whole || text == null ? text : NUMBER.matcher(text).replaceAll(found -> masked(found.group()));
    }

    private static String masked(String number) {
        int hidden = number.length() - 2 * SHOWN_AT_EACH_END;
        return hidden < 1
                ? "•".repeat(number.length())
                : number.substring(0, SHOWN_AT_EACH_END)
                        + "•".repeat(hidden)
                        + number.substring(number.length() - SHOWN_AT_EACH_END);
    }
}
