package vn.ansinh.core.document;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import vn.ansinh.api.document.FileScanner;

/**
 * Asks clamd by its command {@code INSTREAM}: pieces of the file, each with its length before it, a length of zero, then one
 * answer. The file need not lie where clamd can read it.
 */
final class ClamdScanner implements FileScanner {

    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int PIECE = 1 << 16;
    private static final int LONGEST_ANSWER = 4096;
    private static final String BEFORE = "stream: ";
    private static final String FOUND = " FOUND";

    private final String host;
    private final int port;
    private final Duration patience;

    ClamdScanner(String host, int port, Duration patience) {
        this.host = host;
        this.port = port;
        this.patience = patience;
    }

    @Override
    public String name() {
        return "ClamAV " + host + ":" + port;
    }

    @Override
    public Verdict scan(InputStream content) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), (int) patience.toMillis());
            socket.setSoTimeout((int) patience.toMillis());
            return verdict(ask(socket, content));
        }
    }

    private static String ask(Socket socket, InputStream content) throws IOException {
        DataOutputStream to = new DataOutputStream(socket.getOutputStream());
        try {
            to.write(COMMAND);
            byte[] piece = new byte[PIECE];
            for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                to.writeInt(read);
                to.write(piece, 0, read);
            }
            to.writeInt(0);
            to.flush();
        } catch (IOException e) {
            // It hangs up on files above its own limit, and says so before.
            String said = answer(socket);
            throw said.isEmpty() ? e : new IOException("clamd hung up: " + said, e);
        }
        return answer(socket);
    }

    private static String answer(Socket socket) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        InputStream from = socket.getInputStream();
        for (int c = from.read(); c > 0 && said.size() < LONGEST_ANSWER; c = from.read()) {
            said.write(c);
        }
        return said.toString(StandardCharsets.UTF_8).strip();
    }

    private static Verdict verdict(String answer) throws IOException {
        if (answer.equals(BEFORE + "OK")) {
            return Verdict.CLEAN;
        }
        if (answer.startsWith(BEFORE) && answer.endsWith(FOUND)) {
            return new Verdict(answer.substring(BEFORE.length(), answer.length() - FOUND.length()));
        }
        throw new IOException("clamd cannot say: " + (answer.isEmpty() ? "no answer" : answer));
    }
}
