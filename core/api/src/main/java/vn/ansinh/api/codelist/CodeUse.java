package vn.ansinh.api.codelist;

/**
 * Counts where an entry of a list is used, so that officials see it before they close the entry; an OSGi service. Whoever
 * brings a list, or keeps a table with codes of a list, declares one for it. It is asked as the platform, so it counts the
 * whole country and must answer with a number only.
 */
public interface CodeUse {

    /** From here on counting is not worth its time: a counter may stop here. */
    int MANY = 10_000;

    /** The list whose codes are counted, for instance {@code dan-toc}. */
    String list();

    /** What uses them, in Vietnamese, as it stands behind a number: {@code hồ sơ người dân}. */
    String what();

    /** How many use {@code code}; anything above {@link #MANY} is shown as more than that. */
    long count(String code);
}
