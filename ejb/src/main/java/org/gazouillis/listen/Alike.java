package org.gazouillis.listen;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gazouillis.network.Repetitions;

/// Which of some statuses say nearly the same as one before them: the same sentence by another account, under another
/// link, or with a word changed.
final class Alike {
    private Alike() {}

    /// @return for each that repeats another the id of the first that said it; the others are left out
    static Map<Long, Long> among(List<FoundStatus> statuses) {
        int[] firsts =
                Repetitions.firsts(statuses.stream().map(FoundStatus::text).toList());
        Map<Long, Long> alike = new HashMap<>();
        for (int place = 0; place < firsts.length; place++) {
            if (firsts[place] != place) {
                alike.put(statuses.get(place).id(), statuses.get(firsts[place]).id());
            }
        }
        return alike;
    }
}
