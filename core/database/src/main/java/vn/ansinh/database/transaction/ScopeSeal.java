package vn.ansinh.database.transaction;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import vn.ansinh.api.transaction.Scope;

/**
 * Writes a scope so that the database believes it: signed with a key that lies in the database and that only the owner of
 * the tables reads. Whoever can make the application run statements of their own can set any value, but none that holds; and
 * the value they find set gives them what the official has, for a day.
 */
public final class ScopeSeal {

    private static final String ALGORITHM = "HmacSHA256";

    private final DataSource owner;
    private final InstantSource clock;
    private volatile SecretKeySpec key;

    /**
     * @param owner connections that read the key, at first use
     * @param clock tells the hour, after which a value is worthless a day later
     */
    public ScopeSeal(DataSource owner, InstantSource clock) {
        this.owner = owner;
        this.clock = clock;
    }

    /**
     * What setting {@code ansinh.scope} has to be; function {@code ansinh.scope_parts()} reads it.
     *
     * @return empty for {@link Scope#NOTHING}
     */
    public String seal(Scope scope) throws SQLException {
        if (scope.equals(Scope.NOTHING)) {
            return "";
        }
        long hour = clock.instant().getEpochSecond() / Duration.ofHours(1).toSeconds();
        String text = scope.unitId() + "|" + String.join(",", new TreeSet<>(scope.programs())) + "|" + scope.account()
                + "|" + hour;
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            return text + "|" + HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private SecretKeySpec key() throws SQLException {
        SecretKeySpec known = key;
        if (known == null) {
            try (Connection connection = owner.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select key from ansinh.scope_key")) {
                row.next();
                known = new SecretKeySpec(row.getBytes(1), ALGORITHM);
            }
            key = known;
        }
        return known;
    }
}
