package vn.ansinh.core.casework.procedure;

import java.util.Map;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.core.extender.Place;

/**
 * A file that is right by itself.
 *
 * @param file name, for messages
 * @param places where it names what others declare, by {@link #key}, {@link #value} and {@link #benefit}
 */
record ProcedureReading(Procedure procedure, String file, String source, Map<String, Place> places) {

    private static final Place START = new Place(1, 1);

    ProcedureReading {
        places = Map.copyOf(places);
    }

    static String key(String key) {
        return "khoa " + key;
    }

    static String value(String key, String value) {
        return "gia-tri " + key + " " + value;
    }

    static String benefit(String benefit) {
        return "che-do " + benefit;
    }

    Place place(String what) {
        return places.getOrDefault(what, START);
    }
}
