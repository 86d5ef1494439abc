package vn.ansinh.ui.shell.casework.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.ansinh.api.casework.Eligibility.Known;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.casework.Procedure.Certainty;
import vn.ansinh.api.casework.Procedure.Effect;
import vn.ansinh.api.casework.Procedure.FactQuestion;
import vn.ansinh.api.casework.Procedure.NationalCode;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.fact.FactKey.Type;

/** Nothing is asked twice, and nothing that does not matter. */
class QuestionFieldsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private static final FactKey DEGREE = new FactKey(
            "khuyet-tat.muc-do",
            "Mức độ khuyết tật",
            Type.CHOICE,
            new LinkedHashMap<>(Map.of("nang", "Nặng", "dac-biet-nang", "Đặc biệt nặng")),
            false,
            false);
    private static final FactKey CHILDREN = new FactKey("con", "Con đang nuôi", Type.DATED_NAME, Map.of(), true, false);
    private static final FactKey SCHOOL = new FactKey("truong", "Trường đang học", Type.TEXT, Map.of(), false, false);

    private int looked;
    private final QuestionFields fields = new QuestionFields(() -> looked++);

    QuestionFieldsTest() {
        fields.ask(
                procedure(
                        new FactQuestion("khuyet-tat.muc-do", true, List.of("BT5D")),
                        new FactQuestion("con", false, List.of("BT6N")),
                        new FactQuestion("truong", false, List.of())),
                Map.of("khuyet-tat.muc-do", DEGREE, "con", CHILDREN, "truong", SCHOOL));
    }

    @Test
    void whatIsKnownIsFilledInAndSaysWhereItComesFrom() {
        fields.show(Map.of("khuyet-tat.muc-do", List.of(new Known("nang", DAY, "117/GXN-KT"))));
        assertEquals(Map.of("khuyet-tat.muc-do", List.of("nang")), fields.answers());
        ComboBox<?> degree = only(ComboBox.class);
        assertEquals("Theo 117/GXN-KT, từ 02/03/2026", degree.getHelperText());

        fields.askFor("BT5D");
        degree.clear();
        assertEquals(null, degree.getHelperText(), "what the official says instead comes from the official");
        assertFalse(fields.complete(), "the degree must be said");
        assertTrue(degree.isInvalid());
    }

    @Test
    void nextPersonBeginsWithEmptyFields() {
        fields.show(Map.of("con", List.of(new Known("2020-01-02 Lê Minh", DAY, "hộ"))));
        assertEquals(Map.of("con", List.of("2020-01-02 Lê Minh")), fields.answers());
        fields.show(Map.of());
        assertEquals(Map.of(), fields.answers());
    }

    @Test
    void aBenefitAsksForItsOwnOnly() {
        only(TextField.class).setValue("Tiểu học số 1");
        assertTrue(looked > 0);
        fields.show(Map.of("con", List.of(new Known("2020-01-02 Lê Minh", DAY, "hộ"))));
        fields.askFor("BT6N");
        assertTrue(fields.complete(), "the degree is not asked of who brings up children");
        assertEquals(List.of("con"), List.copyOf(fields.answers().keySet()));
        fields.askFor(null);
        assertTrue(fields.complete(), "nobody says yet what is applied for");
    }

    private <T> T only(Class<T> kind) {
        return fields.getChildren()
                .flatMap(place -> place.getChildren())
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Procedure procedure(FactQuestion... questions) {
        return new Procedure(
                "thu.mo",
                "1",
                "thu",
                "Mở",
                new NationalCode("", Certainty.UNKNOWN),
                "",
                List.of(),
                DAY,
                null,
                Effect.OPEN,
                List.of(),
                List.of(),
                List.of(),
                List.of(questions),
                List.of(),
                List.of(),
                List.of());
    }
}
