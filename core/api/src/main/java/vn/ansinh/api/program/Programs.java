package vn.ansinh.api.program;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.ansinh.api.problem.Problem;

/** The programs shipped with the platform: which are there, which run, and their coming and going. */
public interface Programs {

    /** Every program that runs or could be installed, by name. Needs {@code program.manage}. */
    List<ProgramStatus> all();

    /**
     * Installs a program and waits until it runs; no other bundle is refreshed. Installing one that runs does nothing.
     * Needs {@code program.manage}.
     *
     * @param steps told each step in Vietnamese as it begins; may be empty of effect, never {@code null}
     * @throws Problem NOT_FOUND for an unknown program, CONFLICT while another operation is under way, UNAVAILABLE when it
     *     did not come up: the message says what it lacks
     */
    ProgramStatus install(String id, Consumer<String> steps);

    /**
     * Removes a program; its data stay. Needs {@code program.manage}.
     *
     * @throws Problem NOT_FOUND when it is not installed, CONFLICT while a payroll run of it is under way (named in the
     *     message) or another operation is
     */
    ProgramStatus uninstall(String id, Consumer<String> steps);

    /**
     * A program as it stands.
     *
     * @param version of the bundle or, where it is not installed, of what would be installed
     * @param permissions it declares, with their Vietnamese labels; empty while it is not running
     * @param benefits how many benefits its policies know
     * @param detail what is wrong, in Vietnamese; blank when nothing is
     */
    record ProgramStatus(
            String id,
            String name,
            String description,
            String version,
            State state,
            Map<String, String> permissions,
            int benefits,
            String detail) {
        public ProgramStatus {
            permissions = Map.copyOf(permissions);
        }
    }

    /** States of a program. */
    enum State {
        AVAILABLE("Chưa cài đặt"),
        RUNNING("Đang chạy"),
        /** Installed, but its service is not there: still starting, or something it needs is missing. */
        WAITING("Đang khởi động"),
        FAILED("Lỗi");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** Vietnamese word. */
        public String label() {
            return label;
        }
    }
}
