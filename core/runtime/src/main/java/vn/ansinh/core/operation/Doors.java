package vn.ansinh.core.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;
import org.osgi.service.cm.ConfigurationAdmin;
import vn.ansinh.api.operation.Check;
import vn.ansinh.api.operation.Check.Level;
import vn.ansinh.api.operation.Checkup;
import vn.ansinh.api.operation.ConfigurationFile;

/**
 * Where the server listens: the screens and the API on loopback behind a proxy, or with HTTPS; the console and JMX on loopback only.
 * What is asked in the clear from elsewhere is refused by both anyway; here it is told beforehand.
 */
public final class Doors implements Checkup {

    /** Configuration of the web server. */
    static final ConfigurationFile WEB = ConfigurationFile.of("org.ops4j.pax.web")
            .flag("org.osgi.service.http.enabled")
            .number("org.osgi.service.http.port", 1, 65535)
            .text("org.ops4j.pax.web.listening.addresses")
            .flag("org.osgi.service.http.secure.enabled")
            .number("org.osgi.service.http.port.secure", 1, 65535)
            .text("org.ops4j.pax.web.ssl.keystore")
            .choice("org.ops4j.pax.web.ssl.keystore.type", "PKCS12")
            .text("org.ops4j.pax.web.ssl.keystore.password")
            .text("org.ops4j.pax.web.ssl.key.password")
            .text("org.ops4j.pax.web.ssl.key.alias")
            .text("jakarta.servlet.context.tempdir")
            .text("org.ops4j.pax.web.config.file");

    static final String HTTPS = "org.osgi.service.http.secure.enabled";
    static final String KEYSTORE = "org.ops4j.pax.web.ssl.keystore";
    static final String PASSWORD = "org.ops4j.pax.web.ssl.keystore.password";
    private static final String HTTP = "org.osgi.service.http.enabled";
    private static final String LISTENS = "org.ops4j.pax.web.listening.addresses";

    private final ConfigurationAdmin configurations;

    public Doors(ConfigurationAdmin configurations) {
        this.configurations = configurations;
    }

    /** What the web server was told; {@code null} for nothing. */
    static Dictionary<String, Object> web(ConfigurationAdmin configurations) {
        return properties(configurations, WEB.pid());
    }

    /** A value as text; blank when it is left out. */
    static String value(Dictionary<String, Object> properties, String key) {
        Object value = properties == null ? null : properties.get(key);
        return value == null ? "" : value.toString().strip();
    }

    @Override
    public List<Check> look() {
        Dictionary<String, Object> web = web(configurations);
        List<String> troubles = new ArrayList<>();
        boolean clear = !"false".equals(value(web, HTTP));
        boolean https = "true".equals(value(web, HTTPS));
        String listens = value(web, LISTENS);
        if (clear && !isLoopback(listens)) {
            troubles.add(WEB.path() + ": mở HTTP không mã hóa trên " + (listens.isEmpty() ? "mọi địa chỉ" : listens)
                    + "; yêu cầu từ máy khác bị từ chối");
        }
        if (https && value(web, KEYSTORE).isEmpty()) {
            troubles.add(WEB.path() + ": " + HTTPS + " = true nhưng thiếu " + KEYSTORE);
        }
        loopbackOnly("org.apache.karaf.shell", "sshHost", troubles);
        loopbackOnly("org.apache.karaf.management", "rmiRegistryHost", troubles);
        loopbackOnly("org.apache.karaf.management", "rmiServerHost", troubles);
        return List.of(new Check(
                "doors",
                "Cửa vào",
                troubles.isEmpty() ? Level.GOOD : Level.ERROR,
                troubles.isEmpty()
                        ? https
                                ? "HTTPS của chính máy chủ; dấu nhắc lệnh và JMX chỉ trên máy này."
                                : "Chỉ nghe trên máy này: máy khác vào qua máy chủ trung gian có TLS."
                        : String.join("; ", troubles) + ".",
                troubles.isEmpty()
                        ? ""
                        : "Đặt địa chỉ 127.0.0.1 và một máy chủ trung gian có TLS ở trước, hoặc tắt HTTP và bật HTTPS (mục 9 của"
                                + " tài liệu Trực đêm)."));
    }

    private void loopbackOnly(String pid, String key, List<String> troubles) {
        String host = value(properties(configurations, pid), key);
        if (!isLoopback(host)) {
            troubles.add("etc/" + pid + ".cfg: " + key + " = " + host + " không phải địa chỉ của riêng máy này");
        }
    }

    /** Whether all of these addresses are the machine's own. */
    private static boolean isLoopback(String hosts) {
        try {
            for (String host : hosts.split(",")) {
                if (host.isBlank() || !InetAddress.getByName(host.strip()).isLoopbackAddress()) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static Dictionary<String, Object> properties(ConfigurationAdmin configurations, String pid) {
        try {
            return configurations.getConfiguration(pid, null).getProperties();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
