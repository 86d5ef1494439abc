package vn.ansinh.core.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.unit.Units;

/** A person's record field by field, in the words of a form: to tell what changed. */
final class PersonFields {

    private PersonFields() {}

    /** {@code null} for what is not known. */
    static Map<String, String> of(Person person, Units units) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Họ và tên", person.fullName());
        fields.put("Ngày sinh", person.birth().label());
        fields.put("Giới tính", person.sex().label());
        fields.put("Số định danh", person.idNumber());
        fields.put("Số CMND", person.oldIdNumber());
        fields.put("Dân tộc", person.ethnicity());
        fields.put("Quê quán", person.origin());
        fields.put("Địa bàn", units.fullName(person.unitId()));
        fields.put("Địa chỉ", person.address());
        fields.put("Ngày mất", person.deceasedOn() == null ? null : Vietnamese.day(person.deceasedOn()));
        return fields;
    }
}
