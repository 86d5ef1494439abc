package vn.ansinh.core.deadline;

import java.util.List;
import vn.ansinh.api.deadline.Deadline;

/** Deadlines that the core itself knows of, beside those that programs declare. */
public interface DeadlineSource {

    /** Those that there are now; the program of one that concerns everybody is {@code null}. */
    List<Deadline> now();
}
