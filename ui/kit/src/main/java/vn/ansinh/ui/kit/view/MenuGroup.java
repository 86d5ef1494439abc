package vn.ansinh.ui.kit.view;

/**
 * A labelled part of the menu.
 *
 * @param id the same for every view of the group
 * @param label Vietnamese heading
 * @param order groups are shown from low to high
 */
public record MenuGroup(String id, String label, int order) {

    /** What every official uses, whatever the program. */
    public static final MenuGroup GENERAL = new MenuGroup("chung", "Chung", 0);

    /** What keeps the platform running. Programs lie between the two. */
    public static final MenuGroup SYSTEM = new MenuGroup("he-thong", "Hệ thống", 1000);
}
