package vn.ansinh.core.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.document.FileScanner;
import vn.ansinh.api.document.StoredDocument.State;

/** Asks all scanners there are: the one of the configuration and those that connectors bring. */
public final class Scanning {

    private static final Logger LOG = LoggerFactory.getLogger(Scanning.class);

    /**
     * What the scanners said.
     *
     * @param by who said it; {@code null} while nobody did
     * @param infection {@code null} for none
     */
    record Result(State state, String by, String infection) {}

    private final List<FileScanner> configured;
    private final List<FileScanner> others;

    /** @param others a list that changes while scanners come and go */
    public Scanning(DocumentSettings settings, List<FileScanner> others) {
        configured = settings.clamd()
                ? List.of(new ClamdScanner(settings.host(), settings.port(), settings.patience()))
                : List.of();
        this.others = others;
    }

    /** Names of those there are; empty when nobody scans. */
    List<String> names() {
        return scanners().stream().map(FileScanner::name).toList();
    }

    private List<FileScanner> scanners() {
        List<FileScanner> all = new ArrayList<>(configured);
        all.addAll(others);
        return all;
    }

    /** One infection is enough; one scanner that cannot say keeps the file waiting. */
    Result scan(byte[] content) {
        List<String> asked = new ArrayList<>();
        boolean waiting = false;
        for (FileScanner scanner : scanners()) {
            String name = "";
            try {
                name = scanner.name();
                FileScanner.Verdict verdict = scanner.scan(new ByteArrayInputStream(content));
                if (!verdict.isClean()) {
                    return new Result(State.INFECTED, name, verdict.infection());
                }
                asked.add(name);
            } catch (IOException | RuntimeException e) {
                // also a connector that went away meanwhile
                LOG.warn("Scanner {} does not answer: {}", name, e.toString());
                waiting = true;
            }
        }
        if (waiting) {
            return new Result(State.QUARANTINED, null, null);
        }
        return asked.isEmpty()
                ? new Result(State.UNSCANNED, null, null)
                : new Result(State.CLEAN, String.join(", ", asked), null);
    }
}
