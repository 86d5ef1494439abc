package vn.ansinh.btxh.imports;

import java.util.ArrayList;
import java.util.List;
import vn.ansinh.api.text.Vietnamese;

/**
 * The columns a list may have. A header is recognised by any of its names, in any order, with or without diacritics; the
 * first name is the one on the template.
 */
public enum ImportColumn {
    NAME(
            true,
            26,
            "(Bắt buộc) Viết đủ, như trên giấy tờ",
            "Ví dụ: Nguyễn Thị Mẫu",
            "Họ và tên",
            "Họ tên",
            "Họ và tên đối tượng",
            "Họ tên đối tượng",
            "Tên đối tượng"),
    BIRTH(
            true,
            13,
            "(Bắt buộc) 05/03/1979, 05031979, hoặc chỉ năm 1944",
            "05/03/1979",
            "Ngày sinh",
            "Ngày tháng năm sinh",
            "Ngày, tháng, năm sinh",
            "Năm sinh",
            "Sinh ngày"),
    SEX(true, 9, "(Bắt buộc) Nam hoặc Nữ", "Nữ", "Giới tính", "Giới", "Nam/Nữ", "Phái"),
    NUMBER(
            false,
            16,
            "(Nên có) 12 chữ số; chưa có thì 9 số CMND",
            "042179900123",
            "Số định danh/CMND",
            "Số định danh",
            "Số định danh cá nhân",
            "Số CCCD",
            "CCCD",
            "CCCD/CMND",
            "Số CCCD/CMND",
            "Số CMND",
            "CMND",
            "CMND/CCCD",
            "Căn cước",
            "Số căn cước",
            "Số giấy tờ"),
    ETHNICITY(false, 10, "(Tùy ý) Tên hoặc mã dân tộc", "Kinh", "Dân tộc"),
    ADDRESS(
            false,
            22,
            "(Tùy ý) Thôn, tổ dân phố, số nhà",
            "Thôn Hưng Mỹ",
            "Địa chỉ",
            "Thôn, tổ dân phố",
            "Thôn",
            "Tổ dân phố",
            "Nơi ở",
            "Nơi ở hiện nay",
            "Nơi thường trú",
            "Hộ khẩu thường trú"),
    UNIT(
            false,
            9,
            "(Bắt buộc khi nhập cho cả tỉnh) Mã xã cũ hoặc mới",
            "18673",
            "Mã xã",
            "Mã xã, phường",
            "Mã xã/phường",
            "Mã phường",
            "Mã đơn vị",
            "Mã đơn vị hành chính",
            "Mã ĐVHC"),
    CATEGORY(
            true,
            26,
            "(Bắt buộc) Mã hoặc tên trong danh mục",
            "BT6N",
            "Loại đối tượng",
            "Đối tượng",
            "Mã đối tượng",
            "Mã loại đối tượng",
            "Nhóm đối tượng",
            "Diện đối tượng"),
    FROM(
            true,
            10,
            "(Bắt buộc) Tháng bắt đầu hưởng, ví dụ 05/2018",
            "05/2018",
            "Từ tháng",
            "Hưởng từ tháng",
            "Hưởng từ",
            "Tháng hưởng",
            "Thời điểm hưởng",
            "Tháng bắt đầu hưởng"),
    PAID_THROUGH(
            false,
            12,
            "(Tùy ý) Để trống: theo lựa chọn khi nhập; chưa chi tháng nào: ghi “chưa”",
            "10/2026",
            "Đã chi đến tháng",
            "Đã chi trả đến tháng",
            "Đã chi đến",
            "Đã nhận đến tháng"),
    DECISION_NUMBER(
            false, 16, "(Nên có) Quyết định cho hưởng", "1147/QĐ-UBND", "Số quyết định", "Số QĐ", "Quyết định số"),
    DECISION_DATE(
            false, 13, "(Nên có) Ngày ký quyết định", "24/05/2018", "Ngày quyết định", "Ngày QĐ", "Ngày ký quyết định"),
    METHOD(
            false,
            18,
            "(Tùy ý) Để trống: tiền mặt; có số tài khoản: chuyển khoản",
            "Chuyển khoản",
            "Hình thức chi trả",
            "Hình thức",
            "Hình thức nhận"),
    ACCOUNT(
            false,
            16,
            "(Khi chuyển khoản) Định dạng ô là Văn bản",
            "3700205001234",
            "Số tài khoản",
            "STK",
            "Tài khoản"),
    BANK(false, 14, "(Khi chuyển khoản)", "Agribank", "Ngân hàng", "Tại ngân hàng"),
    DISABILITY(
            false,
            14,
            "(Người khuyết tật) Đặc biệt nặng hoặc Nặng",
            "Nặng",
            "Mức độ khuyết tật",
            "Mức độ KT",
            "Mức khuyết tật"),
    CERTIFICATE_DATE(
            false,
            15,
            "(Người khuyết tật) Ngày cấp giấy xác nhận",
            "02/05/2018",
            "Ngày giấy xác nhận khuyết tật",
            "Ngày giấy xác nhận",
            "Ngày GXN",
            "Ngày GXNKT",
            "Ngày cấp giấy xác nhận khuyết tật"),
    CHILDREN(
            false,
            34,
            "(Đơn thân nuôi con; nuôi con dưới 36 tháng) Ngày sinh rồi tên, cách nhau dấu ;",
            "",
            "Con đang nuôi",
            "Con đang nuôi (ngày sinh, tên)",
            "Các con đang nuôi"),
    STUDYING(
            false,
            24,
            "(Con từ 16 đến 22 tuổi đang học) Tên, cách nhau dấu ;",
            "",
            "Con đang học",
            "Con đang đi học",
            "Con từ 16 đến 22 tuổi đang học"),
    PREGNANT(false, 12, "(Người khuyết tật, chế độ CS3) Có hoặc Không", "", "Đang mang thai", "Mang thai"),
    POVERTY(
            false,
            14,
            "(Khi là điều kiện) Hộ nghèo hoặc Hộ cận nghèo",
            "",
            "Hộ nghèo/cận nghèo",
            "Hộ nghèo, cận nghèo",
            "Hộ nghèo",
            "Diện hộ",
            "Loại hộ"),
    COLLECTOR_NAME(false, 22, "(Khi có) Họ tên người nhận thay", "", "Người nhận thay", "Họ tên người nhận thay"),
    COLLECTOR_NUMBER(
            false,
            16,
            "(Khi có người nhận thay)",
            "",
            "Số định danh người nhận thay",
            "CCCD người nhận thay",
            "Số CCCD người nhận thay",
            "Số giấy tờ người nhận thay"),
    CAREGIVER_NAME(
            false,
            22,
            "(Khi có) Hộ, người được kinh phí chăm sóc, nuôi dưỡng",
            "",
            "Người nhận chăm sóc",
            "Người chăm sóc",
            "Người nhận chăm sóc, nuôi dưỡng",
            "Họ tên người nhận chăm sóc"),
    CAREGIVER_NUMBER(
            false,
            16,
            "(Khi có người nhận chăm sóc)",
            "",
            "Số định danh người nhận chăm sóc",
            "CCCD người nhận chăm sóc",
            "Số CCCD người nhận chăm sóc",
            "Số giấy tờ người nhận chăm sóc"),
    CARE(
            false,
            18,
            "(Người khuyết tật đặc biệt nặng) CS4: hộ gia đình chăm sóc; CS5: nhận chăm sóc",
            "",
            "Chế độ chăm sóc",
            "Mã chế độ chăm sóc",
            "Kinh phí chăm sóc"),
    CARE_FROM(false, 12, "(Tùy ý) Để trống: như cột Từ tháng", "", "Chăm sóc từ tháng", "Nhận chăm sóc từ tháng");

    private final boolean required;
    private final int width;
    private final String explanation;
    private final String example;
    private final List<String> names;

    ImportColumn(boolean required, int width, String explanation, String example, String... names) {
        this.required = required;
        this.width = width;
        this.explanation = explanation;
        this.example = example;
        this.names = List.of(names);
    }

    /** Title on the template. */
    public String title() {
        return names.get(0);
    }

    /** Whether a list without the column is refused. */
    public boolean required() {
        return required;
    }

    /** Width on the template, in characters. */
    int width() {
        return width;
    }

    /** The template's second row: how to fill the column in. */
    String explanation() {
        return explanation;
    }

    /** The template's example row. */
    String example() {
        return example;
    }

    /** Every name in the form that headers are compared in. */
    List<String> comparedNames() {
        List<String> compared = new ArrayList<>(names.size());
        for (String name : names) {
            compared.add(compared(name));
        }
        return compared;
    }

    /** Letters and digits only, lower case, no diacritics: {@code "Số CCCD/CMND *"} becomes {@code "socccdcmnd"}. */
    static String compared(String text) {
        return Vietnamese.fold(text).replaceAll("[^a-z0-9]", "");
    }
}
