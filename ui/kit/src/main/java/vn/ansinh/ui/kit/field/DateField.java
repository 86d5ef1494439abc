package vn.ansinh.ui.kit.field;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.util.List;
import vn.ansinh.ui.kit.text.Texts;

/** A day: {@code dd/MM/yyyy}, also typed {@code ddMMyyyy}, with a Vietnamese calendar. */
public class DateField extends DatePicker {

    private static final Texts TEXTS = Texts.of(DateField.class);

    public DateField(String label) {
        super(label);
        DatePickerI18n words = new DatePickerI18n();
        words.setDateFormats("dd/MM/yyyy", "ddMMyyyy", "d/M/yyyy");
        words.setFirstDayOfWeek(1);
        words.setMonthNames(list("date.months"));
        words.setWeekdays(list("date.weekdays"));
        words.setWeekdaysShort(list("date.weekdays-short"));
        words.setToday(TEXTS.get("date.today"));
        words.setCancel(TEXTS.get("date.cancel"));
        words.setBadInputErrorMessage(TEXTS.get("date.wrong"));
        setI18n(words);
        setPlaceholder(TEXTS.get("date.placeholder"));
    }

    private static List<String> list(String key) {
        return List.of(TEXTS.get(key).split(";"));
    }
}
