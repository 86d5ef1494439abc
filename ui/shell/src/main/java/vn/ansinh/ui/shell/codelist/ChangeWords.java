package vn.ansinh.ui.shell.codelist;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.ansinh.api.codelist.CodeDraft.Kind;
import vn.ansinh.api.codelist.CodeProposal.Item;
import vn.ansinh.api.codelist.CodeValues;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** A change, put so that one sees what differs. */
final class ChangeWords {

    private static final Texts TEXTS = Texts.of(ChangeWords.class);

    private ChangeWords() {}

    /** A field that differs. @param before blank for nothing */
    private record Difference(String field, String before, String after) {}

    /** {@code từ 01/07/2025 đến hết 31/12/2026}. */
    static String span(CodeValues values) {
        if (values.from() == null && values.to() == null) {
            return TEXTS.get("span.always");
        }
        if (values.from() == null) {
            return TEXTS.get("span.to", Formats.date(values.to()));
        }
        return values.to() == null
                ? TEXTS.get("span.from", Formats.date(values.from()))
                : TEXTS.get("span.from-to", Formats.date(values.from()), Formats.date(values.to()));
    }

    private static List<Difference> differences(Item item) {
        CodeValues before = item.before();
        CodeValues after = item.after();
        List<Difference> all = new ArrayList<>();
        all.add(new Difference(TEXTS.get("name"), before == null ? "" : before.name(), after.name()));
        all.add(new Difference(
                TEXTS.get("synonyms"),
                before == null ? "" : String.join(", ", before.synonyms()),
                String.join(", ", after.synonyms())));
        all.add(new Difference(TEXTS.get("holds"), before == null ? "" : span(before), span(after)));
        all.add(new Difference(TEXTS.get("basis"), before == null ? "" : before.basis(), after.basis()));
        if (before != null) {
            all.add(new Difference(
                    TEXTS.get("order"), Integer.toString(before.order()), Integer.toString(after.order())));
        }
        return all.stream()
                .filter(one -> !Objects.equals(one.before(), one.after()))
                .toList();
    }

    /** For a history. */
    static String inOneLine(Item item) {
        if (item.kind() == Kind.ADD) {
            return item.after().name();
        }
        List<String> parts = differences(item).stream()
                .map(one -> one.field() + ": " + either(one.before()) + " → " + either(one.after()))
                .toList();
        return String.join("; ", parts);
    }

    private static String either(String text) {
        return text.isBlank() ? TEXTS.get("nothing") : text;
    }

    /** For who decides: what is, struck out, beside what is to be. */
    static Component inFull(Item item) {
        DataTable table = new DataTable(
                TEXTS.get("difference", item.code()),
                List.of(TEXTS.get("field"), TEXTS.get("before"), TEXTS.get("after")));
        for (Difference one : differences(item)) {
            table.row(new Span(one.field()), marked("del", one.before()), marked("ins", one.after()));
        }
        Span kind = new Span(item.kind().label());
        kind.addClassName("as-muted");
        Span code = new Span(item.code());
        code.addClassName("as-b");
        Div head = new Div(code, kind);
        head.addClassName("as-row");
        Div change = new Div(head, table);
        change.addClassName("as-change");
        return change;
    }

    private static Component marked(String tag, String text) {
        HtmlContainer mark = new HtmlContainer(text.isBlank() ? "span" : tag);
        mark.add(new Span(either(text)));
        return mark;
    }
}
