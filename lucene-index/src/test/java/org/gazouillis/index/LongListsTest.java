package org.gazouillis.index;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gazouillis.index.TestStatuses.status;

/// Words with so many matches that they are laid over each other in more than one stretch of 65,536.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongListsTest {

    private static final int STATUSES = 150_000;
    private static final LongPredicate PAIR = id -> id % 2 == 0;
    private static final LongPredicate THIRD = id -> id % 3 == 0;
    private static final SearchScope MEMBER = new SearchScope(4, Set.of(9L), null);

    private StatusIndex index;

    @BeforeAll
    void fill(@TempDir Path folder) {
        index = StatusIndex.open(folder, new IndexSettings(128, TestStatuses.PATIENT.timeLimit()));
        List<StatusDocument> batch = new ArrayList<>();
        for (long id = 1; id <= STATUSES; id++) {
            String text = (PAIR.test(id) ? "pair " : "") + (THIRD.test(id) ? "tiers " : "") + "mot";
            TestStatuses next = status(id, text);
            batch.add((id % 11 == 0 ? next.onlyFor(4, 9) : next).document());
        }
        index.put(batch);
        index.makeVisible();
        index.delete(LongStream.rangeClosed(1, STATUSES)
                .filter(LongListsTest::isRemoved)
                .boxed()
                .collect(Collectors.toSet()));
        index.makeVisible();
        for (long id = 1; id <= STATUSES; id++) {
            if (likes(id) > 0) {
                index.add(id, likes(id), 0, 0);
            }
        }
    }

    @AfterAll
    void close() {
        index.close();
    }

    private static boolean isRemoved(long id) {
        return id % 7 == 0;
    }

    private static int likes(long id) {
        return id % 5 == 0 ? 0 : (int) ((id * 2_654_435_761L) >>> 7) & 1_023;
    }

    private static List<Long> plain(
            LongPredicate matches, SearchScope scope, @Nullable Instant since, @Nullable Instant before) {
        return LongStream.rangeClosed(1, STATUSES)
                .filter(matches)
                .filter(id -> !isRemoved(id))
                .filter(id -> scope.equals(MEMBER) || id % 11 != 0)
                .filter(id -> since == null || !createdAt(id).isBefore(since))
                .filter(id -> before == null || createdAt(id).isBefore(before))
                .boxed()
                .toList();
    }

    private static Instant createdAt(long id) {
        return TestStatuses.START.plusSeconds(60 * id);
    }

    private void same(String query, LongPredicate matches) {
        Instant since = createdAt(1_237);
        Instant before = createdAt(140_001);
        for (SearchScope scope : List.of(SearchScope.publicOnly(), MEMBER)) {
            same(query, scope, plain(matches, scope, null, null), null, null);
            same(query, scope, plain(matches, scope, since, before), since, before);
        }
    }

    private void same(
            String query, SearchScope scope, List<Long> wanted, @Nullable Instant since, @Nullable Instant before) {
        var selection = new Selection(query, scope, TestStatuses.VISITOR, since, before);
        assertThat(index.total(selection)).as(query).isEqualTo(wanted.size());
        Map<Instant, Long> days = wanted.stream()
                .collect(
                        Collectors.groupingBy(id -> createdAt(id).truncatedTo(ChronoUnit.DAYS), Collectors.counting()));
        assertThat(index.histogram(selection, Step.DAY))
                .as(query)
                .allSatisfy(bar -> assertThat(bar.count()).isEqualTo(days.get(bar.from())))
                .hasSize(days.size());
        SearchPage page = index.search(
                new SearchRequest(query, scope, Sort.MOST_ENGAGED, 50, null, TestStatuses.VISITOR, since, before));
        assertThat(TestStatuses.ids(page)).as(query).isEqualTo(mostLiked(wanted));
        assertThat(page.total()).isEqualTo(wanted.size());
    }

    private static List<Long> mostLiked(List<Long> wanted) {
        return wanted.stream()
                .sorted(Comparator.comparingInt(LongListsTest::likes)
                        .thenComparing(Comparator.naturalOrder())
                        .reversed())
                .limit(50)
                .toList();
    }

    @Test
    void oneWordIsCountedAndOrderedAsIfEachStatusWereLookedAt() {
        same("\"pair\"", PAIR);
    }

    @Test
    void aWordWithItsOtherFormsAlso() {
        same("pair", PAIR);
    }

    @Test
    void eitherOfTwoWordsAlso() {
        same("pair OR tiers", PAIR.or(THIRD));
    }

    @Test
    void everythingAlso() {
        same("", _ -> true);
    }

    @Test
    void twoWordsAtOnceAlso() {
        same("pair tiers", PAIR.and(THIRD));
    }
}
