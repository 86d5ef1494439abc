package vn.ansinh.core.policy;

import java.time.LocalDate;

/** Dated facts (children) that count while their age lies in a band. */
record Counted(String key, AgeBand age) {

    /** How many there are on {@code day}; the same child told twice counts once. */
    int in(FactView facts, LocalDate day) {
        return facts.countDated(key, day, age);
    }
}
