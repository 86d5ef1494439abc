package vn.ansinh.ui.shell.casework.desk;

import vn.ansinh.ui.kit.view.MenuGroup;
import vn.ansinh.ui.kit.view.View;
import vn.ansinh.ui.shell.casework.CaseServices;

/** Makes the desk for the menu. */
public final class DeskViews {

    private static final int ORDER = 7;

    private final DeskServices services;

    public DeskViews(CaseServices services) {
        this.services = new DeskServices(services);
    }

    /** The page {@code ho-so/tiep-nhan}. */
    public View<ReceptionView> reception() {
        return new View<>(
                ReceptionView.PATH,
                ReceptionView.TITLE,
                MenuGroup.GENERAL,
                ORDER,
                "inbox",
                ReceptionView.class,
                () -> new ReceptionView(services));
    }
}
