package vn.ansinh.btxh.imports;

import java.util.HashMap;
import java.util.Map;
import vn.ansinh.api.identity.PersonDraft;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.btxh.imports.ListedBeneficiary.Right;

/** Remembers who a list named so far, by number or else by name, birth date, sex and commune. */
final class Duplicates {

    /** Where somebody was first named. */
    private record First(int row, String name, String birth) {}

    private final Map<String, First> people = new HashMap<>();
    private final Map<String, Integer> rights = new HashMap<>();

    /** Tells {@code row} when it names somebody again; remembers it when it may be written. */
    void check(RowCells row, ListedBeneficiary listed) {
        PersonDraft person = listed.person();
        String name = Vietnamese.fold(person.fullName());
        String birth = person.birth().label();
        String key = key(person, name, birth);
        First first = people.get(key);
        if (first != null && !(first.name().equals(name) && first.birth().equals(birth))) {
            row.error(
                    ImportColumn.NUMBER,
                    "TRUNG-SO",
                    "Số định danh trùng dòng " + first.row()
                            + " nhưng họ tên hoặc ngày sinh khác. Xem lại trên giấy tờ");
            return;
        }
        for (Right right : listed.rights()) {
            Integer earlier = rights.get(key + '|' + right.benefit());
            if (earlier != null) {
                row.error(
                        ImportColumn.NAME,
                        "TRUNG-DONG",
                        "Trùng dòng " + earlier + " (cùng người, cùng chế độ " + right.benefit() + "). Bỏ một dòng");
                return;
            }
        }
        for (Right right : listed.rights()) {
            rights.put(key + '|' + right.benefit(), row.number());
        }
        if (first == null) {
            people.put(key, new First(row.number(), name, birth));
        } else {
            row.warn(
                    ImportColumn.NAME,
                    "CUNG-NGUOI",
                    "Cùng người với dòng " + first.row()
                            + ", chế độ khác. Hưởng cả hai hay mức cao nhất: khi lập danh sách"
                            + " hệ thống tính theo luật");
        }
    }

    private static String key(PersonDraft person, String name, String birth) {
        if (person.idNumber() != null) {
            return person.idNumber();
        }
        if (person.oldIdNumber() != null) {
            return person.oldIdNumber();
        }
        return name + '|' + birth + '|' + person.sex() + '|' + person.unitId();
    }
}
