package vn.ansinh.api.policy;

/**
 * One immutable version of a policy pack.
 *
 * @param pack its id, for instance {@code btxh-toan-quoc}
 * @param version counted from 1
 */
public record PackVersion(String pack, int version) {

    @Override
    public String toString() {
        return pack + " bản " + version;
    }
}
