package vn.ansinh.core.document.draft;

import java.util.Map;

/** What papers say when somebody looks at them. */
final class Samples {

    static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("ma_ho_so", "18073-2026-000123"),
            Map.entry(
                    "thu_tuc", "Thực hiện, điều chỉnh, thôi hưởng trợ cấp xã hội hằng tháng, hỗ trợ kinh phí chăm sóc"),
            Map.entry("nguoi_nop", "Nguyễn Thị Ngọc Ánh"),
            Map.entry("ho_ten", "Nguyễn Đỗ Gia Huy"),
            Map.entry("ngay_sinh", "10/03/2019"),
            Map.entry("dia_chi", "Tổ dân phố 5, phường Thành Sen, tỉnh Hà Tĩnh"),
            Map.entry("dia_chi_nguoi_nop", "Tổ dân phố 5, phường Thành Sen, tỉnh Hà Tĩnh"),
            Map.entry("ngay_tiep_nhan", "08 giờ 30 ngày 22/11/2026"),
            Map.entry("ngay_hen", "18/12/2026"),
            Map.entry("ngay_hen_lai", "25/12/2026"),
            Map.entry("che_do", "Trẻ em khuyết tật đặc biệt nặng (điểm c khoản 6 Điều 5 Nghị định số 20/2021/NĐ-CP)"),
            Map.entry("muc_huong", "1.250.000"),
            Map.entry("muc_cu", "1.000.000"),
            Map.entry("muc_bang_chu", "một triệu hai trăm năm mươi nghìn đồng"),
            Map.entry("tu_thang", "11/2026"),
            Map.entry("nguoi_quyet_dinh", "CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG THÀNH SEN"),
            Map.entry(
                    "thi_hanh",
                    "Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường, Trưởng phòng Văn hóa - Xã hội"),
            Map.entry(
                    "can_cu",
                    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;\nCăn cứ Nghị định số 20/2021/NĐ-CP"
                            + " ngày 15 tháng 3 năm 2021 của Chính phủ quy định chính sách trợ giúp xã hội đối với đối tượng"
                            + " bảo trợ xã hội;\nTheo đề nghị của Trưởng phòng Văn hóa - Xã hội."),
            Map.entry(
                    "noi_dung",
                    "Ngày 08/12/2026, Phòng Văn hóa - Xã hội đã thẩm định hồ sơ và nhận thấy hồ sơ đủ điều kiện.\nKết quả"
                            + " niêm yết công khai từ ngày 01/12/2026 đến hết ngày 03/12/2026 không có khiếu nại."),
            Map.entry("de_nghi", "Kính trình Chủ tịch Ủy ban nhân dân phường xem xét, quyết định./."),
            Map.entry("ve_viec", "Về việc trợ cấp xã hội hằng tháng đối với trẻ em khuyết tật đặc biệt nặng"));

    private Samples() {}
}
