package vn.ansinh.ui.shell.servlet;

import com.vaadin.flow.server.StaticFileServer;
import com.vaadin.flow.server.VaadinService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Vaadin's scripts as small as they come: beside each one in its bundle lies one packed with Brotli, a quarter of the size, which
 * Vaadin itself looks for in the web application only. Their names change with their content, so a browser asks for each once.
 */
final class PackedScripts extends StaticFileServer {

    private static final long serialVersionUID = 1L;
    private static final Pattern SCRIPT = Pattern.compile("/VAADIN/build/[\\w.-]+\\.js");
    private static final String FOR_A_YEAR = "max-age=31536000, immutable";

    PackedScripts(VaadinService service) {
        super(service);
    }

    @Override
    public boolean serveStaticResource(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = String.valueOf(request.getPathInfo());
        URL packed = SCRIPT.matcher(path).matches() && takesBrotli(request)
                ? StaticFileServer.class.getClassLoader().getResource("META-INF/VAADIN/webapp" + path + ".br")
                : null;
        if (packed == null) {
            return super.serveStaticResource(request, response);
        }
        response.setContentType("text/javascript;charset=utf-8");
        response.setHeader("Content-Encoding", "br");
        response.setHeader("Vary", "Accept-Encoding");
        response.setHeader("Cache-Control", FOR_A_YEAR);
        try (InputStream in = packed.openStream()) {
            in.transferTo(response.getOutputStream());
        }
        return true;
    }

    private static boolean takesBrotli(HttpServletRequest request) {
        String accepted = request.getHeader("Accept-Encoding");
        return accepted != null
                && Arrays.stream(accepted.split(",")).map(String::strip).anyMatch("br"::equals);
    }
}
