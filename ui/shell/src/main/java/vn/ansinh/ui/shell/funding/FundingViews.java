package vn.ansinh.ui.shell.funding;

import vn.ansinh.ui.kit.view.MenuGroup;
import vn.ansinh.ui.kit.view.View;

/** Makes the page for the menu. */
public final class FundingViews {

    private static final int ORDER = 32;

    private final FundingServices services;

    public FundingViews(FundingServices services) {
        this.services = services;
    }

    /** The page {@code kinh-phi}. */
    public View<FundingView> page() {
        return new View<>(
                FundingView.PATH,
                FundingView.TITLE,
                MenuGroup.GENERAL,
                ORDER,
                "wallet",
                FundingView.class,
                () -> new FundingView(services));
    }
}
