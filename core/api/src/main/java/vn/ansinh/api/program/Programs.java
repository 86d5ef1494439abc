package vn.ansinh.api.program;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.ansinh.api.problem.Problem;

/**
 * Programs and connectors: those in the repository that is shipped with the platform, and those brought as a file (.jar or
 * .kar, or the {@code .report.zip} of a report). Which are there, which run, and their coming and going while officials work. What was installed where, by whom, is
 * kept in the database; every node follows.
 */
public interface Programs {

    /** The largest file that is taken, in bytes. */
    long LARGEST = 64L << 20;

    /** Every program or connector that runs or could be installed, by name. Needs {@code program.manage}. */
    List<ProgramStatus> all();

    /**
     * Installs what lies in the repository, or what was brought as a file and removed; waits until it runs. No other bundle
     * is refreshed. Installing one that runs does nothing. Needs {@code program.manage}.
     *
     * @param steps told each step in Vietnamese as it begins; may be empty of effect, never {@code null}
     * @throws Problem NOT_FOUND for an unknown one, CONFLICT while another operation is under way, UNAVAILABLE when it did
     *     not come up: the message says what it lacks
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
     * Goes from an installed file to the newer version in the repository. Needs {@code program.manage}.
     *
     * @throws Problem CONFLICT when there is none; else as {@link #installFile}
     */
    ProgramStatus update(String id, Consumer<String> steps);

    /**
     * Looks a file over as if it were to be installed, and changes nothing. Needs {@code program.manage}.
     *
     * @param name of the file, as people know it
     * @throws Problem with the code of what is wrong: TOO_LARGE; INVALID {@code AS-PLUGIN-CORRUPT}, {@code AS-PLUGIN-KIND},
     *     {@code AS-PLUGIN-API} (made for another version of the core), {@code AS-PLUGIN-REQUIRES} (names what is missing),
     *     {@code AS-PLUGIN-PLATFORM}; FORBIDDEN {@code AS-PLUGIN-UNSIGNED}, {@code AS-PLUGIN-UNTRUSTED}; CONFLICT {@code
     *     AS-PLUGIN-SAME}, {@code AS-PLUGIN-OLDER}; for a report INVALID {@code AS-REPORT-FILE} (one fault in each line after the
     *     first), CONFLICT {@code AS-REPORT-TAKEN}
     */
    PluginFile inspect(Path file, String name);

    /**
     * Installs a file that is signed with a key the province trusts, in place of an older version if there is one: that one
     * stops when the new one is ready to start, and comes back if the new one fails. Needs {@code program.manage}.
     *
     * @param name of the file, as people know it
     * @throws Problem as {@link #inspect}; nothing was changed then; UNAVAILABLE when it did not come up: then things are as
     *     they were before
     */
    ProgramStatus installFile(Path file, String name, Consumer<String> steps);

    /**
     * As {@link #installFile}, for a file without a trusted signature; it stays marked. For the server's console only.
     *
     * @throws Problem FORBIDDEN to everybody but {@link vn.ansinh.api.access.Caller#SYSTEM}
     */
    ProgramStatus installUnsigned(Path file, String name, Consumer<String> steps);

    /**
     * Takes a program from the officials of a unit and of all below it, or gives it back. Their menu and permissions of the
     * program go; data and lists stay and can be read from outside the unit. Needs {@code program.manage} in the unit.
     *
     * @throws Problem NOT_FOUND for an unknown program
     */
    void setTerritory(String id, long unitId, boolean off);

    /** What happened to a program, latest first. Needs {@code program.manage}. */
    List<PluginEvent> history(String id);

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
            String detail,
            PluginDetails details) {
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
