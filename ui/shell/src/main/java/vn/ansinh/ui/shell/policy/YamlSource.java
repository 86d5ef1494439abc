package vn.ansinh.ui.shell.policy;

import com.vaadin.flow.component.Html;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pack's file with line numbers and colours, made on the server: keys, texts and remarks; values that nobody has read in
 * the Công báo are marked.
 */
final class YamlSource {

    private static final Pattern TOKEN = Pattern.compile("(?<text>\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*')"
            + "|(?<key>[\\p{L}\\d][\\p{L}\\d._-]*)(?=:(?:\\s|$))"
            + "|(?<=:\\s)(?<words>[^\\s\"'{\\[|>&*#][^{}\\[\\],#]*?\\s[^{}\\[\\],#]*)(?=$)");
    private static final Pattern REMARK = Pattern.compile("(^|\\s)#.*$");
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'");
    private static final Pattern PROVISIONAL = Pattern.compile("trang-thai:\\s*tam-tinh");

    private YamlSource() {}

    /** @param label read out as the name of the source */
    static Html of(String label, String source) {
        List<String> lines = source.lines().toList();
        Set<Integer> marked = provisionalLines(lines);
        StringBuilder html = new StringBuilder(
                        "<pre class=\"as-code as-mono\" tabindex=\"0\" role=\"region\" aria-label=\"")
                .append(escape(label))
                .append("\">");
        for (int i = 0; i < lines.size(); i++) {
            html.append(marked.contains(i) ? "<span class=\"mark\" id=\"dong-" : "<span id=\"dong-")
                    .append(i + 1)
                    .append("\">")
                    .append(coloured(lines.get(i)))
                    .append("</span>");
        }
        return new Html(html.append("</pre>").toString());
    }

    /** Lines of each value in braces that is provisional: it may run over several. */
    static Set<Integer> provisionalLines(List<String> lines) {
        Set<Integer> marked = new HashSet<>();
        int depth = 0;
        int opened = 0;
        boolean provisional = false;
        for (int i = 0; i < lines.size(); i++) {
            String code = QUOTED.matcher(lines.get(i)).replaceAll("\"\"");
            code = REMARK.matcher(code).replaceAll("");
            if (depth == 0) {
                opened = i;
                provisional = false;
            }
            provisional |= PROVISIONAL.matcher(code).find();
            depth += count(code, '{') - count(code, '}');
            if (depth <= 0) {
                depth = 0;
                for (int line = opened; provisional && line <= i; line++) {
                    marked.add(line);
                }
            }
        }
        return marked;
    }

    private static int count(String code, char wanted) {
        return (int) code.chars().filter(c -> c == wanted).count();
    }

    static String coloured(String line) {
        int remark = remarkIn(line);
        String code = line.substring(0, remark);
        StringBuilder html = new StringBuilder();
        Matcher token = TOKEN.matcher(code);
        int done = 0;
        while (token.find()) {
            html.append(escape(code.substring(done, token.start())));
            String tag = token.group("key") != null ? "i" : "em";
            html.append('<')
                    .append(tag)
                    .append('>')
                    .append(escape(token.group()))
                    .append("</")
                    .append(tag)
                    .append('>');
            done = token.end();
        }
        html.append(escape(code.substring(done)));
        if (remark < line.length()) {
            html.append("<s>").append(escape(line.substring(remark))).append("</s>");
        }
        return html.isEmpty() ? " " : html.toString();
    }

    /** Where a remark begins that does not stand in quotes; the line's length for none. */
    private static int remarkIn(String line) {
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '#' && (i == 0 || Character.isWhitespace(line.charAt(i - 1)))) {
                return i;
            }
        }
        return line.length();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
