package vn.ansinh.api.document;

import java.io.IOException;
import java.io.InputStream;

/** Looks for viruses in a file; published as a service. Of several all are asked. */
public interface FileScanner {

    /** Name for people, for instance {@code ClamAV 127.0.0.1:3310}. */
    String name();

    /**
     * Looks through a file. Called on the thread of whoever uploads: it ends by itself within a configured time.
     *
     * @param content read to its end, not closed
     * @throws IOException when the scanner cannot say: the file is quarantined
     */
    Verdict scan(InputStream content) throws IOException;

    /** @param infection its name as the scanner calls it; {@code null} for a clean file */
    record Verdict(String infection) {

        public static final Verdict CLEAN = new Verdict(null);

        public boolean isClean() {
            return infection == null;
        }
    }
}
