package vn.ansinh.core.review;

import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import vn.ansinh.core.extender.BundleFiles;
import vn.ansinh.core.extender.FileRefusedException;

/** Reads {@code ANSINH-INF/review/*.yaml} of every bundle that starts, and forgets it when the bundle stops. */
final class ReviewExtender extends BundleFiles {

    private final ReviewShelf shelf;

    ReviewExtender(BundleContext context, ReviewShelf shelf) {
        super(context, Bundle.STARTING | Bundle.ACTIVE, "ANSINH-INF/review", false, LARGEST);
        this.shelf = shelf;
    }

    @Override
    protected String found(Bundle bundle, String file, String text) {
        shelf.declare(bundle.getBundleId(), file, text);
        return file;
    }

    @Override
    protected String refused(String file, FileRefusedException why) {
        shelf.refuse(file, why.faults());
        return file;
    }

    @Override
    protected void gone(Bundle bundle, List<String> brought) {
        shelf.forget(bundle.getBundleId(), brought);
    }
}
