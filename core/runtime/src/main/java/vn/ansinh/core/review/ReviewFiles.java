package vn.ansinh.core.review;

import java.util.List;

/** The review files that are here, for who asks whether they can be used. */
public interface ReviewFiles {

    /**
     * What is wrong in files, a sentence each with file and line; empty when nothing is.
     *
     * @param begin of the files' names: a bundle's symbolic name and a slash
     */
    List<String> faults(String begin);
}
