package vn.ansinh.core.report.definition;

import java.util.ArrayList;
import java.util.List;
import vn.ansinh.api.paper.OfficePaper.Signatory;
import vn.ansinh.core.extender.YamlMap;

/** What {@code giay} says: how a report looks as a paper. */
record PaperParser(
        boolean landscape, String form, List<String> notes, List<Signatory> signatories, List<String> recipients) {

    private static final int MOST_LINES = 20;
    private static final int MOST_SIGNATORIES = 5;
    private static final int LONGEST = 500;

    private static final PaperParser PLAIN = new PaperParser(false, null, List.of(), List.of(), List.of());

    /** An upright paper that nobody signs, where nothing is said. */
    static PaperParser read(YamlMap root) {
        YamlMap map = root.has("giay") ? root.map("giay") : null;
        if (map == null) {
            return PLAIN;
        }
        boolean landscape = map.flag("ngang");
        String form = map.has("mau-so") ? map.told("mau-so", LONGEST) : null;
        List<String> notes = lines(map, "ghi-chu");
        List<Signatory> signatories = new ArrayList<>();
        for (YamlMap who : map.maps("nguoi-ky")) {
            String title = who.told("chuc-danh", LONGEST);
            String instruction = who.has("ghi") ? who.told("ghi", LONGEST) : "(Ký, ghi rõ họ tên)";
            who.finish();
            signatories.add(new Signatory(title, instruction));
        }
        if (signatories.size() > MOST_SIGNATORIES) {
            map.fault("nguoi-ky", "Nhiều nhất " + MOST_SIGNATORIES + " người ký.");
        }
        List<String> recipients = lines(map, "noi-nhan");
        map.finish();
        return new PaperParser(landscape, form, notes, signatories, recipients);
    }

    private static List<String> lines(YamlMap map, String key) {
        List<String> lines = map.texts(key);
        if (lines.size() > MOST_LINES || lines.stream().anyMatch(line -> line.length() > LONGEST)) {
            map.fault(
                    key, "«" + key + "» nhiều nhất " + MOST_LINES + " dòng, mỗi dòng nhiều nhất " + LONGEST + " chữ.");
        }
        return lines;
    }
}
