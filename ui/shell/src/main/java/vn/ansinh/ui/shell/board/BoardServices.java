package vn.ansinh.ui.shell.board;

import java.time.Clock;
import java.util.List;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.board.Boards;
import vn.ansinh.api.deadline.Deadlines;
import vn.ansinh.api.job.Jobs;
import vn.ansinh.api.program.Program;
import vn.ansinh.api.unit.Units;

/**
 * What the board uses.
 *
 * @param running the programs that run now; comes and goes under one's hands
 */
public record BoardServices(
        Boards boards,
        Deadlines deadlines,
        Access access,
        Units units,
        Jobs jobs,
        List<Program> running,
        Clock clock) {}
