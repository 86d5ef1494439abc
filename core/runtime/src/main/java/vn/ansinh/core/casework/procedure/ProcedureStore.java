package vn.ansinh.core.casework.procedure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.transaction.Transactions;

/** Versions of procedures as rows: what outlives every bundle. */
final class ProcedureStore {

    private final Transactions transactions;

    ProcedureStore(Transactions transactions) {
        this.transactions = transactions;
    }

    /** @param id rises in the order of storing */
    record Kept(long id, String file, String source) {}

    /** What is kept besides the versions with these ids: whichever node's transaction came to its end first. */
    List<Kept> besides(Set<Long> ids) {
        return transactions.call(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select id, file, source from ansinh.procedure_version where id <> all (?) order by id")) {
                select.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
                try (ResultSet row = select.executeQuery()) {
                    List<Kept> kept = new ArrayList<>();
                    while (row.next()) {
                        kept.add(new Kept(row.getLong(1), row.getString(2), row.getString(3)));
                    }
                    return kept;
                }
            }
        });
    }

    /**
     * Keeps a version for ever.
     *
     * @return whether what is kept under this version is what this file says
     */
    boolean keep(ProcedureReading reading) {
        Procedure procedure = reading.procedure();
        String digest = digest(reading.source());
        return transactions.call(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into ansinh.procedure_version (procedure, version, program, file, source, digest)"
                            + " values (?, ?, ?, ?, ?, ?) on conflict do nothing")) {
                insert.setString(1, procedure.id());
                insert.setString(2, procedure.version());
                insert.setString(3, procedure.program());
                insert.setString(4, reading.file());
                insert.setString(5, reading.source());
                insert.setString(6, digest);
                insert.executeUpdate();
            }
            try (PreparedStatement select = connection.prepareStatement(
                    "select digest from ansinh.procedure_version where procedure = ? and version = ?")) {
                select.setString(1, procedure.id());
                select.setString(2, procedure.version());
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getString(1).equals(digest);
                }
            }
        });
    }

    private static String digest(String source) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
