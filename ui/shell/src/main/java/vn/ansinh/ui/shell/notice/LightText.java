package vn.ansinh.ui.shell.notice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text as officials type it, with a few marks of Markdown: {@code # heading}, {@code - item}, {@code 1. item}, {@code **bold**},
 * {@code [words](https://…)} and addresses as they are. It is made of components, so that whatever is typed stays text: no
 * HTML is ever built from it, and a link leads to {@code http} and {@code https} only.
 */
public final class LightText extends Div {

    private static final long serialVersionUID = 1L;

    private static final Pattern HEADING = Pattern.compile("#{1,4}\\s+(.+)");
    private static final Pattern BULLET = Pattern.compile("\\s*[-*•+]\\s+(.+)");
    private static final Pattern NUMBER = Pattern.compile("\\s*\\d{1,3}[.)]\\s+(.+)");
    private static final Pattern INLINE =
            Pattern.compile("\\*\\*(?<bold>[^*]+)\\*\\*|\\[(?<words>[^\\]\\n]{1,300})]\\((?<to>https?://[^\\s)]+)\\)"
                    + "|(?<plain>https?://[^\\s<>\"]*[^\\s<>\".,;:!?)])");

    private final List<String> lines = new ArrayList<>();
    private HtmlContainer list;

    /** @param text lines separated by line feeds */
    public LightText(String text) {
        addClassName("as-text");
        text.lines().forEach(this::line);
        endParagraph();
    }

    private void line(String line) {
        Matcher heading = HEADING.matcher(line);
        Matcher bullet = BULLET.matcher(line);
        Matcher number = NUMBER.matcher(line);
        if (heading.matches()) {
            endParagraph();
            list = null;
            H3 title = new H3();
            title.add(inline(heading.group(1)));
            add(title);
        } else if (bullet.matches()) {
            item(bullet.group(1), UnorderedList.class);
        } else if (number.matches()) {
            item(number.group(1), OrderedList.class);
        } else if (line.isBlank()) {
            endParagraph();
            list = null;
        } else {
            list = null;
            lines.add(line.strip());
        }
    }

    private void item(String text, Class<? extends HtmlContainer> kind) {
        endParagraph();
        if (!kind.isInstance(list)) {
            list = kind == OrderedList.class ? new OrderedList() : new UnorderedList();
            add(list);
        }
        ListItem item = new ListItem();
        item.add(inline(text));
        list.add(item);
    }

    private void endParagraph() {
        if (!lines.isEmpty()) {
            Paragraph paragraph = new Paragraph();
            paragraph.add(inline(String.join("\n", lines)));
            add(paragraph);
            lines.clear();
        }
    }

    private static List<Component> inline(String text) {
        List<Component> parts = new ArrayList<>();
        Matcher mark = INLINE.matcher(text);
        int done = 0;
        while (mark.find()) {
            plain(parts, text.substring(done, mark.start()));
            if (mark.group("bold") != null) {
                Span bold = new Span(mark.group("bold"));
                bold.addClassName("as-b");
                parts.add(bold);
            } else if (mark.group("to") != null) {
                parts.add(link(mark.group("to"), mark.group("words")));
            } else {
                parts.add(link(mark.group("plain"), mark.group("plain")));
            }
            done = mark.end();
        }
        plain(parts, text.substring(done));
        return parts;
    }

    private static void plain(List<Component> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(new Span(text));
        }
    }

    private static Component link(String to, String words) {
        Anchor link = new Anchor(to, words, AnchorTarget.BLANK);
        link.getElement().setAttribute("rel", "noopener noreferrer");
        return link;
    }
}
