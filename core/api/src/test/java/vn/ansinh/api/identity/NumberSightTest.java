package vn.ansinh.api.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.ansinh.api.access.Caller;

/** Numbers as two officials see them, one of whom needs them whole. */
class NumberSightTest {

    private final NumberSight masked = NumberSight.of(new Caller("a", "A", 2, Set.of("person.read")));
    private final NumberSight whole = NumberSight.of(new Caller("b", "B", 2, Set.of("person.number")));

    @Test
    void whoDoesNotNeedNumbersSeesEnoughToTellTwoApart() {
        assertEquals("042••••••410", masked.show("042143004410"));
        assertEquals("042143004410", whole.show("042143004410"));
        assertEquals("••••••", masked.show("123456"), "of a short one nothing is left to hide behind");
        assertNull(masked.show(null));
        assertNull(whole.show(null));
    }

    @Test
    void withinASentenceOnlyNumbersOfPapersAreHidden() {
        String said =
                "Số định danh: 042143004410 → 042143004411; Ngày sinh: 10/03/1943; Số tạm T18073260001, 12/QĐ-UBND";
        assertEquals(
                "Số định danh: 042••••••410 → 042••••••411; Ngày sinh: 10/03/1943; Số tạm T18••••••001, 12/QĐ-UBND",
                masked.showWithin(said));
        assertEquals(said, whole.showWithin(said));
    }
}
