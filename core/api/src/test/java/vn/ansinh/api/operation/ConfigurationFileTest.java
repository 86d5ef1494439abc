package vn.ansinh.api.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigurationFileTest {

    private static final ConfigurationFile FILE = ConfigurationFile.of("vn.ansinh.thu")
            .text("directory")
            .number("workers", 1, 32)
            .flag("down");

    @Test
    void whatIsRightIsRead() {
        ConfigurationFile.Values values = FILE.read(
                Map.of("directory", " /srv/a ", "workers", "4", "service.pid", "x", "felix.fileinstall.filename", "y"));
        assertEquals(List.of(), values.faults());
        assertEquals("/srv/a", values.text("directory", ""));
        assertEquals(4, values.number("workers", 2));
        assertTrue(values.flag("down", true), "left out");
    }

    @Test
    void whatIsWrongIsToldWithItsKeyAndTheUsualValueTaken() {
        ConfigurationFile.Values values = FILE.read(Map.of("workers", "many", "wrokers", "4", "down", "yes"));
        assertEquals(3, values.faults().size(), values.faults().toString());
        assertTrue(
                values.faults().contains("không có khóa \"wrokers\""),
                values.faults().toString());
        assertTrue(values.faults().stream()
                .anyMatch(fault -> fault.startsWith("workers ") && fault.contains("từ 1 đến 32")));
        assertEquals(2, values.number("workers", 2));
        assertEquals(List.of(), FILE.read(Map.of("workers", " ")).faults(), "blank is left out");
    }
}
