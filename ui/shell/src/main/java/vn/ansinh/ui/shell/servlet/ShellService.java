package vn.ansinh.ui.shell.servlet;

import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceDestroyListener;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import com.vaadin.flow.shared.Registration;
import java.net.URL;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.training.Training;
import vn.ansinh.ui.shell.ShellTexts;
import vn.ansinh.ui.shell.signin.SignedIn;

/** Vaadin's service, at home in OSGi and speaking Vietnamese. */
final class ShellService extends VaadinServletService {

    private static final long serialVersionUID = 1L;

    private final transient Access access;

    /** Once told it never changes; {@code null} before. */
    private volatile Boolean training;

    ShellService(ShellServlet servlet, DeploymentConfiguration configuration, Access access) {
        super(servlet, configuration);
        this.access = access;
        setSystemMessagesProvider(info -> messages());
    }

    @Override
    public ClassLoader getClassLoader() {
        return BundleLoader.INSTANCE;
    }

    /** Vaadin adds one listener per component class, which would keep a program's classes after it has gone. */
    @Override
    public Registration addServiceDestroyListener(ServiceDestroyListener listener) {
        if (listener.getClass().getName().startsWith("com.vaadin.flow.component.internal.ComponentMetaData")) {
            return () -> {};
        }
        return super.addServiceDestroyListener(listener);
    }

    /** The usual way makes a file path of the address, which a bundle's address is not. */
    @Override
    public URL getStaticResource(String path) {
        return BundleLoader.INSTANCE.getResource("META-INF/resources" + path);
    }

    @Override
    public void modifyIndexHtmlResponse(IndexHtmlResponse response) {
        super.modifyIndexHtmlResponse(response);
        response.getDocument().selectFirst("html").attr("lang", "vi");
        if (isTraining()) {
            TrainingBar.addTo(response.getDocument());
        }
    }

    /** Without the core nothing works: then there is no page rather than one that does not say what it is. */
    private boolean isTraining() {
        if (training == null) {
            BundleContext context = FrameworkUtil.getBundle(ShellService.class).getBundleContext();
            ServiceReference<Training> reference = context.getServiceReference(Training.class);
            Training told = reference == null ? null : context.getService(reference);
            if (told == null) {
                throw new IllegalStateException("The core is away: nobody says whether this is for training");
            }
            training = told.active();
            context.ungetService(reference);
        }
        return training;
    }

    /** What other threads want done in a window is done as the account that signed in there. */
    @Override
    public void runPendingAccessTasks(VaadinSession session) {
        try (Access.Binding binding = SignedIn.bind(access, session)) {
            super.runPendingAccessTasks(session);
        }
    }

    private static CustomizedSystemMessages messages() {
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredCaption(ShellTexts.text("session.expired"));
        messages.setSessionExpiredMessage(ShellTexts.text("session.expired.what"));
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setInternalErrorCaption(ShellTexts.text("session.failed"));
        messages.setInternalErrorMessage(ShellTexts.text("session.failed.what"));
        messages.setCookiesDisabledCaption(ShellTexts.text("session.cookies"));
        messages.setCookiesDisabledMessage(ShellTexts.text("session.cookies.what"));
        return messages;
    }
}
