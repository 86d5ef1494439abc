package vn.ansinh.btxh;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import vn.ansinh.api.program.Program;

/** Bảo trợ xã hội as the platform sees it. */
public final class BtxhProgram implements Program {

    /** Id of the program and of its schema. */
    public static final String ID = "btxh";

    /** See lists that were imported, check and write new ones. */
    public static final String IMPORT = "btxh.import";

    /** See who gets what. */
    public static final String BENEFICIARY_READ = "btxh.beneficiary.read";

    /** See, draft and close payrolls of the program; each step also needs the core's own permission. */
    public static final String PAYROLL = "btxh.payroll";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "Bảo trợ xã hội";
    }

    @Override
    public String description() {
        return "Trợ giúp xã hội hằng tháng tại cộng đồng theo Nghị định 20/2021/NĐ-CP và các văn bản sửa đổi, thay thế.";
    }

    @Override
    public Map<String, String> permissions() {
        Map<String, String> permissions = new LinkedHashMap<>();
        permissions.put(IMPORT, "Nhập danh sách đối tượng từ Excel");
        permissions.put(BENEFICIARY_READ, "Xem đối tượng bảo trợ xã hội");
        permissions.put(PAYROLL, "Xem, lập danh sách chi trả bảo trợ xã hội");
        return permissions;
    }

    @Override
    public Map<String, Set<String>> roles() {
        return Map.of(
                "can-bo-xa", Set.of(IMPORT, BENEFICIARY_READ, PAYROLL),
                "lanh-dao-xa", Set.of(BENEFICIARY_READ, PAYROLL),
                "can-bo-so", Set.of(IMPORT, BENEFICIARY_READ, PAYROLL),
                "lanh-dao-so", Set.of(BENEFICIARY_READ, PAYROLL),
                "nguoi-xem", Set.of(PAYROLL));
    }
}
