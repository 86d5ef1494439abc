package vn.ansinh.btxh.deadline;

import vn.ansinh.api.deadline.Deadline;
import vn.ansinh.api.deadline.DueRule;
import vn.ansinh.btxh.BtxhProgram;

/** What a decree says of a deadline; who has to and who has is left to the kinds of deadline. */
abstract class StatedDeadline implements Deadline {

    private final String id;
    private final String name;
    private final String basis;
    private final DueRule rule;

    /**
     * @param id begins with the program's
     * @param name Vietnamese, what has to be done
     * @param basis the clause
     */
    StatedDeadline(String id, String name, String basis, DueRule rule) {
        this.id = id;
        this.name = name;
        this.basis = basis;
        this.rule = rule;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String program() {
        return BtxhProgram.ID;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String basis() {
        return basis;
    }

    @Override
    public final DueRule rule() {
        return rule;
    }
}
