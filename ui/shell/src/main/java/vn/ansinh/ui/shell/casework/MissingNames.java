package vn.ansinh.ui.shell.casework;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.ansinh.api.casework.CaseFile;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.casework.Procedure.RequiredPaper;
import vn.ansinh.api.fact.FactKey;

/** What the papers and facts are called that a case still lacks. Each version of a procedure is read once. */
final class MissingNames {

    private final CaseServices services;
    private final Map<String, Optional<Procedure>> procedures = new HashMap<>();

    MissingNames(CaseServices services) {
        this.services = services;
    }

    /** {@code Tờ khai; Giấy xác nhận khuyết tật}; blank for none. */
    String of(CaseFile file) {
        if (file.missing().isEmpty()) {
            return "";
        }
        Optional<Procedure> procedure = procedures.computeIfAbsent(
                file.procedure() + " " + file.version(),
                any -> services.procedures().version(file.procedure(), file.version()));
        return file.missing().stream()
                .map(code -> name(procedure, code))
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private String name(Optional<Procedure> procedure, String code) {
        return procedure.stream()
                .flatMap(known -> known.papers().stream())
                .filter(paper -> paper.code().equals(code))
                .map(RequiredPaper::name)
                .findFirst()
                .or(() -> services.facts().key(code).map(FactKey::label))
                .orElse(code);
    }
}
