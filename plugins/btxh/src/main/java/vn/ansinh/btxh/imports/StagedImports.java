package vn.ansinh.btxh.imports;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.job.Jobs;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.sheet.Spreadsheets;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Units;
import vn.ansinh.btxh.BtxhProgram;
import vn.ansinh.btxh.entity.ImportBatch;
import vn.ansinh.btxh.entity.ImportBatch.State;

/** Imports by way of the staging tables of schema {@code btxh}. */
public final class StagedImports implements ExcelImports {

    private static final int LARGEST_PAGE = 500;
    /** How far back the latest imports of a unit are looked for. */
    private static final int LATEST_SEARCHED = 2_000;

    private static final int LONGEST_FILE_NAME = 200;
    /** Staged rows are personal data that nobody needs once the wrong ones were mended. */
    private static final int DAYS_KEPT = 60;

    private final Access access;
    private final Transactions transactions;
    private final EntityManager entities;
    private final Units units;
    private final Jobs jobs;
    private final Spreadsheets spreadsheets;
    private final ListReaders readers;
    private final Clock clock;

    public StagedImports(
            Access access,
            Transactions transactions,
            EntityManager entities,
            Units units,
            Jobs jobs,
            Spreadsheets spreadsheets,
            ListReaders readers,
            Clock clock) {
        this.access = access;
        this.transactions = transactions;
        this.entities = entities;
        this.units = units;
        this.jobs = jobs;
        this.spreadsheets = spreadsheets;
        this.readers = readers;
        this.clock = clock;
    }

    @Override
    public Submitted submit(long unitId, String fileName, YearMonth paidThrough, InputStream content) {
        Caller caller = access.require(BtxhProgram.IMPORT, unitId);
        if (unitId == 0 || units.byId(unitId).isEmpty()) {
            throw Problem.invalid("AS-BTXH-IMPORT-UNIT", "Chọn xã hoặc tỉnh của danh sách trước khi tải lên.");
        }
        if (paidThrough != null && paidThrough.isAfter(YearMonth.now(clock))) {
            throw Problem.invalid("AS-BTXH-IMPORT-PAID", "Tháng đã chi đến là tháng chưa tới. Xem lại.");
        }
        String name = fileName == null || fileName.isBlank() ? "danh-sach.xlsx" : fileName.strip();
        String kept = name.substring(0, Math.min(name.length(), LONGEST_FILE_NAME));
        long id = transactions.call(connection -> {
            sweep(connection);
            long next = nextId(connection);
            OffsetDateTime now = OffsetDateTime.now(clock);
            entities.persist(new ImportBatch(next, unitId, kept, paidThrough, caller.account(), now));
            return next;
        });
        long job = jobs.submit(CHECK, "Kiểm tra " + kept, Map.of("import", Long.toString(id)), content);
        return new Submitted(id, job);
    }

    @Override
    public ImportSummary summary(long id) {
        access.require(BtxhProgram.IMPORT);
        return transactions.call(connection -> summary(connection, find(id)));
    }

    @Override
    public List<ImportSummary> latest(long unitId, int limit) {
        access.require(BtxhProgram.IMPORT, unitId);
        return transactions.call(connection -> {
            List<ImportSummary> latest = new ArrayList<>();
            for (Long id : latestIds(connection, unitId, limit)) {
                latest.add(summary(connection, entities.find(ImportBatch.class, id)));
            }
            return latest;
        });
    }

    @Override
    public List<PreviewRow> rows(long id, Severity severity, int after, int limit) {
        access.require(BtxhProgram.IMPORT);
        return transactions.call(connection -> {
            find(id);
            return new ImportRows(connection, id).page(severity, after, Math.max(1, Math.min(limit, LARGEST_PAGE)));
        });
    }

    @Override
    public List<SplitCommune> splits(long id) {
        access.require(BtxhProgram.IMPORT);
        return transactions.call(connection -> {
            PlaceCells places = new PlaceCells(readers.surroundings(find(id), true));
            List<SplitCommune> splits = new ArrayList<>();
            new ImportRows(connection, id).splitCodes().forEach((code, rows) -> {
                List<AdministrativeUnit> once = units.everByCode(code);
                String name = once.isEmpty() ? code : once.get(0).name();
                splits.add(new SplitCommune(code, name, rows, places.candidates(code)));
            });
            return splits;
        });
    }

    @Override
    public ImportSummary choose(long id, List<Choice> choices) {
        access.require(BtxhProgram.IMPORT);
        return transactions.call(connection -> {
            ImportBatch batch = lock(connection, id);
            requireState(batch, State.CHECKED);
            PlaceCells places = new PlaceCells(readers.surroundings(batch, true));
            ImportRows rows = new ImportRows(connection, id);
            for (Choice choice : choices) {
                boolean possible =
                        places.candidates(choice.code()).stream().anyMatch(unit -> unit.id() == choice.unitId());
                if (!possible || rows.choose(choice.code(), choice.row(), choice.unitId()) == 0) {
                    throw Problem.invalid(
                            "AS-BTXH-IMPORT-CHOICE",
                            "Không chọn được xã này cho mã " + choice.code()
                                    + ". Mở lại danh sách rồi chọn trong các xã gợi ý.");
                }
            }
            readers.check(connection, batch, (done, total, message) -> {});
            return summary(connection, batch);
        });
    }

    @Override
    public long commit(long id) {
        access.require(BtxhProgram.IMPORT);
        ImportSummary summary = summary(id);
        if (summary.state().equals(State.NEW.name()) || summary.writable() == 0) {
            throw Problem.conflict(
                    "AS-BTXH-IMPORT-NOTHING", "Chưa có dòng nào ghi được. Sửa các dòng lỗi trong tệp rồi tải lên lại.");
        }
        return jobs.submit(COMMIT, "Ghi " + summary.fileName(), Map.of("import", Long.toString(id)), null);
    }

    @Override
    public void template(OutputStream to) throws IOException {
        access.require(BtxhProgram.IMPORT);
        ImportSheets.template(spreadsheets, to);
    }

    @Override
    public void rejected(long id, OutputStream to) throws IOException {
        ImportSummary summary = summary(id);
        ImportSheets.rejected(spreadsheets, summary, (severity, after) -> rows(id, severity, after, LARGEST_PAGE), to);
    }

    /** An import of the caller's; inside a transaction. */
    ImportBatch find(long id) {
        ImportBatch batch = entities.find(ImportBatch.class, id);
        if (batch == null || !units.isWithin(batch.unitId(), access.require().unitId())) {
            throw Problem.notFound("AS-BTXH-IMPORT", "Không có lần nhập này, hoặc nó thuộc nơi khác.");
        }
        return batch;
    }

    /** As {@link #find}, with nobody else changing it until the transaction ends. */
    ImportBatch lock(Connection connection, long id) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("select 1 from btxh.import_batch where id = ? for update")) {
            lock.setLong(1, id);
            lock.executeQuery().close();
        }
        return find(id);
    }

    private static void requireState(ImportBatch batch, State state) {
        if (batch.state() != state) {
            throw Problem.conflict(
                    "AS-BTXH-IMPORT-STATE",
                    batch.state() == State.COMMITTED
                            ? "Danh sách này đã ghi rồi, không sửa được nữa."
                            : "Danh sách này chưa kiểm tra xong. Đợi kiểm tra xong rồi làm tiếp.");
        }
    }

    private ImportSummary summary(Connection connection, ImportBatch batch) throws SQLException {
        boolean committed = batch.state() == State.COMMITTED;
        ImportBatch.Written written = batch.written();
        return new ImportSummary(
                batch.id(),
                batch.unitId(),
                batch.fileName(),
                batch.state().name(),
                batch.paidThrough(),
                batch.rowCount(),
                batch.errors(),
                batch.choices(),
                batch.warnings(),
                batch.correct(),
                columns(batch),
                batch.createdBy(),
                batch.createdAt().toInstant(),
                committed ? batch.committedAt().toInstant() : null,
                committed ? null : sameFile(connection, batch),
                committed
                        ? new ImportSummary.Written(
                                written.peopleNew(),
                                written.opened(),
                                written.known(),
                                written.refused(),
                                written.factsNew())
                        : null);
    }

    private static List<ImportSummary.SheetColumn> columns(ImportBatch batch) {
        List<ImportSummary.SheetColumn> columns = new ArrayList<>();
        if (batch.headerCells() != null) {
            Header header = ListReaders.header(batch);
            for (int i = 0; i < header.titles().size(); i++) {
                columns.add(new ImportSummary.SheetColumn(
                        Header.letter(i), header.titles().get(i), header.at(i).orElse(null)));
            }
        }
        return columns;
    }

    private static Instant sameFile(Connection connection, ImportBatch batch) throws SQLException {
        String sql = "select max(committed_at) from btxh.import_batch"
                + " where digest = ? and unit_id = ? and state = 'COMMITTED'";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, batch.digest());
            select.setLong(2, batch.unitId());
            try (ResultSet result = select.executeQuery()) {
                result.next();
                OffsetDateTime at = result.getObject(1, OffsetDateTime.class);
                return at == null ? null : at.toInstant();
            }
        }
    }

    private List<Long> latestIds(Connection connection, long unitId, int limit) throws SQLException {
        String sql = "select id, unit_id from btxh.import_batch where state <> 'NEW' order by id desc limit "
                + LATEST_SEARCHED;
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet result = select.executeQuery()) {
            List<Long> ids = new ArrayList<>();
            while (ids.size() < limit && result.next()) {
                if (units.isWithin(result.getLong(2), unitId)) {
                    ids.add(result.getLong(1));
                }
            }
            return ids;
        }
    }

    private static long nextId(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select nextval('btxh.import_batch_seq')");
                ResultSet result = select.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    private void sweep(Connection connection) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from btxh.import_row r"
                + " using btxh.import_batch b where b.id = r.batch_id and b.created_at < ?")) {
            delete.setObject(
                    1,
                    LocalDate.now(clock)
                            .minusDays(DAYS_KEPT)
                            .atStartOfDay(clock.getZone())
                            .toOffsetDateTime());
            delete.executeUpdate();
        }
    }
}
