package org.gazouillis.index;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/// Every operator, alone and combined by `AND`, `OR`, `NOT` and parentheses, finds what a plain filter over the same
/// statuses finds.
class OperatorsTest {

    private static final int STATUSES = 190;
    private static final int EACH = 60;
    private static final int COMBINED = 3_000;
    private static final RandomWishes RANDOM = new RandomWishes(20261126);

    @TempDir
    static Path folder;

    private static StatusIndex index;
    private static List<StatusDocument> visible;

    @BeforeAll
    static void fill() {
        index = StatusIndex.open(folder, TestStatuses.PATIENT);
        var all = new ArrayList<StatusDocument>();
        for (long id = 1; id <= STATUSES; id++) {
            all.add(RANDOM.status(id));
            index.put(List.of(all.getLast()));
            if (id % 40 == 0) {
                index.makeVisible();
            }
        }
        index.see(all.stream()
                .collect(Collectors.toMap(StatusDocument::id, status -> RandomWishes.impressions(status.id()))));
        index.delete(List.of(3L, 50L));
        index.makeVisible();
        visible = all.stream()
                .filter(RandomWishes::isVisible)
                .filter(status -> status.id() != 3 && status.id() != 50)
                .toList();
    }

    @AfterAll
    static void close() {
        index.close();
    }

    @Test
    void everyOperatorAloneFindsWhatAPlainFilterFinds() {
        Map<String, Boolean> tells = new TreeMap<>();
        for (Supplier<Wish> leaf : RANDOM.leaves()) {
            for (int round = 0; round < EACH; round++) {
                Wish wish = leaf.get();
                int hits = compare(wish);
                tells.merge(wish.kind(), hits > 0 && hits < visible.size(), Boolean::logicalOr);
            }
        }
        assertThat(tells.values())
                .as("each kind must tell statuses apart: %s", tells)
                .doesNotContain(false);
        assertThat(tells.keySet()).containsAll(operators());
    }

    @Test
    void everyCombinationFindsWhatAPlainFilterFinds() {
        Set<Integer> sizes = new HashSet<>();
        for (int round = 0; round < COMBINED; round++) {
            sizes.add(compare(RANDOM.any(2)));
        }
        assertThat(sizes).hasSizeGreaterThan(50);
    }

    /// As the language itself lists them.
    private static List<String> operators() {
        var fault = catchThrowableOfType(QuerySyntaxException.class, () -> ids("nonesuch:x"));
        return List.of(fault.choices().split(", ", -1));
    }

    private static int compare(Wish wish) {
        List<Long> found = ids(wish.query());
        assertThat(found)
                .as("%s: %s", wish.kind(), wish.query())
                .containsExactlyInAnyOrderElementsOf(visible.stream()
                        .filter(wish.holds())
                        .map(StatusDocument::id)
                        .toList());
        return found.size();
    }

    private static List<Long> ids(String query) {
        return TestStatuses.ids(
                index.search(SearchRequest.newest(query, RandomWishes.SCOPE, 200, null, RandomWishes.STANDPOINT)));
    }
}
