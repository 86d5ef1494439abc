package vn.ansinh.api.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission without which a view does not open and an endpoint answers 403. On a REST resource class it holds for
 * every method that has none of its own. A view or endpoint without it is refused to everybody.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Permitted {

    /** For what every signed-in account may do: their own home, their own password, sign out. */
    String SIGNED_IN = "signed-in";

    /** A permission declared by the core or by a program, for instance {@code btxh.payroll.close}. */
    String value();

    /** The program whose page or endpoint it is, where the permission is the core's; blank for none. */
    String program() default "";
}
