package vn.ansinh.core.report.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The text of a query as its author wrote it, made ready for binding: {@code :name} becomes a parameter, comments go. What lies in
 * strings, quoted names and dollar quotes stays as it is, and {@code ::} is a cast. What the text alone shows to be no report is
 * told here, in words of the field; that it can do no harm is the database's work.
 */
public final class QuerySql {

    /** Functions and tables of the server that no report needs. */
    private static final Pattern UNFIT =
            Pattern.compile("pg_.*|lo_.*|loread|lowrite|dblink.*|set_config|current_setting"
                    + "|(query|table|cursor|schema|database)_to_xml.*|ts_stat|txid_.*|nextval|setval|currtid2?");

    private static final Set<String> BEGINNINGS = Set.of("select", "with");

    private final String sql;
    private final StringBuilder out = new StringBuilder();
    private final List<String> names = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<Integer> marks = new ArrayList<>();
    private int at;
    private int line = 1;
    private boolean begun;
    private int ended;

    private QuerySql(String sql) {
        this.sql = sql;
    }

    /**
     * What is wrong with a query.
     *
     * @param line from 1
     * @param reason Vietnamese
     */
    public record Fault(int line, String reason) {}

    /** Reads a query. */
    public static QuerySql of(String sql) {
        QuerySql query = new QuerySql(sql);
        query.read();
        return query;
    }

    /** For JDBC: parameters are question marks. */
    String jdbc() {
        return out.toString();
    }

    /** Names of the parameters in the order of the question marks; one that occurs twice is here twice. */
    public List<String> names() {
        return List.copyOf(names);
    }

    /** The author's line of a place in the statement as the server has it, where parameters are {@code $1}, {@code $2}. */
    int lineOfServer(int position) {
        int longer = 0;
        for (int i = 0; i < marks.size() && marks.get(i) + longer < position - 1; i++) {
            longer += Integer.toString(i + 1).length();
        }
        String before = out.substring(0, Math.min(out.length(), Math.max(0, position - 1 - longer)));
        return 1 + (int) before.chars().filter(c -> c == '\n').count();
    }

    /** What is wrong; empty when the database may be asked. */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    private void read() {
        while (at < sql.length()) {
            int from = at;
            if (!isBlankOrComment()) {
                if (ended > 0 && faults.isEmpty()) {
                    fault(ended, "có hai câu lệnh; báo cáo chỉ gồm đúng một câu select (bỏ dấu «;» ở giữa)");
                }
                token(sql.charAt(at));
            }
            for (int i = from; i < at; i++) {
                line += sql.charAt(i) == '\n' ? 1 : 0;
            }
        }
        if (!begun) {
            fault(1, "truy vấn để trống");
        }
    }

    private boolean isBlankOrComment() {
        if (Character.isWhitespace(sql.charAt(at))) {
            out.append(sql.charAt(at++));
            return true;
        }
        if (sql.startsWith("--", at)) {
            int end = sql.indexOf('\n', at);
            at = end < 0 ? sql.length() : end;
            return true;
        }
        if (sql.startsWith("/*", at)) {
            out.append(' ');
            comment();
            return true;
        }
        return false;
    }

    /** Comments lie within each other. */
    private void comment() {
        int depth = 0;
        int from = at;
        do {
            if (sql.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (sql.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else {
                at++;
            }
        } while (depth > 0 && at < sql.length());
        sql.substring(from, at).chars().filter(c -> c == '\n').forEach(c -> out.append('\n'));
        if (depth > 0) {
            fault(lineOf(from), "chú thích «/*» không được đóng");
        }
    }

    private void token(char c) {
        if (Character.isLetter(c) || c == '_') {
            word();
        } else if (c == '\'') {
            quoted('\'', false);
        } else if (c == '"') {
            int from = at + 1;
            quoted('"', false);
            check(sql.substring(from, Math.max(from, at - 1)));
        } else if (c == '$') {
            dollar();
        } else if (c == ':') {
            colon();
        } else if (c == ';') {
            ended = line;
            at++;
        } else if (Character.isDigit(c)) {
            number();
        } else {
            symbol(c);
        }
        begun |= c != '(' && c != ';';
    }

    private void symbol(char c) {
        if (c == 0) {
            fault(line, "có ký tự không đọc được");
        }
        // a question mark of the author's is an operator
        out.append(c == '?' ? "??" : c);
        at++;
    }

    private void number() {
        int from = at;
        while (at < sql.length() && (isName(sql.charAt(at)) || sql.charAt(at) == '.')) {
            at++;
        }
        out.append(sql, from, at);
    }

    private void word() {
        int from = at;
        while (at < sql.length() && isName(sql.charAt(at))) {
            at++;
        }
        String word = sql.substring(from, at).toLowerCase(Locale.ROOT);
        char next = at < sql.length() ? sql.charAt(at) : ' ';
        if (!begun && !BEGINNINGS.contains(word)) {
            fault(line, "báo cáo phải là một câu select, không phải «" + word + "»");
        }
        if (word.equals("u") && next == '&') {
            fault(line, "không dùng được chuỗi hoặc tên viết bằng U&");
        }
        out.append(sql, from, at);
        if (word.equals("e") && next == '\'') {
            quoted('\'', true);
        } else {
            check(word);
        }
    }

    private void check(String name) {
        if (UNFIT.matcher(name).matches()) {
            fault(
                    line,
                    "báo cáo không dùng được «" + name
                            + "»: chỉ đọc các khung nhìn của schema published và tính bằng hàm thông thường");
        }
    }

    /** @param escapes whether a backslash takes the next character */
    private void quoted(char quote, boolean escapes) {
        int from = at;
        at++;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (escapes && c == '\\') {
                at += 2;
            } else if (c != quote) {
                at++;
            } else if (at + 1 < sql.length() && sql.charAt(at + 1) == quote) {
                at += 2;
            } else {
                at++;
                out.append(sql, from, at);
                return;
            }
        }
        at = sql.length();
        fault(lineOf(from), "dấu " + quote + " không được đóng");
    }

    private void dollar() {
        int end = at + 1;
        while (end < sql.length() && isName(sql.charAt(end)) && sql.charAt(end) != '$') {
            end++;
        }
        boolean tagged = end < sql.length()
                && sql.charAt(end) == '$'
                && (end == at + 1 || !Character.isDigit(sql.charAt(at + 1)));
        int close = tagged ? sql.indexOf(sql.substring(at, end + 1), end + 1) : -1;
        if (close < 0) {
            fault(line, tagged ? "chuỗi «$» không được đóng" : "tham số viết bằng dấu hai chấm và tên, ví dụ :don_vi");
            at = tagged ? sql.length() : end;
            return;
        }
        int after = close + end + 1 - at;
        out.append(sql, at, after);
        at = after;
    }

    private void colon() {
        if (sql.startsWith("::", at)) {
            out.append("::");
            at += 2;
            return;
        }
        int end = at + 1;
        while (end < sql.length() && isName(sql.charAt(end)) && sql.charAt(end) != '$') {
            end++;
        }
        if (end == at + 1 || Character.isDigit(sql.charAt(at + 1))) {
            out.append(':');
            at++;
            return;
        }
        names.add(sql.substring(at + 1, end));
        marks.add(out.length() + 1);
        // apart from what stands around it, so that nothing grows together
        out.append(" ? ");
        at = end;
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c > 127;
    }

    private int lineOf(int position) {
        return (int) sql.substring(0, Math.min(position, sql.length())).lines().count();
    }

    private void fault(int where, String reason) {
        faults.add(new Fault(Math.max(1, where), reason));
    }
}
