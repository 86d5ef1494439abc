package vn.ansinh.ui.shell.notice;

import java.util.List;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.notice.Notices;
import vn.ansinh.api.program.Program;
import vn.ansinh.api.question.Questions;
import vn.ansinh.api.unit.Units;

/** What these pages work with. @param running the programs that run now */
public record NoticeServices(Access access, Units units, Notices notices, Questions questions, List<Program> running) {

    /** A program as officials call it; its id where it does not run. */
    public String program(String id) {
        return running.stream()
                .filter(program -> program.id().equals(id))
                .map(Program::name)
                .findFirst()
                .orElse(id);
    }

    /** Ids of the running programs that the caller works for. */
    public List<String> programs() {
        return running.stream()
                .map(Program::id)
                .filter(access.require()::works)
                .sorted()
                .toList();
    }
}
