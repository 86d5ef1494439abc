package vn.ansinh.core.policy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.ansinh.api.policy.Packs;

/** The text of a pack as it comes from outside. */
final class PackSource {

    private PackSource() {}

    /**
     * Reads a file to its end, or as far as packs may be large.
     *
     * @param file name, for messages
     * @throws PackRefusedException when it is too large, or no text
     */
    static String read(InputStream in, String file) throws IOException {
        byte[] bytes = in.readNBytes(Packs.LARGEST + 1);
        if (bytes.length > Packs.LARGEST) {
            throw refusal(file, "Tệp lớn hơn " + Packs.LARGEST / 1024 + " KiB.");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refusal(file, "Tệp không phải chữ mã UTF-8.");
        }
    }

    private static PackRefusedException refusal(String file, String reason) {
        return new PackRefusedException(List.of(new PackFault(file, 1, 1, reason)));
    }
}
