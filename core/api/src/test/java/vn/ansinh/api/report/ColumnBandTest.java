package vn.ansinh.api.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnBandTest {

    @Test
    void neighboursWithOneBandStandUnderOneHeading() {
        assertEquals(
                List.of(
                        new ColumnBand(null, 0, 1),
                        new ColumnBand(null, 1, 2),
                        new ColumnBand("Nam", 2, 4),
                        new ColumnBand("Nữ", 4, 5),
                        new ColumnBand(null, 5, 6),
                        new ColumnBand("Nam", 6, 7)),
                ColumnBand.of(Arrays.asList(null, null, "Nam", "Nam", "Nữ", null, "Nam")));
        assertEquals(2, new ColumnBand("Nam", 2, 4).columns());
    }

    @Test
    void whereNoColumnHasABandThereIsNoUpperRow() {
        assertEquals(List.of(), ColumnBand.of(Arrays.asList(null, null)));
    }
}
