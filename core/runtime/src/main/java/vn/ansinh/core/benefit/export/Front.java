package vn.ansinh.core.benefit.export;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.unit.AdministrativeUnit.Level;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.paper.UnitHead;

/** What stands before and after the lines: whose list it is, of which month, and whether it may be paid by. */
final class Front {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final PaymentList list;
    private final String fullName;
    private final LocalDate today;
    private final String by;

    /** @param by who takes the list out; of somebody behind a unit's account, both names */
    Front(PaymentList list, Units units, InstantSource clock, String by) {
        this.by = by;
        this.list = list;
        this.fullName = whose(list, units);
        this.today = LocalDate.ofInstant(clock.instant(), ZONE);
    }

    /** The unit; of a month in which a commune was not there yet, the communes on its land that paid. */
    private static String whose(PaymentList list, Units units) {
        boolean older = list.unit().validFrom().isAfter(list.any().month().atEndOfMonth());
        return older && list.unit().level() == Level.COMMUNE
                ? list.communes().stream().map(units::fullName).collect(Collectors.joining("; "))
                : units.fullName(list.unit().id());
    }

    String agency() {
        return UnitHead.agency(list.unit().name());
    }

    String place() {
        return UnitHead.place(list.unit().name());
    }

    LocalDate today() {
        return today;
    }

    String title() {
        return "Danh sách chi trả trợ cấp hằng tháng";
    }

    String subtitle() {
        return "Kỳ chi trả tháng " + Vietnamese.month(list.any().month()) + " – " + fullName;
    }

    /** What must not be overlooked; {@code null} for a closed list on confirmed values. */
    String mark() {
        List<String> marks = new ArrayList<>();
        if (list.draft()) {
            marks.add("DỰ THẢO");
        }
        if (list.provisional()) {
            marks.add("TẠM TÍNH – có mức chưa đối chiếu Công báo");
        }
        return marks.isEmpty() ? null : String.join(" · ", marks);
    }

    String totalLabel() {
        return "Tổng cộng: " + Money.format(list.people()) + " người";
    }

    String inWords() {
        return Money.inWords(list.totalRead());
    }

    /** Law, packs and who took the list out; call after the lines have been read. */
    List<String> notes(LineWords words) {
        List<String> notes = new ArrayList<>();
        if (!words.clauses().isEmpty()) {
            notes.add("Căn cứ: " + String.join("; ", words.clauses()) + ".");
        }
        if (!list.packs().isEmpty()) {
            notes.add("Tính theo gói chính sách: " + String.join("; ", list.packs()) + ".");
        }
        notes.add("Người xuất danh sách: " + by + ".");
        return notes;
    }
}
