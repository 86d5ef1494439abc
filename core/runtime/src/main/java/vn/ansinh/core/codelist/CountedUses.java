package vn.ansinh.core.codelist;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.codelist.CodeListEditing.Usage;
import vn.ansinh.api.codelist.CodeUse;

/** Asks all counters; one that fails costs its own number only. */
public final class CountedUses {

    private static final Logger LOG = LoggerFactory.getLogger(CountedUses.class);

    private final Access access;
    private final List<CodeUse> own;
    private final List<CodeUse> others;

    /**
     * @param own the core's counters
     * @param others those of bundles, as they come and go
     */
    public CountedUses(Access access, List<CodeUse> own, List<CodeUse> others) {
        this.access = access;
        this.own = own;
        this.others = others;
    }

    /** Counts as the platform: the answer is a number and names nobody. */
    List<Usage> of(String list, String code) {
        try {
            Callable<List<Usage>> counting = () -> Stream.concat(own.stream(), others.stream())
                    .filter(use -> list.equals(use.list()))
                    .map(use -> count(use, code))
                    .toList();
            return access.callAs(Caller.SYSTEM, counting);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Usage count(CodeUse use, String code) {
        try {
            return new Usage(use.what(), use.count(code));
        } catch (RuntimeException e) {
            LOG.warn("A counter of code list {} failed: {}", use.list(), e.toString());
            return new Usage(use.what(), null);
        }
    }
}
