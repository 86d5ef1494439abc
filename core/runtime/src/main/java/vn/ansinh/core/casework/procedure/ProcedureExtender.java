package vn.ansinh.core.casework.procedure;

import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import vn.ansinh.core.extender.BundleFiles;
import vn.ansinh.core.extender.FileRefusedException;

/** Puts {@code ANSINH-INF/procedure/*.yaml} of every running bundle on the shelf. */
final class ProcedureExtender extends BundleFiles {

    private final ProcedureShelf shelf;

    ProcedureExtender(BundleContext context, ProcedureShelf shelf) {
        super(context, Bundle.ACTIVE, "ANSINH-INF/procedure", true, LARGEST);
        this.shelf = shelf;
    }

    @Override
    protected String named(Bundle bundle, String path) {
        return bundle.getSymbolicName() + "/" + path;
    }

    @Override
    protected String found(Bundle bundle, String file, String text) {
        shelf.offer(text, file);
        return file;
    }

    @Override
    protected String refused(String file, FileRefusedException why) {
        shelf.refuse(file, why);
        return file;
    }

    @Override
    protected void gone(Bundle bundle, List<String> brought) {
        shelf.withdraw(brought);
    }
}
