package vn.ansinh.ui.shell.layout;

import static vn.ansinh.ui.shell.ShellTexts.text;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import vn.ansinh.ui.kit.problem.Problems;

/** A page that could not be opened. */
@ParentLayout(MainLayout.class)
public class FailureView extends NoticePage implements HasErrorParameter<Exception> {

    private static final long serialVersionUID = 1L;

    public FailureView() {
        super("failure");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        Problems.Told told = Problems.tell(parameter.getException());
        say(told.message() + " " + text("notice.code", told.code()));
        return HttpStatusCode.INTERNAL_SERVER_ERROR.getCode();
    }
}
