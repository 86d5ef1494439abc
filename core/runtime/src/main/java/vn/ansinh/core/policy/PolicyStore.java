package vn.ansinh.core.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.api.policy.PackVersion;
import vn.ansinh.api.transaction.Transactions;

/** Pack versions and confirmations as rows: what outlives every bundle. */
final class PolicyStore {

    private final Transactions transactions;

    PolicyStore(Transactions transactions) {
        this.transactions = transactions;
    }

    Optional<String> source(PackVersion version) {
        return transactions.call(connection -> column(connection, "source", version));
    }

    /** The unit that bears a code today, first, and all below it; empty when there is none. */
    Set<Long> subtree(String code) {
        return transactions.call(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select below.unit_id
                    from ansinh.unit u
                    join ansinh.unit_closure below on below.ancestor_id = u.id
                    where u.code = ? and u.valid_from <= current_date
                      and (u.valid_to is null or u.valid_to > current_date)
                    order by below.unit_id <> u.id, below.unit_id""")) {
                select.setString(1, code);
                try (ResultSet row = select.executeQuery()) {
                    Set<Long> units = new LinkedHashSet<>();
                    while (row.next()) {
                        units.add(row.getLong(1));
                    }
                    return units;
                }
            }
        });
    }

    /**
     * Keeps a version for ever.
     *
     * @return whether what is kept under this version is {@code source}
     */
    boolean keep(PackVersion version, String program, String source) {
        String digest = digest(source);
        return transactions.call(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into ansinh.policy_version (pack, version, program, source, digest)"
                            + " values (?, ?, ?, ?, ?) on conflict do nothing")) {
                insert.setString(1, version.pack());
                insert.setInt(2, version.version());
                insert.setString(3, program);
                insert.setString(4, source);
                insert.setString(5, digest);
                insert.executeUpdate();
            }
            return column(connection, "digest", version).orElseThrow().equals(digest);
        });
    }

    private static Optional<String> column(Connection connection, String column, PackVersion version)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select " + column + " from ansinh.policy_version where pack = ? and version = ?")) {
            select.setString(1, version.pack());
            select.setInt(2, version.version());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    /** Last month after {@code month} that a closed payroll paid by a pack; {@code null} when there is none. */
    static YearMonth closedThrough(Connection connection, String pack, YearMonth month) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select max(l.period + make_interval(months => l.months - 1))::date
                from ansinh.payroll_rule r
                join ansinh.payroll_rule_use u on u.rule_id = r.id
                join ansinh.payroll y on y.id = u.payroll_id and y.state = 'CLOSED' and y.month > ?
                join ansinh.payroll_line l on l.month = y.month and l.payroll_id = y.id and l.rule_id = r.id
                where ? in (r.pack, r.base_pack, r.coefficient_pack)
                  and l.period + make_interval(months => l.months - 1) > ?""")) {
            select.setDate(1, Date.valueOf(month.atDay(1)));
            select.setString(2, pack);
            select.setDate(3, Date.valueOf(month.atDay(1)));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                Date last = row.getDate(1);
                return last == null ? null : YearMonth.from(last.toLocalDate());
            }
        }
    }

    /** Confirmations of a pack version, by value. */
    Map<String, Confirmation> confirmations(PackVersion version) {
        return transactions.call(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select value_id, gazette_reference, confirmed_by, confirmed_at"
                            + " from ansinh.policy_confirmation where pack = ? and version = ?")) {
                select.setString(1, version.pack());
                select.setInt(2, version.version());
                try (ResultSet row = select.executeQuery()) {
                    Map<String, Confirmation> confirmations = new HashMap<>();
                    while (row.next()) {
                        confirmations.put(
                                row.getString(1),
                                new Confirmation(
                                        row.getString(2),
                                        row.getString(3),
                                        row.getObject(4, OffsetDateTime.class).toInstant()));
                    }
                    return confirmations;
                }
            }
        });
    }

    /** The first confirmation stays. @return whether this is the first */
    boolean confirm(PackVersion version, String valueId, String gazetteReference, String account) {
        return transactions.call(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("insert into ansinh.policy_confirmation"
                    + " (pack, version, value_id, gazette_reference, confirmed_by)"
                    + " values (?, ?, ?, ?, ?) on conflict do nothing")) {
                insert.setString(1, version.pack());
                insert.setInt(2, version.version());
                insert.setString(3, valueId);
                insert.setString(4, gazetteReference);
                insert.setString(5, account);
                return insert.executeUpdate() > 0;
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

    /** Who read a provisional value in which Công báo. */
    record Confirmation(String gazetteReference, String account, Instant at) {}
}
