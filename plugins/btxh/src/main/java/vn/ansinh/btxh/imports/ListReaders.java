package vn.ansinh.btxh.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.benefit.Entitlements;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.identity.PersonRegistry;
import vn.ansinh.api.policy.Policies;
import vn.ansinh.api.unit.Units;
import vn.ansinh.btxh.entity.ImportBatch;

/** Reads staged lists as they would be written, and rehearses the writing, so that the preview tells what will happen. */
public final class ListReaders {

    private final Access access;
    private final CodeLists codeLists;
    private final Units units;
    private final Policies policies;
    private final PersonRegistry people;
    private final Entitlements entitlements;
    private final Facts facts;
    private final Clock clock;

    public ListReaders(
            Access access,
            CodeLists codeLists,
            Units units,
            Policies policies,
            PersonRegistry people,
            Entitlements entitlements,
            Facts facts,
            Clock clock) {
        this.access = access;
        this.codeLists = codeLists;
        this.units = units;
        this.policies = policies;
        this.people = people;
        this.entitlements = entitlements;
        this.facts = facts;
        this.clock = clock;
    }

    /** Is told how far the work is. */
    @FunctionalInterface
    interface Progress {
        void told(long done, long total, String message);
    }

    /** What reading a list depends on, for the caller of this thread. */
    Surroundings surroundings(ImportBatch batch, boolean oldList) {
        return new Surroundings(
                codeLists,
                units,
                policies::due,
                access.require().unitId(),
                batch.unitId(),
                oldList,
                batch.paidThrough(),
                LocalDate.now(clock));
    }

    /** The header of a list that was staged. */
    static Header header(ImportBatch batch) {
        return Header.of(new StagedRow(batch.headerKinds(), batch.headerCells()).toRow(batch.headerNumber()))
                .orElseThrow(() -> new IllegalStateException("no header in import " + batch.id()));
    }

    /** Checks all staged rows; keeps what was found and the counts, nothing else. */
    void check(Connection connection, ImportBatch batch, Progress progress) throws SQLException {
        StagingTable table = new StagingTable(connection, batch.id());
        int total = table.rowCount();
        int[] done = new int[1];
        StagedList list = new StagedList(table);
        list.read(reader(list, batch), false, rows -> {
            table.record(rehearsed(connection, rows));
            done[0] += rows.size();
            progress.told(done[0], total, "Kiểm tra từng dòng");
        });
        Map<Severity, Integer> counts = table.counts();
        batch.checked(
                counts.get(Severity.ERROR),
                counts.get(Severity.CHOICE),
                counts.get(Severity.WARNING),
                counts.get(Severity.OK));
    }

    /** Writes the right rows. */
    ImportBatch.Written write(Connection connection, ImportBatch batch, Progress progress) throws SQLException {
        Tally tally = new Tally();
        StagingTable table = new StagingTable(connection, batch.id());
        int total = table.rowCount();
        int[] done = new int[1];
        StagedList list = new StagedList(table);
        list.read(reader(list, batch), true, rows -> {
            tally.add(writer().write(writable(rows)));
            done[0] += rows.size();
            progress.told(done[0], total, "Ghi người, chế độ, thông tin");
        });
        return tally.written();
    }

    /**
     * Does what the commit will do and takes it back, to learn which rows the registry or a running benefit would refuse. Rows
     * of one person in different chunks need no rehearsal together: the reader has told them already.
     */
    private List<ReadRow> rehearsed(Connection connection, List<ReadRow> rows) throws SQLException {
        List<ReadRow> writable = writable(rows);
        Map<Integer, List<Finding>> refused = new HashMap<>();
        Savepoint before = connection.setSavepoint();
        try {
            for (WrittenRow row : writer().rehearse(writable)) {
                if (!row.refused().isEmpty()) {
                    refused.put(row.number(), row.refused());
                }
            }
        } finally {
            connection.rollback(before);
        }
        return rows.stream()
                .map(row -> refused.containsKey(row.number()) ? row.refused(refused.get(row.number())) : row)
                .toList();
    }

    private BeneficiaryWriter writer() {
        return new BeneficiaryWriter(people, entitlements, facts);
    }

    private static List<ReadRow> writable(List<ReadRow> rows) {
        return rows.stream().filter(row -> row.beneficiary() != null).toList();
    }

    private RowReader reader(StagedList list, ImportBatch batch) throws SQLException {
        Header header = header(batch);
        LocalDate today = LocalDate.now(clock);
        boolean oldList = list.codes(header).stream().anyMatch(code -> PlaceCells.isOld(code, units, today));
        return new RowReader(surroundings(batch, oldList), header);
    }

    /** Adds up what was written. */
    private static final class Tally {
        private int peopleNew;
        private int opened;
        private int known;
        private int refused;
        private int factsNew;

        void add(BeneficiaryWriter.Result result) {
            for (WrittenRow row : result.rows()) {
                peopleNew += row.personNew() ? 1 : 0;
                opened += row.opened();
                known += row.known();
                refused += row.refused().isEmpty() ? 0 : 1;
            }
            factsNew += result.factsNew();
        }

        ImportBatch.Written written() {
            return new ImportBatch.Written(peopleNew, opened, known, refused, factsNew);
        }
    }
}
