package vn.ansinh.ui.shell.layout;

import com.vaadin.flow.router.ParentLayout;

/** A page that is there, but not for this account. */
@ParentLayout(MainLayout.class)
public class ForbiddenView extends NoticePage {

    private static final long serialVersionUID = 1L;

    public ForbiddenView() {
        super("forbidden");
    }
}
