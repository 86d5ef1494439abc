package vn.ansinh.core.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Things drawn as often as their weights say. */
final class Weighted<T> {

    private final List<T> things = new ArrayList<>();
    private double[] ends = new double[16];

    /** @param weight above zero */
    Weighted<T> add(T thing, double weight) {
        int n = things.size();
        if (n == ends.length) {
            ends = Arrays.copyOf(ends, 2 * n);
        }
        ends[n] = (n == 0 ? 0 : ends[n - 1]) + weight;
        things.add(thing);
        return this;
    }

    T draw(RandomGenerator random) {
        int n = things.size();
        int at = Arrays.binarySearch(ends, 0, n, random.nextDouble() * ends[n - 1]);
        return things.get(Math.min(at < 0 ? -at - 1 : at + 1, n - 1));
    }
}
