package vn.ansinh.ui.shell.servlet;

import org.jsoup.nodes.Document;
import vn.ansinh.api.training.Training;

/**
 * The striped bar of a training installation. It is part of the document that every address answers with, outside of what
 * views and dialogs draw, so that none of them can be without it.
 */
final class TrainingBar {

    private TrainingBar() {}

    static void addTo(Document document) {
        document.selectFirst("html").addClass("as-is-training");
        document.body()
                .prependElement("aside")
                .addClass("as-training")
                .attr("aria-label", "Bản tập huấn")
                .text(Training.WORDS);
    }
}
