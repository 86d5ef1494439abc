package vn.ansinh.ui.kit.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.ansinh.ui.kit.field.DateField;
import vn.ansinh.ui.kit.field.MoneyField;
import vn.ansinh.ui.kit.field.MonthField;

/** What was typed into a form comes back into a later one, which may be of another class loader: only text is kept. */
class TypedTextTest {

    private final TextField place = new TextField("Nơi");
    private final TextArea note = new TextArea("Ghi chú");
    private final DateField day = new DateField("Ngày");
    private final MonthField month = new MonthField("Tháng");
    private final MoneyField amount = new MoneyField("Số tiền");
    private final Checkbox sure = new Checkbox("Đã kiểm tra");
    private final ComboBox<Integer> choice = new ComboBox<>("Lý do");
    private final PasswordField secret = new PasswordField("Mật khẩu");
    private final Component form = new Div(new Div(place, note, day), month, amount, sure, choice, secret);

    TypedTextTest() {
        choice.setItems(1, 2);
        choice.setItemLabelGenerator(number -> "Lý do " + number);
    }

    @Test
    void everyKindOfFieldGivesItsTextAndTakesItBack() {
        place.setValue("Thôn 3");
        note.setValue("Nhà dột");
        day.setValue(LocalDate.of(2026, 11, 22));
        month.setValue(YearMonth.of(2026, 10));
        amount.setValue(1_250_000L);
        sure.setValue(true);
        choice.setValue(2);
        secret.setValue("Không-ai-biết");
        Map<String, String> typed = TypedText.of(form);
        assertEquals(
                Map.of(
                        "Nơi", "Thôn 3",
                        "Ghi chú", "Nhà dột",
                        "Ngày", "2026-11-22",
                        "Tháng", "10/2026",
                        "Số tiền", "1.250.000",
                        "Đã kiểm tra", "true",
                        "Lý do", "Lý do 2"),
                typed);

        TypedTextTest later = new TypedTextTest();
        TypedText.into(later.form, typed);
        assertEquals(typed, TypedText.of(later.form));
        assertEquals(YearMonth.of(2026, 10), later.month.getValue());
        assertEquals(1_250_000L, later.amount.getValue());
        assertEquals(2, later.choice.getValue());
        assertTrue(later.secret.isEmpty());
    }

    @Test
    void whatWasTypedAndIsNoMonthYetComesBackToo() {
        month.type("13/2026");
        TypedTextTest later = new TypedTextTest();
        TypedText.into(later.form, TypedText.of(form));
        assertEquals("13/2026", later.month.typed());
        assertTrue(later.month.isInvalid());
    }

    @Test
    void anEmptyFormHasNothingToKeep() {
        assertEquals(Map.of(), TypedText.of(form));
    }
}
