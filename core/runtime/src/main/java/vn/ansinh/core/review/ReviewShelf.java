package vn.ansinh.core.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.core.extender.Fault;
import vn.ansinh.core.extender.FileRefusedException;

/** What running bundles want to be looked at. A code belongs, within a program, to the file that came first. */
final class ReviewShelf {

    private static final Logger LOG = LoggerFactory.getLogger(ReviewShelf.class);

    private final Map<Long, List<ReviewRule>> byBundle = new LinkedHashMap<>();
    private final Map<String, List<Fault>> faulty = new LinkedHashMap<>();
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
     * Adds the kinds of one file; a file in which anything is wrong adds none, and {@link #faults} says what.
     *
     * @param bundle id of the declaring bundle
     * @param source name of the bundle and file, for whoever mends it
     */
    synchronized void declare(long bundle, String source, String yaml) {
        List<ReviewRule> read;
        try {
            read = ReviewFile.read(yaml, source);
        } catch (FileRefusedException e) {
            refuse(source, e.faults());
            return;
        }
        List<ReviewRule> own = byBundle.computeIfAbsent(bundle, id -> new ArrayList<>());
        for (ReviewRule rule : read) {
            if (rule(rule.kind().program(), rule.kind().code()).isPresent()) {
                refuse(
                        source,
                        List.of(new Fault(
                                source,
                                1,
                                1,
                                "Mã «" + rule.kind().code()
                                        + "» đã có ở tệp khác của chương trình; dòng này không được dùng.")));
            } else {
                own.add(rule);
            }
        }
        publish();
        LOG.info("{} declares {} kinds of review", source, own.size());
    }

    /** Takes note of what cannot be used. */
    synchronized void refuse(String source, List<Fault> faults) {
        faulty.computeIfAbsent(source, file -> new ArrayList<>()).addAll(faults);
        faults.forEach(fault -> LOG.warn("Review file cannot be used: {}", fault));
    }

    /** What is wrong in files whose names begin so, in the order in which they came. */
    synchronized List<String> faults(String begin) {
        return faulty.entrySet().stream()
                .filter(file -> file.getKey().startsWith(begin))
                .flatMap(file -> file.getValue().stream())
                .map(Fault::toString)
                .toList();
    }

    /** Forgets the kinds of a bundle and its files; what was handled stays. */
    synchronized void forget(long bundle, List<String> sources) {
        faulty.keySet().removeAll(sources);
        if (byBundle.remove(bundle) != null) {
            publish();
        }
    }

    private void publish() {
        rules = byBundle.values().stream().flatMap(List::stream).toList();
    }
}
