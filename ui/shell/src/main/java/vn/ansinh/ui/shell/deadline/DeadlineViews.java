package vn.ansinh.ui.shell.deadline;

import vn.ansinh.ui.kit.home.HomePanel;
import vn.ansinh.ui.kit.view.MenuGroup;
import vn.ansinh.ui.kit.view.View;

/** Makes the board for the menu and the reminder for the first page. */
public final class DeadlineViews {

    private static final int ORDER = 40;

    private final DeadlineServices services;

    public DeadlineViews(DeadlineServices services) {
        this.services = services;
    }

    /** The page {@code han-xu-ly}. */
    public View<DeadlinesView> board() {
        return new View<>(
                DeadlinesView.PATH,
                DeadlinesView.TITLE,
                MenuGroup.GENERAL,
                ORDER,
                "alarm",
                DeadlinesView.class,
                () -> new DeadlinesView(services));
    }

    /** What is late, on the first page. */
    public HomePanel reminder() {
        return new ReminderPanel(services);
    }
}
