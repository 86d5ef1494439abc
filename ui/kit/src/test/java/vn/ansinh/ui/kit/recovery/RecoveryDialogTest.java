package vn.ansinh.ui.kit.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.api.benefit.RecoveryDecision.Instalment;

class RecoveryDialogTest {

    @Test
    void instalmentsSumToTheDebtToTheDong() {
        LocalDate first = LocalDate.of(2026, 12, 31);
        assertEquals(
                List.of(
                        new Instalment(first, 333_334),
                        new Instalment(LocalDate.of(2027, 1, 31), 333_333),
                        new Instalment(LocalDate.of(2027, 2, 28), 333_333)),
                RecoveryDialog.instalments(1_000_000, 3, first));
        assertEquals(List.of(), RecoveryDialog.instalments(1_000_000, 1, first));
    }
}
