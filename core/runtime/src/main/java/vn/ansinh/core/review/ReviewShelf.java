package vn.ansinh.core.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.core.extender.FileRefusedException;

/** What running bundles want to be looked at. A code belongs, within a program, to the file that came first. */
final class ReviewShelf {

    private static final Logger LOG = LoggerFactory.getLogger(ReviewShelf.class);

    private final Map<Long, List<ReviewRule>> byBundle = new LinkedHashMap<>();
    private volatile List<ReviewRule> rules = List.of();

    /** In the order in which their bundles and files came. */
    List<ReviewRule> rules() {
        return rules;
    }

    Optional<ReviewRule> rule(String program, String code) {
        return rules.stream()
                .filter(rule -> rule.kind().program().equals(program)
                        && rule.kind().code().equals(code))
                .findFirst();
    }

    /**
     * Adds the kinds of one file; a file in which anything is wrong adds none, and the log says what.
     *
     * @param bundle id of the declaring bundle
     * @param source name of the bundle and file, for the log
     */
    synchronized void declare(long bundle, String source, String yaml) {
        List<ReviewRule> read;
        try {
            read = ReviewFile.read(yaml, source);
        } catch (FileRefusedException e) {
            e.faults().forEach(fault -> LOG.error("{}:{}: {}", source, fault.line(), fault.reason()));
            return;
        }
        List<ReviewRule> own = byBundle.computeIfAbsent(bundle, id -> new ArrayList<>());
        for (ReviewRule rule : read) {
            if (rule(rule.kind().program(), rule.kind().code()).isPresent()) {
                LOG.error(
                        "{}: ma {} is declared elsewhere already",
                        source,
                        rule.kind().code());
            } else {
                own.add(rule);
            }
        }
        publish();
        LOG.info("{} declares {} kinds of review", source, own.size());
    }

    /** Forgets the kinds of a bundle; what was handled stays. */
    synchronized void forget(long bundle) {
        if (byBundle.remove(bundle) != null) {
            publish();
        }
    }

    private void publish() {
        rules = byBundle.values().stream().flatMap(List::stream).toList();
    }
}
