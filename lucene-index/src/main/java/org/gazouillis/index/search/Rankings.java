package org.gazouillis.index.search;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.gazouillis.index.SearchRequest;
import org.gazouillis.index.SearchScope;
import org.gazouillis.index.Sort;
import org.jspecify.annotations.Nullable;

/// The last rankings, so that the pages of one search follow from one order while counters and statuses move on. A
/// page that comes after its ranking has been forgotten is found in a new one.
final class Rankings {

    private static final int REMEMBERED = 64;

    @SuppressWarnings("serial")
    private final Map<Long, Kept> kept = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Kept> eldest) {
            return size() > REMEMBERED;
        }
    };

    /// The number under which [#find] finds it again, never 0.
    synchronized long keep(SearchRequest request, Ranking ranking) {
        long number = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
        kept.put(number, new Kept(Question.of(request), ranking));
        return number;
    }

    /// Only for the very same question by the same circle of readers: a number from elsewhere finds nothing.
    synchronized Optional<Ranking> find(long number, SearchRequest request) {
        return Optional.ofNullable(kept.get(number))
                .filter(known -> known.question.equals(Question.of(request)))
                .map(Kept::ranking);
    }

    private record Kept(Question question, Ranking ranking) {}

    private record Question(
            String query,
            SearchScope scope,
            Sort sort,
            String zone,
            @Nullable Instant since,
            @Nullable Instant before) {
        static Question of(SearchRequest request) {
            return new Question(
                    request.query(),
                    request.scope(),
                    request.sort(),
                    request.standpoint().zone().getId(),
                    request.since(),
                    request.before());
        }
    }
}
