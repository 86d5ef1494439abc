package vn.ansinh.btxh.rest;

import java.util.List;
import vn.ansinh.btxh.imports.SplitCommune;

/** A split commune and where its people may live now. */
public record SplitView(String code, String name, int rows, List<Candidate> candidates) {

    /** A commune to choose. */
    public record Candidate(String code, String name) {}

    static SplitView of(SplitCommune split) {
        return new SplitView(
                split.code(),
                split.name(),
                split.rows(),
                split.candidates().stream()
                        .map(unit -> new Candidate(unit.code(), unit.name()))
                        .toList());
    }
}
