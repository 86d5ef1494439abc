package vn.ansinh.ui.shell.layout;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;

/** A page that is there, but not for this account. */
@ParentLayout(MainLayout.class)
public class ForbiddenView extends NoticePage implements HasErrorParameter<AccessDeniedException> {

    private static final long serialVersionUID = 1L;

    public ForbiddenView() {
        super("forbidden");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        return HttpStatusCode.FORBIDDEN.getCode();
    }
}
