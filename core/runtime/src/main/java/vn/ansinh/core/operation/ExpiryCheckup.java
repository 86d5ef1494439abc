package vn.ansinh.core.operation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Dictionary;
import java.util.List;
import org.osgi.service.cm.ConfigurationAdmin;
import vn.ansinh.api.operation.Check;
import vn.ansinh.api.operation.Check.Level;
import vn.ansinh.api.operation.Checkup;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.program.TrustedKeys;
import vn.ansinh.core.sql.Rows;

/** What ends on a day that people forget: the certificate of HTTPS, keys of suppliers, tokens of other systems. */
public final class ExpiryCheckup implements Checkup {

    private static final Duration SOON = Duration.ofDays(30);
    private static final Duration TOKEN_SOON = Duration.ofDays(14);

    private final TrustedKeys keys;
    private final ConfigurationAdmin configurations;
    private final Transactions transactions;
    private final InstantSource clock;

    /** @param transactions of the platform */
    public ExpiryCheckup(
            TrustedKeys keys, ConfigurationAdmin configurations, Transactions transactions, InstantSource clock) {
        this.keys = keys;
        this.configurations = configurations;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Ending(String what, Instant end) {}

    @Override
    public List<Check> look() {
        return List.of(certificates(), tokens());
    }

    private Check certificates() {
        List<Ending> endings = new ArrayList<>();
        keys.all()
                .forEach(key -> endings.add(new Ending(
                        "khóa nhà cung cấp " + key.getSerialNumber().toString(16),
                        key.getNotAfter().toInstant())));
        String fault = ofHttps(endings);
        endings.sort(Comparator.comparing(Ending::end));
        Instant now = clock.instant();
        List<String> soon = endings.stream()
                .filter(ending -> ending.end().isBefore(now.plus(SOON)))
                .map(ending -> ending.what() + " hết hạn " + Sentences.time(ending.end()))
                .toList();
        boolean over = !endings.isEmpty() && endings.get(0).end().isBefore(now);
        if (!fault.isEmpty()) {
            return new Check(
                    "certificates",
                    "Chứng thư",
                    Level.ERROR,
                    fault,
                    "Sửa tệp và mật khẩu trong " + Doors.WEB.path() + ".");
        }
        return new Check(
                "certificates",
                "Chứng thư",
                over ? Level.ERROR : soon.isEmpty() ? Level.GOOD : Level.WARNING,
                soon.isEmpty()
                        ? endings.isEmpty()
                                ? "Bản cài này không giữ chứng thư nào."
                                : endings.size() + " chứng thư, sớm nhất hết hạn "
                                        + Sentences.time(endings.get(0).end()) + "."
                        : String.join("; ", soon) + ".",
                soon.isEmpty()
                        ? ""
                        : "Xin chứng thư mới rồi thay tệp (mục 9 của tài liệu Trực đêm); khóa nhà cung cấp: ansinh:plugin-trust.");
    }

    /** @return what is wrong with the key of HTTPS; blank when nothing is, or there is none */
    private String ofHttps(List<Ending> endings) {
        Dictionary<String, Object> web = Doors.web(configurations);
        if (!"true".equals(Doors.value(web, Doors.HTTPS))) {
            return "";
        }
        Path file = Path.of(Doors.value(web, Doors.KEYSTORE));
        String password = Doors.value(web, Doors.PASSWORD);
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            for (String alias : Collections.list(store.aliases())) {
                if (store.getCertificate(alias) instanceof X509Certificate certificate) {
                    endings.add(new Ending(
                            "chứng thư HTTPS", certificate.getNotAfter().toInstant()));
                }
            }
            return endings.isEmpty() ? "Kho khóa HTTPS " + file + " không có chứng thư nào." : "";
        } catch (IOException | GeneralSecurityException e) {
            return "Không mở được kho khóa HTTPS " + file + ".";
        }
    }

    private Check tokens() {
        Instant now = clock.instant();
        return transactions
                .call(connection -> Rows.list(
                        connection,
                        "select count(*), count(*) filter (where expires_at < ?), min(expires_at) from ansinh.access_token"
                                + " where revoked_at is null and expires_at > ?",
                        select -> {
                            select.setTimestamp(1, Timestamp.from(now.plus(TOKEN_SOON)));
                            select.setTimestamp(2, Timestamp.from(now));
                        },
                        row -> {
                            int soon = row.getInt(2);
                            return new Check(
                                    "tokens",
                                    "Mã truy cập của hệ thống khác",
                                    soon > 0 ? Level.WARNING : Level.GOOD,
                                    row.getInt(1) == 0
                                            ? "Không có mã nào đang dùng."
                                            : row.getInt(1) + " mã đang dùng, " + soon
                                                    + " mã hết hạn trong 14 ngày tới, sớm nhất "
                                                    + Sentences.time(
                                                            row.getTimestamp(3).toInstant()) + ".",
                                    soon > 0
                                            ? "Xem bằng ansinh:token-list, báo chủ mã cấp mã mới trong Hồ sơ của tôi trước ngày ấy."
                                            : "");
                        }))
                .get(0);
    }
}
