package vn.ansinh.core.casework.eligibility;

import java.util.Set;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.casework.Procedure.FactQuestion;
import vn.ansinh.api.problem.Problem;

/** What is told of an answer to a question that no running program declares. */
public final class UnknownAnswer {

    private UnknownAnswer() {}

    /**
     * Says that the program is away when nobody declares what its procedure asks for, and that there is no such fact otherwise.
     *
     * @param declared keys of the programs that run
     * @param key of the fact that was answered
     */
    public static Problem of(Procedure procedure, Set<String> declared, String key) {
        if (!procedure.questions().stream().map(FactQuestion::key).allMatch(declared::contains)) {
            return Problem.conflict(
                    "AS-CASE-PROGRAM",
                    "Chương trình của thủ tục này đang không chạy trên hệ thống nên chưa làm tiếp được. Hồ sơ, giấy tờ vẫn"
                            + " còn nguyên. Vui lòng báo người quản trị hệ thống cài lại chương trình.");
        }
        return Problem.invalid("AS-FACT-KEY", "Không có thông tin “" + key + "”.");
    }
}
