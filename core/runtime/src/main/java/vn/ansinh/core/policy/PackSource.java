package vn.ansinh.core.policy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import vn.ansinh.api.policy.Packs;

/** The text of a pack as it comes from outside. */
final class PackSource {

    private PackSource() {}

    /**
     * Reads a file to its end, or as far as packs may be large; one that is larger is cut, and then refused for its notation.
     *
     * @param file name, for messages
     */
    static String read(InputStream in, String file) throws IOException {
        byte[] bytes = in.readNBytes(Packs.LARGEST + 1);
        if (bytes.length > Packs.LARGEST) {
            throw new IOException(file + " is larger than " + Packs.LARGEST + " bytes");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is not UTF-8", e);
        }
    }
}
