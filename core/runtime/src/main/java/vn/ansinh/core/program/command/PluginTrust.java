package vn.ansinh.core.program.command;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.ansinh.core.program.TrustedKeys;

/** {@code ansinh:plugin-trust} lists the keys; {@code ansinh:plugin-trust so-y-te.pem} adds one. */
@Service
@Command(
        scope = "ansinh",
        name = "plugin-trust",
        description = "Keys whose owners may bring programs: lists them, or adds a certificate (PEM)")
public final class PluginTrust implements Action {

    @Argument(name = "file", description = "Certificate to trust from now on")
    private String file;

    @Override
    public Object execute() throws Exception {
        TrustedKeys keys = TrustedKeys.ofContainer();
        List<X509Certificate> shown = file == null ? keys.all() : List.of(keys.add(Path.of(file)));
        if (shown.isEmpty()) {
            System.out.println("Chưa có khóa nào được tin cậy (etc/trusted/*.pem).");
        }
        for (X509Certificate key : shown) {
            LocalDate until = LocalDate.ofInstant(key.getNotAfter().toInstant(), ZoneId.of("Asia/Ho_Chi_Minh"));
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            System.out.println(TrustedKeys.name(key) + ", đến hết " + until + ", SHA-256 "
                    + HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest));
        }
        return null;
    }
}
