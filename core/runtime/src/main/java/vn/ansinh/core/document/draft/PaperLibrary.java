package vn.ansinh.core.document.draft;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.core.extender.BundleFiles;

/**
 * Descriptions of papers: {@code ANSINH-INF/paper/*.yaml} of the core and of every running bundle. Of two with one code the first to
 * come holds. Keeps nothing of a bundle.
 */
public final class PaperLibrary extends BundleFiles {

    private static final Logger LOG = LoggerFactory.getLogger(PaperLibrary.class);

    private final Map<String, PaperText> papers = new ConcurrentHashMap<>();

    /** @param context also sees the bundle that this class is in; {@code null} when nobody opens it */
    public PaperLibrary(BundleContext context) {
        super(context, Bundle.STARTING | Bundle.ACTIVE, "ANSINH-INF/paper", false, LARGEST);
    }

    /** Of these alone: for tests. */
    PaperLibrary(Collection<PaperText> fixed) {
        this((BundleContext) null);
        fixed.forEach(paper -> papers.put(paper.paper().code(), paper));
    }

    Optional<PaperText> byCode(String code) {
        return Optional.ofNullable(papers.get(code));
    }

    Collection<PaperText> all() {
        return List.copyOf(papers.values());
    }

    @Override
    protected String found(Bundle bundle, String file, String text) {
        PaperText paper = PaperParser.read(text, file);
        String code = paper.paper().code();
        if (papers.putIfAbsent(code, paper) != null) {
            LOG.error("{} is left out: another paper has the code {}", file, code);
            return null;
        }
        return code;
    }

    @Override
    protected void gone(Bundle bundle, List<String> brought) {
        brought.forEach(papers::remove);
    }
}
