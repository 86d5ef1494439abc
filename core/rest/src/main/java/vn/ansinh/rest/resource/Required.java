package vn.ansinh.rest.resource;

import vn.ansinh.api.problem.Problem;

/** What a request cannot do without. */
final class Required {

    private Required() {}

    /** @throws Problem INVALID, naming the parameter */
    static <T> T parameter(String name, T value) {
        if (value == null || value instanceof String text && text.isBlank()) {
            throw Problem.invalid("AS-REST-PARAMETER", "Thiếu tham số \"" + name + "\".");
        }
        return value;
    }

    /** @throws Problem INVALID when there is no body */
    static <T> T body(T body) {
        if (body == null) {
            throw Problem.invalid("AS-REST-BODY", "Yêu cầu thiếu nội dung JSON.");
        }
        return body;
    }
}
