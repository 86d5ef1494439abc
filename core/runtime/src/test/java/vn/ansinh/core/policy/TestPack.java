package vn.ansinh.core.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import vn.ansinh.api.fact.FactKey;

/** The small pack that tests of the core share. */
public final class TestPack {

    public static final String FILE = "thu.policy.yaml";
    public static final String SOURCE = read(FILE);
    public static final Map<String, FactKey> KEYS = Map.of(
            "ty-le",
            number("ty-le", "Tỷ lệ tổn thương cơ thể"),
            "so-ngay",
            number("so-ngay", "Số ngày"),
            "so-nam",
            number("so-nam", "Số năm thâm niên"),
            "muc-do",
            new FactKey(
                    "muc-do",
                    "Mức độ khuyết tật",
                    FactKey.Type.CHOICE,
                    Map.of("nhe", "Nhẹ", "nang", "Nặng"),
                    false,
                    false),
            "trong-co-so",
            new FactKey("trong-co-so", "Ở trong cơ sở", FactKey.Type.FLAG, Map.of(), false, false),
            "con",
            new FactKey("con", "Con đang nuôi", FactKey.Type.DATED_NAME, Map.of(), true, false));

    /** The same as a file. */
    public static final String KEYS_FILE = """
            su-kien:
              - {khoa: muc-do, ten: Mức độ khuyết tật, kieu: lua-chon, gia-tri: {nhe: Nhẹ, nang: Nặng}, nhieu: false, nhay-cam: false}
              - {khoa: trong-co-so, ten: Ở trong cơ sở, kieu: co-khong, nhieu: false, nhay-cam: false}
              - {khoa: con, ten: Con đang nuôi, kieu: ngay-kem-ten, nhieu: true, nhay-cam: false}
            """;

    private TestPack() {}

    private static FactKey number(String key, String label) {
        return new FactKey(key, label, FactKey.Type.NUMBER, Map.of(), false, false);
    }

    /** A pack of the tests. */
    public static String read(String file) {
        try (InputStream in = TestPack.class.getResourceAsStream("/policy/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
