package vn.ansinh.core.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.ansinh.api.fact.FactKey;

class FactKeyFileTest {

    @Test
    void aFileDeclaresKeys() {
        FactKeyFile file = FactKeyFile.read("""
                su-kien:
                  - {khoa: khuyet-tat.muc-do, ten: Mức độ khuyết tật, kieu: lua-chon, gia-tri: [DBN, N, NH], nhay-cam: true}
                  - khoa: con
                    ten: Con đang nuôi
                    kieu: ngay-kem-ten
                    nhieu: true
                """);
        assertEquals(List.of(), file.faults());
        assertEquals(
                List.of(
                        new FactKeyFile.Declared(
                                new FactKey(
                                        "khuyet-tat.muc-do",
                                        "Mức độ khuyết tật",
                                        FactKey.Type.CHOICE,
                                        Map.of("DBN", "DBN", "N", "N", "NH", "NH"),
                                        false,
                                        true),
                                2),
                        new FactKeyFile.Declared(
                                new FactKey("con", "Con đang nuôi", FactKey.Type.DATED_NAME, Map.of(), true, false),
                                3)),
                file.keys());
    }

    @Test
    void aWrongEntryIsToldWithItsLineAndHarmsNoOther() {
        FactKeyFile file = FactKeyFile.read("""
                su-kien:
                  - {khoa: Hộ Nghèo, ten: Hộ nghèo, kieu: co-khong}
                  - {khoa: ho-ngheo, ten: Hộ nghèo, kieu: co-khong}
                  - {khoa: ho-ngheo, ten: Hộ nghèo, kieu: co-khong}
                  - {khoa: a, ten: A, kieu: lua-chon}
                  - {khoa: b, ten: B, kieu: so, gia-tri: [1]}
                  - {khoa: c, kieu: so}
                  - {khoa: d, ten: D, kieu: chu}
                  - {khoa: e, ten: E, kieu: so, mau: do}
                  - {khoa: f, ten: F, kieu: so, nhieu: yes}
                """);
        assertEquals(
                List.of("ho-ngheo"),
                file.keys().stream().map(d -> d.key().key()).toList());
        assertEquals(
                List.of(2, 4, 5, 6, 7, 8, 9, 10),
                file.faults().stream().map(FactKeyFile.Fault::line).toList());
    }

    @Test
    void whatIsNoSuchFileIsTold() {
        assertEquals(1, FactKeyFile.read("su-kien:\n  - {khoa: a\n").faults().size());
        assertEquals(1, FactKeyFile.read("").faults().size());
        assertEquals(1, FactKeyFile.read("facts: []").faults().size());
    }

    @Test
    void keysComeAndGoWithTheirBundle() {
        FactKeyRegistry registry = new FactKeyRegistry();
        registry.declare(1, "a/x.yaml", "su-kien: [{khoa: a, ten: A, kieu: so}, {khoa: b, ten: B, kieu: so}]");
        registry.declare(2, "b/y.yaml", "su-kien: [{khoa: b, ten: Khác, kieu: ngay}, {khoa: c, ten: C, kieu: so}]");
        assertEquals(Set.of("a", "b", "c"), registry.keys().keySet());
        assertEquals("B", registry.keys().get("b").label(), "the first to declare a key has it");
        registry.forget(1);
        assertEquals(Set.of("c"), registry.keys().keySet());
    }
}
