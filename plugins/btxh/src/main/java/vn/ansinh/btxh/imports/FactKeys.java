package vn.ansinh.btxh.imports;

/** Keys and values of the facts a list states, declared in {@code ANSINH-INF/fact/*.yaml}. */
final class FactKeys {

    static final String YES = "co";

    static final String DISABILITY = "khuyet-tat.muc-do";
    static final String DISABILITY_SEVERE = "nang";
    static final String DISABILITY_EXTREME = "dac-biet-nang";
    static final String DISABILITY_LIGHT = "nhe";
    static final String CERTIFIED_ON = "khuyet-tat.ngay-cap-giay";

    static final String POVERTY = "ho-ngheo";
    static final String CHILD = "con-dang-nuoi";
    static final String CHILD_STUDYING = "con-dang-hoc";
    static final String STUDYING = "dang-hoc";
    static final String PREGNANT = "mang-thai";
    static final String SUPPORTER = "nguoi-phung-duong";
    static final String SUPPORTER_NONE = "khong";
    static final String HARD_AREA = "vung-dac-biet-kho-khan";
    static final String CHILD_SITUATION = "tre-em.hoan-canh";

    private FactKeys() {}
}
