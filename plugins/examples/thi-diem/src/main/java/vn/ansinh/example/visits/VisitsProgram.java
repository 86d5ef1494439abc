package vn.ansinh.example.visits;

import java.util.Map;
import vn.ansinh.api.program.Program;

/** The program as the platform sees it. */
public final class VisitsProgram implements Program {

    /** Id of the program. */
    public static final String ID = "thi-diem";

    /** See and write visits. */
    public static final String VISITS = "thi-diem.visits";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "Thăm hỏi (thí điểm)";
    }

    @Override
    public String description() {
        return "Ghi lại các lần thăm hỏi tại nhà. Chương trình mẫu cho người lập trình.";
    }

    @Override
    public Map<String, String> permissions() {
        return Map.of(VISITS, "Xem và ghi sổ thăm hỏi");
    }
}
