package vn.ansinh.ui.shell.program;

import java.nio.file.Path;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.program.PluginDetails.Trust;
import vn.ansinh.api.program.PluginFile;
import vn.ansinh.api.program.Programs;
import vn.ansinh.ui.kit.component.FactList;
import vn.ansinh.ui.kit.component.FileDialog;
import vn.ansinh.ui.kit.component.FileDialog.Finding;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.component.ReceivedFile;
import vn.ansinh.ui.kit.text.Texts;

/** Brings a program as a file: looked over at once; only one that may be installed can be. */
final class PluginUpload {

    private static final Texts TEXTS = Texts.of(PluginUpload.class);

    /** See {@link Programs#inspect}: each line after the first is a fault. */
    private static final String FAULTY_REPORT = "AS-REPORT-FILE";

    private final Programs programs;
    private final Install install;
    private PluginFile plugin;

    /** Installs a file; deletes it afterwards. */
    interface Install {
        void start(Path file, String fileName, PluginFile plugin);
    }

    PluginUpload(Programs programs, Install install) {
        this.programs = programs;
        this.install = install;
    }

    void open() {
        new FileDialog(
                        TEXTS.get("upload.title"),
                        TEXTS.get("upload.lead"),
                        TEXTS.get("upload.install"),
                        Programs.LARGEST,
                        ".jar",
                        ".kar",
                        ".zip")
                .checks(this::look)
                .does(file -> install.start(file.keep(), file.name(), plugin))
                .open();
    }

    private Finding look(ReceivedFile file) {
        try {
            plugin = programs.inspect(file.path(), file.name());
        } catch (Problem e) {
            if (!e.code().equals(FAULTY_REPORT)) {
                throw e;
            }
            return Finding.faulty(
                    MessageBar.error(TEXTS.get("upload.report-lead"), TEXTS.get("upload.report")),
                    e.getMessage().lines().skip(1).toList());
        }
        FactList facts = new FactList()
                .fact(TEXTS.get("upload.name"), plugin.name())
                .fact(TEXTS.get("upload.version"), plugin.version())
                .fact(TEXTS.get("api"), plugin.api())
                .fact(
                        TEXTS.get("upload.signer"),
                        plugin.trust() == Trust.DATA ? plugin.trust().label() : plugin.signer());
        String told = plugin.trust() == Trust.DATA ? "upload.good.report" : "upload.good";
        Finding good = Finding.usable(MessageBar.ok(TEXTS.get("upload.good-lead"), TEXTS.get(told)), facts);
        if (plugin.replaces().isEmpty()) {
            return good;
        }
        facts.fact(TEXTS.get("upload.replaces"), plugin.replaces());
        return good.withVerb(TEXTS.get("upload.update"));
    }
}
