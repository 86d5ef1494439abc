package vn.ansinh.btxh.imports;

import vn.ansinh.api.access.Access;
import vn.ansinh.api.job.JobContext;
import vn.ansinh.api.job.JobHandler;
import vn.ansinh.api.sheet.Spreadsheets;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.btxh.BtxhProgram;
import vn.ansinh.btxh.entity.ImportBatch;

/** Checks a list that was handed in. Run again, it stages and checks anew: nothing of a broken run stays. */
public final class CheckJob implements JobHandler {

    private final Access access;
    private final Transactions transactions;
    private final Spreadsheets spreadsheets;
    private final StagedImports imports;
    private final ListReaders readers;

    public CheckJob(
            Access access,
            Transactions transactions,
            Spreadsheets spreadsheets,
            StagedImports imports,
            ListReaders readers) {
        this.access = access;
        this.transactions = transactions;
        this.spreadsheets = spreadsheets;
        this.imports = imports;
        this.readers = readers;
    }

    @Override
    public String type() {
        return ExcelImports.CHECK;
    }

    @Override
    public void run(JobContext job) {
        long id = Long.parseLong(job.parameter("import"));
        job.result("import", Long.toString(id));
        transactions.run(connection -> {
            ImportBatch batch = imports.lock(connection, id);
            access.require(BtxhProgram.IMPORT, batch.unitId());
            if (batch.state() == ImportBatch.State.COMMITTED) {
                return;
            }
            StagedList list = new StagedList(new StagingTable(connection, id));
            StagedList.Staged staged =
                    list.stage(spreadsheets, job.file(), rows -> job.progress(rows, 0, "Đọc tệp: " + rows + " dòng"));
            StagedRow header = StagedRow.of(staged.headerRow());
            batch.read(staged.digest(), staged.headerRow().number(), header.kinds(), header.cells());
            readers.check(connection, batch, job::progress);
        });
        ImportSummary summary = imports.summary(id);
        job.progress(
                summary.rows(),
                summary.rows(),
                summary.rows() + " dòng: " + summary.writable() + " ghi được, " + (summary.errors() + summary.choices())
                        + " phải sửa");
        job.result("rows", Integer.toString(summary.rows()));
        job.result("errors", Integer.toString(summary.errors()));
        job.result("choices", Integer.toString(summary.choices()));
        job.result("warnings", Integer.toString(summary.warnings()));
        job.result("correct", Integer.toString(summary.correct()));
    }
}
