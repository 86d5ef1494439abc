package vn.ansinh.core.identity;

import java.sql.Statement;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.job.JobContext;
import vn.ansinh.api.job.JobHandler;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.transaction.Transactions;

/**
 * Counts the words of people's names, from a sample: by these counts {@link NameSearch} chooses its way. Takes about a second
 * whatever the number of people.
 */
public final class NameCount implements JobHandler {

    /** Its type; without parameters. */
    static final String TYPE = "person.count";

    private final Transactions everywhere;
    private final Access access;

    public NameCount(Transactions everywhere, Access access) {
        this.everywhere = everywhere;
        this.access = access;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public void run(JobContext job) {
        if (!access.require().account().equals(Caller.SYSTEM.account())) {
            throw Problem.forbidden("AS-PERSON-COUNT", "Hệ thống tự làm việc này; không ai phải yêu cầu.");
        }
        job.progress(0, 1, "Đang đếm họ tên");
        everywhere.run(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("select ansinh.people_counted()");
            }
        });
        job.progress(1, 1, "Đã đếm họ tên");
    }
}
