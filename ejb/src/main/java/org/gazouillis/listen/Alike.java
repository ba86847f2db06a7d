package org.gazouillis.listen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gazouillis.network.Likeness;

/// Which of some statuses say nearly the same as one before them: the same sentence by another account, under another
/// link, or with a word changed.
final class Alike {
    private Alike() {}

    /// @return for each that repeats another the id of the first that said it; the others are left out
    static Map<Long, Long> among(List<FoundStatus> statuses) {
        Map<Long, Long> alike = new HashMap<>();
        List<Said> firsts = new ArrayList<>();
        for (FoundStatus status : statuses) {
            var likeness = new Likeness(status.text());
            firsts.stream()
                    .filter(first -> first.likeness.isNear(likeness))
                    .findFirst()
                    .ifPresentOrElse(
                            first -> alike.put(status.id(), first.id),
                            () -> firsts.add(new Said(status.id(), likeness)));
        }
        return alike;
    }

    private record Said(long id, Likeness likeness) {}
}
