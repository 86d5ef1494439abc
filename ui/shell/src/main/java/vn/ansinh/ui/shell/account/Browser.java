package vn.ansinh.ui.shell.account;

import static vn.ansinh.ui.shell.account.AccessServices.text;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a browser calls itself, in two words. */
final class Browser {

    /** The first that is found counts: each names those that it descends from, too. */
    private static final Map<String, String> NAMES = names();

    private Browser() {}

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("Edg/", "Edge");
        names.put("coc_coc", "Cốc Cốc");
        names.put("OPR/", "Opera");
        names.put("Firefox/", "Firefox");
        names.put("Chrome/", "Chrome");
        names.put("Safari/", "Safari");
        return names;
    }

    /** {@code Firefox, điện thoại}. */
    static String of(String userAgent) {
        String name = NAMES.entrySet().stream()
                .filter(entry -> userAgent.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(text("session.other"));
        return userAgent.contains("Mobile") ? text("session.phone", name) : name;
    }
}
