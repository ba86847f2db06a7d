package org.gazouillis.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Picks at random.
record Pick(Random random) {

    int number(int bound) {
        return random.nextInt(bound);
    }

    <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    List<String> some(List<String> list, int count) {
        var some = new ArrayList<String>();
        while (some.size() < count) {
            some.add(one(list));
        }
        return some;
    }

    /// The same for the same seed, whatever order a map has today.
    <T> Map.Entry<String, T> entry(Map<String, T> map) {
        return one(List.copyOf(new TreeMap<>(map).entrySet()));
    }
}
