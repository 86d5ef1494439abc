package vn.ansinh.core.job;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.job.JobContext;
import vn.ansinh.api.job.JobHandler;

/** Reports to the audit what a long work did: one row, whatever it read and wrote on the way. */
public final class AuditedJob implements JobHandler {

    private final JobHandler handler;
    private final Audit audit;
    private final String changes;
    private final List<String> asked;

    private AuditedJob(JobHandler handler, Audit audit, String changes, List<String> asked) {
        this.handler = handler;
        this.audit = audit;
        this.changes = changes;
        this.asked = asked;
    }

    /** Work that makes a file of what it lists. @param asked the parameters that say of what */
    public static AuditedJob export(JobHandler handler, Audit audit, List<String> asked) {
        return new AuditedJob(handler, audit, null, asked);
    }

    /** Work that changes things. @param changes kind of the subjects; @param asked the parameters that say which */
    public static AuditedJob change(JobHandler handler, Audit audit, String changes, List<String> asked) {
        return new AuditedJob(handler, audit, changes, asked);
    }

    @Override
    public String type() {
        return handler.type();
    }

    @Override
    public void run(JobContext job) throws Exception {
        Map<String, String> parameters = new TreeMap<>();
        asked.forEach(name -> parameters.put(name, job.parameter(name, "")));
        if (changes == null) {
            audit.exporting(type() + " " + parameters, "công việc số " + job.id(), () -> handler.run(job));
        } else {
            Heard heard = new Heard(job, parameters);
            handler.run(heard);
            audit.changedAll(changes, List.of(), type(), heard.results, null);
        }
    }

    /** The job as the handler sees it; what it tells as its result is kept. */
    private record Heard(JobContext job, Map<String, String> results) implements JobContext {

        @Override
        public long id() {
            return job.id();
        }

        @Override
        public String parameter(String name) {
            return job.parameter(name);
        }

        @Override
        public String parameter(String name, String otherwise) {
            return job.parameter(name, otherwise);
        }

        @Override
        public Path file() {
            return job.file();
        }

        @Override
        public void progress(long done, long total, String message) {
            job.progress(done, total, message);
        }

        @Override
        public void result(String name, String value) {
            results.put(name, value);
            job.result(name, value);
        }

        @Override
        public OutputStream output(String name, String mediaType) throws IOException {
            return job.output(name, mediaType);
        }
    }
}
