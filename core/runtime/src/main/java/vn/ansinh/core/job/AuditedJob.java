package vn.ansinh.core.job;

import java.util.List;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.job.JobContext;
import vn.ansinh.api.job.JobHandler;
import vn.ansinh.core.audit.Asked;

/**
 * Reports to the audit a job that makes a file: one row with all that it listed, whether it came to an end or not. A job that
 * changes things reports by itself, in the transaction of the change.
 */
public final class AuditedJob implements JobHandler {

    private final JobHandler handler;
    private final Audit audit;
    private final List<String> asked;

    private AuditedJob(JobHandler handler, Audit audit, List<String> asked) {
        this.handler = handler;
        this.audit = audit;
        this.asked = asked;
    }

    /** Work that makes a file of what it lists. @param asked the parameters that say of what */
    public static AuditedJob export(JobHandler handler, Audit audit, List<String> asked) {
        return new AuditedJob(handler, audit, asked);
    }

    @Override
    public String type() {
        return handler.type();
    }

    @Override
    public void run(JobContext job) throws Exception {
        Asked of = Asked.ofJob(type());
        asked.forEach(name -> of.parameter(name, job.parameter(name, "")));
        audit.exporting(of.toString(), "công việc số " + job.id(), () -> handler.run(job));
    }
}
