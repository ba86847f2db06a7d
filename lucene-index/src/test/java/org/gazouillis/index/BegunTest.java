package org.gazouillis.index;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BegunTest {
    private static final List<Facet> FACETS = List.of(Facet.HASHTAG, Facet.AUTHOR, Facet.LANGUAGE, Facet.SITE);
    private static final List<String> BEGINNINGS = List.of("", "t", "tag", "tag1", "author1", "f", "site2", "nobody");

    @TempDir
    private Path folder;

    /// Counting the whole facet and leaving out what begins otherwise is the plain way to the same values.
    @Test
    void theMostFrequentValuesThatBeginSoAreThoseOfTheWholeFacet() {
        try (StatusIndex index = StatusIndex.open(folder, TestStatuses.PATIENT)) {
            new RandomStatuses(5).feed(index, 2_000, 4);
            for (SearchScope scope : RandomStatuses.SCOPES) {
                for (Facet facet : FACETS) {
                    for (String beginning : BEGINNINGS) {
                        assertThat(index.begun(scope, facet, beginning, 5))
                                .as("%s %s %s", scope, facet, beginning)
                                .isEqualTo(ofTheWhole(index, scope, facet, beginning));
                    }
                }
            }
            assertThatThrownBy(() -> index.begun(SearchScope.publicOnly(), Facet.BRAND, "", 5))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static List<FacetCount> ofTheWhole(StatusIndex index, SearchScope scope, Facet facet, String beginning) {
        Selection everything = new Selection("", scope, TestStatuses.VISITOR);
        return index.facets(everything, Set.of(facet), StatusIndex.MOST_VALUES).getOrDefault(facet, List.of()).stream()
                .filter(count -> count.value().startsWith(beginning))
                .limit(5)
                .toList();
    }
}
