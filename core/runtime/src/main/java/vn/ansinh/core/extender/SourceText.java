package vn.ansinh.core.extender;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Text as it comes from outside. */
public final class SourceText {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private SourceText() {}

    /**
     * Reads a file to its end, or as far as such files may be large.
     *
     * @param file name, for messages
     * @param largest bytes
     * @return without the byte order mark that some editors put before it
     * @throws FileRefusedException when it is too large, or no text
     */
    public static String read(InputStream in, String file, int largest) throws IOException {
        byte[] bytes = in.readNBytes(largest + 1);
        if (bytes.length > largest) {
            throw refusal(file, "Tệp lớn hơn " + largest / 1024 + " KiB.");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw refusal(file, "Tệp không phải chữ mã UTF-8.");
        }
    }

    private static FileRefusedException refusal(String file, String reason) {
        return new FileRefusedException(List.of(new Fault(file, 1, 1, reason)));
    }
}
