package vn.ansinh.api.training;

import vn.ansinh.api.problem.Problem;

/**
 * Whether this installation is for training: its people are invented and its money is none. It was said when its database
 * was made and never changes. Whatever leaves the system (a page, a paper, a file) says so, and nothing is sent to anybody
 * who pays.
 */
public interface Training {

    /** What every page and paper of a training installation says. */
    String WORDS = "BẢN TẬP HUẤN – số liệu không thật";

    /** Not for training: what tests and tools stand on. */
    Training NONE = () -> false;

    /** Whether it is for training. */
    boolean active();

    /** @throws Problem CONFLICT when it is for training */
    default void refuse() {
        if (active()) {
            throw Problem.conflict(
                    "AS-TRAINING-SENDING",
                    "Đây là bản tập huấn nên không gửi gì ra ngoài. Để tập tiếp, hãy chọn giao tệp và nhập kết quả từ tệp.");
        }
    }
}
