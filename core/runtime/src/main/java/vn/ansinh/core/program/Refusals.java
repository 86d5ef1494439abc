package vn.ansinh.core.program;

import vn.ansinh.api.problem.Problem;

/** Why something that was asked of the programs is not done. */
final class Refusals {

    private Refusals() {}

    static Problem unknown(String id) {
        return Problem.notFound("AS-PROGRAM-UNKNOWN", "Không có chương trình " + id + " trong bản phân phối này.");
    }

    static Problem notInstalled(String id) {
        return Problem.notFound("AS-PROGRAM-NOT-INSTALLED", "Chương trình " + id + " chưa được cài đặt.");
    }

    static Problem deployedByHand(String id) {
        return Problem.conflict(
                "AS-PROGRAM-DEPLOYED",
                "Chương trình " + id + " được cài bằng cách chép tệp vào thư mục deploy. Hãy xóa tệp đó để gỡ.");
    }
}
