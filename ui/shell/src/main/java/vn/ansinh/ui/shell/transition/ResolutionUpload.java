package vn.ansinh.ui.shell.transition;

import java.util.function.Consumer;
import vn.ansinh.api.unit.ResolutionState;
import vn.ansinh.api.unit.ResolutionState.Stage;
import vn.ansinh.api.unit.Resolutions;
import vn.ansinh.ui.kit.component.FactList;
import vn.ansinh.ui.kit.component.FileDialog;
import vn.ansinh.ui.kit.component.FileDialog.Finding;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.component.ReceivedFile;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** Brings a resolution: checked as it stands; only one without faults can be handed in, and waits for a second person. */
final class ResolutionUpload {

    private static final Texts TEXTS = Texts.of(ResolutionUpload.class);

    private final Resolutions resolutions;
    private final Consumer<ResolutionState> brought;

    /** @param brought told the new proposal */
    ResolutionUpload(Resolutions resolutions, Consumer<ResolutionState> brought) {
        this.resolutions = resolutions;
        this.brought = brought;
    }

    void open() {
        new FileDialog(
                        TEXTS.get("resolution.bring"),
                        TEXTS.get("upload.lead"),
                        TEXTS.get("upload.submit"),
                        Resolutions.LARGEST,
                        ".yaml",
                        ".yml")
                .checks(this::look)
                .does(this::propose)
                .open();
    }

    private Finding look(ReceivedFile file) {
        ResolutionState state = resolutions.check(file.name(), file.text());
        if (state.stage() == Stage.FAULTY) {
            return Finding.faulty(
                    MessageBar.error(TEXTS.get("upload.refused-lead"), TEXTS.get("upload.refused", file.name())),
                    state.faults());
        }
        return Finding.usable(
                MessageBar.ok(TEXTS.get("upload.good-lead"), TEXTS.get("upload.good")),
                new FactList()
                        .fact(TEXTS.get("resolution.number"), state.number())
                        .fact(TEXTS.get("resolution.name"), state.name())
                        .fact(TEXTS.get("resolution.in-force"), Formats.date(state.inForce()))
                        .fact(
                                TEXTS.get("upload.units"),
                                Integer.toString(state.units().size())));
    }

    private void propose(ReceivedFile file) {
        ResolutionState state = resolutions.propose(file.name(), file.text());
        brought.accept(state);
        Problems.done(TEXTS.get("upload.done", state.number()));
    }
}
