package vn.ansinh.core.program;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.ansinh.api.program.Program;

/** What a program says of itself, without anything of its bundle in it. */
record Copy(String id, String name, String description, Map<String, String> permissions) implements Program {

    static Copy of(Program program) {
        return new Copy(
                program.id(), program.name(), program.description(), new LinkedHashMap<>(program.permissions()));
    }
}
