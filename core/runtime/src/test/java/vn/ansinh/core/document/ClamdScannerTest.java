package vn.ansinh.core.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said to clamd, and what its answers mean: as its manual has it, against a server that keeps to the manual. */
class ClamdScannerTest {

    private static final int ITS_LIMIT = 1 << 20;

    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread clamd = new Thread(() -> {
            while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                    answer(socket);
                } catch (IOException e) {
                    // the test is over, or who asked went away
                }
            }
        });
        clamd.setDaemon(true);
        clamd.start();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private static void answer(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        String command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
        if (!command.equals("zINSTREAM\0")) {
            say(socket, "UNKNOWN COMMAND");
            return;
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (int length = in.readInt(); length != 0; length = in.readInt()) {
            content.write(in.readNBytes(length));
            if (content.size() > ITS_LIMIT) {
                say(socket, "INSTREAM size limit exceeded. ERROR");
                return;
            }
        }
        String text = content.toString(StandardCharsets.ISO_8859_1);
        say(socket, text.contains(BroughtFiles.EICAR) ? "stream: Eicar-Signature FOUND" : "stream: OK");
    }

    private static void say(Socket socket, String answer) throws IOException {
        socket.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
    }

    private String scan(byte[] content) throws IOException {
        return new ClamdScanner("127.0.0.1", server.getLocalPort(), Duration.ofSeconds(5))
                .scan(new ByteArrayInputStream(content))
                .infection();
    }

    @Test
    void cleanInfectedAndTooLarge() throws IOException {
        assertEquals(null, scan("Đơn đề nghị".getBytes(StandardCharsets.UTF_8)));
        byte[] large = new byte[300_000];
        Arrays.fill(large, (byte) 'x');
        assertEquals(null, scan(large), "in several pieces");
        assertEquals("Eicar-Signature", scan(BroughtFiles.EICAR.getBytes(StandardCharsets.US_ASCII)));
        assertThrows(IOException.class, () -> scan(new byte[2 * ITS_LIMIT]), "never taken for clean");
    }

    @Test
    void nobodyThere() throws IOException {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        ClamdScanner scanner = new ClamdScanner("127.0.0.1", port, Duration.ofSeconds(5));
        assertThrows(IOException.class, () -> scanner.scan(new ByteArrayInputStream(new byte[] {1})));
    }
}
