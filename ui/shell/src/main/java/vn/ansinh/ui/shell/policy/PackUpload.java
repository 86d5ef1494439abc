package vn.ansinh.ui.shell.policy;

import static vn.ansinh.ui.shell.ShellTexts.text;

import java.util.function.Consumer;
import vn.ansinh.api.policy.PackState;
import vn.ansinh.api.policy.PackState.Stage;
import vn.ansinh.api.policy.Packs;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.ui.kit.component.FactList;
import vn.ansinh.ui.kit.component.FileDialog;
import vn.ansinh.ui.kit.component.FileDialog.Finding;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.component.ReceivedFile;
import vn.ansinh.ui.kit.problem.Problems;

/** Brings a pack: the file is checked as it stands; only one without faults can be handed in, and waits for a second person. */
final class PackUpload {

    private final Packs packs;
    private final Consumer<PackState> brought;

    /** @param brought told the state of the new draft */
    PackUpload(Packs packs, Consumer<PackState> brought) {
        this.packs = packs;
        this.brought = brought;
    }

    void open() {
        new FileDialog(text("upload.title"), text("upload.lead"), text("upload.submit"), Packs.LARGEST, ".yaml", ".yml")
                .checks(this::look)
                .does(this::handIn)
                .open();
    }

    private Finding look(ReceivedFile file) {
        PackState state = packs.check(file.name(), file.text());
        if (state.stage() == Stage.REFUSED) {
            return Finding.faulty(
                    MessageBar.error(text("upload.refused-lead"), text("upload.refused", file.name())), state.faults());
        }
        return Finding.usable(
                MessageBar.ok(text("upload.good-lead"), text("upload.good")),
                new FactList()
                        .fact(text("policy.name"), state.name())
                        .fact(text("policy.pack"), String.valueOf(state.pack()))
                        .fact(text("upload.amends"), String.join(", ", state.amends())));
    }

    private void handIn(ReceivedFile file) {
        PackState state = packs.upload(file.name(), file.text());
        if (state.stage() == Stage.REFUSED) {
            // what it builds on changed since it was looked at
            throw Problem.invalid("AS-POLICY-FILE", String.join(" ", state.faults()));
        }
        brought.accept(state);
        Problems.done(text("upload.done", state.name()));
    }
}
