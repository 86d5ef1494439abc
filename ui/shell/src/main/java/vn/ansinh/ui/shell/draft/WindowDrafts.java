package vn.ansinh.ui.shell.draft;

import com.vaadin.flow.component.UI;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.draft.Drafts;
import vn.ansinh.api.draft.Drafts.Draft;
import vn.ansinh.ui.kit.context.FormDrafts;
import vn.ansinh.ui.shell.signin.SignedIn;

/** {@link FormDrafts} of the account that is signed in at the window; where nobody is, nothing is kept. */
public final class WindowDrafts implements FormDrafts {

    private final Access access;
    private final Drafts drafts;

    public WindowDrafts(Access access, Drafts drafts) {
        this.access = access;
        this.drafts = drafts;
    }

    @Override
    public void keep(UI ui, String form, Map<String, String> typed) {
        if (SignedIn.caller(ui.getSession()).isPresent()) {
            try (Access.Binding binding = SignedIn.bind(access, ui.getSession())) {
                drafts.keep(form, typed);
            }
        }
    }

    @Override
    public Optional<Draft> find(UI ui, String form) {
        return drafts.find(form);
    }

    @Override
    public void forget(UI ui, String form) {
        drafts.forget(form);
    }
}
