package vn.ansinh.btxh.imports;

import java.time.Clock;
import java.time.OffsetDateTime;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.job.JobContext;
import vn.ansinh.api.job.JobHandler;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.btxh.BtxhProgram;
import vn.ansinh.btxh.entity.ImportBatch;
import vn.ansinh.btxh.entity.ImportBatch.State;

/** Writes the right rows of a checked list in one transaction. Run again, it finds it done. */
public final class CommitJob implements JobHandler {

    private final Access access;
    private final Transactions transactions;
    private final StagedImports imports;
    private final ListReaders readers;
    private final Clock clock;

    public CommitJob(
            Access access, Transactions transactions, StagedImports imports, ListReaders readers, Clock clock) {
        this.access = access;
        this.transactions = transactions;
        this.imports = imports;
        this.readers = readers;
        this.clock = clock;
    }

    @Override
    public String type() {
        return ExcelImports.COMMIT;
    }

    @Override
    public void run(JobContext job) {
        long id = Long.parseLong(job.parameter("import"));
        transactions.run(connection -> {
            ImportBatch batch = imports.lock(connection, id);
            String account = access.require(BtxhProgram.IMPORT, batch.unitId()).account();
            if (batch.state() == State.COMMITTED) {
                return;
            }
            if (batch.state() == State.NEW) {
                throw Problem.conflict("AS-BTXH-IMPORT-STATE", "Danh sách này chưa kiểm tra xong.");
            }
            ImportBatch.Written written = readers.write(connection, batch, job::progress);
            batch.committed(written, account, OffsetDateTime.now(clock));
            // Still inside: whoever cancels up to here finds nothing written.
            job.progress(1, 1, "Mở " + written.opened() + " chế độ, " + written.known() + " đã có");
        });
        ImportSummary.Written written = imports.summary(id).written();
        job.result("import", Long.toString(id));
        job.result("people", Integer.toString(written.peopleNew()));
        job.result("opened", Integer.toString(written.opened()));
        job.result("known", Integer.toString(written.known()));
        job.result("refused", Integer.toString(written.refused()));
        job.result("facts", Integer.toString(written.factsNew()));
    }
}
