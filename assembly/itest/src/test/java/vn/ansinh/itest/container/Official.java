package vn.ansinh.itest.container;

import java.util.Set;
import vn.ansinh.api.access.Caller;

/**
 * An account of the matrix.
 *
 * @param role code of its role, or what else it holds
 * @param place where it works, in words
 * @param caller what it may do in effect
 * @param covers communes of the test that lie in its territory
 * @param token with which it calls
 */
record Official(String role, String place, Caller caller, Set<String> covers, String token) {

    @Override
    public String toString() {
        return role + " ở " + place;
    }
}
