package vn.ansinh.api.codelist;

import java.util.List;

/**
 * A code list, as an official finds it among the others.
 *
 * @param code for instance {@code dan-toc}
 * @param name Vietnamese
 * @param basis what it stands on; may be blank
 * @param local whether provinces add entries of their own
 * @param present whether something that runs here brings it; the list of a program that is gone can be read and is not changed
 * @param bundles symbolic names of the bundles that bring it now
 * @param entries how many entries hold today, for the unit asked for
 * @param waiting how many proposals wait for a second person
 */
public record CodeList(
        String code,
        String name,
        String basis,
        boolean local,
        boolean present,
        List<String> bundles,
        int entries,
        int waiting) {

    public CodeList {
        bundles = List.copyOf(bundles);
    }
}
