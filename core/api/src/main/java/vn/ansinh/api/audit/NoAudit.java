package vn.ansinh.api.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** {@link Audit#NONE}. */
final class NoAudit implements Audit {

    @Override
    public void read(Subject subject, String why) {
        // nothing is kept
    }

    @Override
    public void listed(String kind, String query, Collection<Long> ids) {
        // nothing is kept
    }

    @Override
    public void exported(String kind, String query, Collection<Long> ids, String file) {
        // nothing is kept
    }

    @Override
    public <E extends Exception> void exporting(String query, String file, Work<E> work) throws E {
        work.run();
    }

    @Override
    public void changed(
            Subject subject, String action, Map<String, String> before, Map<String, String> after, String why) {
        // nothing is kept
    }

    @Override
    public void changedAll(String kind, Collection<Long> ids, String action, Map<String, String> after, String why) {
        // nothing is kept
    }

    @Override
    public List<Entry> of(Subject subject, Instant from, Instant to, int limit) {
        return List.of();
    }

    @Override
    public Page entries(Query query) {
        return new Page(List.of(), null);
    }

    @Override
    public Map<String, String> actions() {
        return Map.of();
    }

    @Override
    public Verification verify() {
        return new Verification(0, 0, 0, 0, List.of());
    }
}
