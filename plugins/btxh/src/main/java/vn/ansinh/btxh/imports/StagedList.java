package vn.ansinh.btxh.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import vn.ansinh.api.sheet.Spreadsheets;
import vn.ansinh.api.sheet.Spreadsheets.SheetCell;
import vn.ansinh.api.sheet.Spreadsheets.SheetCell.Kind;
import vn.ansinh.api.sheet.Spreadsheets.SheetRow;

/** Stages a file's rows and reads them, chunk by chunk. Runs inside a transaction. */
final class StagedList {

    /** Rows read and written at a time: memory stays flat whatever the list's length. */
    static final int CHUNK = 2_000;

    private final StagingTable table;

    StagedList(StagingTable table) {
        this.table = table;
    }

    /**
     * What a file held.
     *
     * @param digest SHA-256, hexadecimal
     * @param headerRow the row of titles
     */
    record Staged(String digest, SheetRow headerRow, int rows) {}

    /** Takes the rows of a file into the staging table, in place of what was there. */
    Staged stage(Spreadsheets spreadsheets, Path file, IntConsumer progress) throws SQLException {
        table.clear();
        List<SheetRow> chunk = new ArrayList<>(CHUNK);
        int[] rows = new int[1];
        SheetFilter filter = new SheetFilter(row -> {
            chunk.add(row);
            if (chunk.size() == CHUNK) {
                rows[0] += flush(chunk);
                progress.accept(rows[0]);
            }
        });
        try {
            spreadsheets.read(file, filter);
            rows[0] += flush(chunk);
        } catch (StagingFailure e) {
            throw (SQLException) e.getCause();
        }
        return new Staged(digest(file), filter.headerRow(), rows[0]);
    }

    private int flush(List<SheetRow> chunk) {
        try {
            table.add(chunk);
        } catch (SQLException e) {
            throw new StagingFailure(e);
        }
        int added = chunk.size();
        chunk.clear();
        return added;
    }

    /** The commune codes the list uses. */
    Set<String> codes(Header header) throws SQLException {
        Set<String> codes = new HashSet<>();
        int column = header.position(ImportColumn.UNIT);
        int last = 0;
        while (column >= 0) {
            List<StagingTable.Row> rows = table.after(last, CHUNK);
            if (rows.isEmpty()) {
                break;
            }
            for (StagingTable.Row row : rows) {
                SheetCell cell = row.row().cell(column);
                String code = PlaceCells.code(cell.text(), cell.kind() == Kind.NUMBER);
                if (code != null) {
                    codes.add(code);
                }
            }
            last = rows.get(rows.size() - 1).row().number();
        }
        return codes;
    }

    /** Receives rows that were read. */
    @FunctionalInterface
    interface Chunk {
        void accept(List<ReadRow> rows) throws SQLException;
    }

    /**
     * Reads all staged rows in order.
     *
     * @param onlyReviewed whether a row that the last check kept out stays out, whatever has changed since: what nobody saw
     *     as right is not written
     */
    void read(RowReader reader, boolean onlyReviewed, Chunk chunk) throws SQLException {
        int last = 0;
        while (true) {
            List<StagingTable.Row> staged = table.after(last, CHUNK);
            if (staged.isEmpty()) {
                return;
            }
            List<ReadRow> read = new ArrayList<>(staged.size());
            for (StagingTable.Row row : staged) {
                ReadRow now = reader.read(row.row(), row.chosenUnit());
                boolean out = onlyReviewed && !row.severity().written();
                read.add(out ? now.refused(List.of()) : now);
            }
            last = staged.get(staged.size() - 1).row().number();
            chunk.accept(read);
        }
    }

    private static String digest(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Carries a database failure out of the reading of a sheet. */
    private static final class StagingFailure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        StagingFailure(SQLException cause) {
            super(cause);
        }
    }
}
