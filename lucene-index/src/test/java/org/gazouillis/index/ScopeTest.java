package org.gazouillis.index;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.gazouillis.index.TestStatuses.find;
import static org.gazouillis.index.TestStatuses.put;
import static org.gazouillis.index.TestStatuses.status;

class ScopeTest {

    private static final long OPEN = 1;
    private static final long OURS = 2;
    private static final long OTHER_BRAND = 3;
    private static final long OTHER_WORKSPACE = 4;
    private static final long OURS_OPEN = 5;

    @TempDir
    Path folder;

    private StatusIndex index;

    @BeforeEach
    void fill() {
        index = StatusIndex.open(folder, TestStatuses.PATIENT);
        put(
                index,
                status(OPEN, "secret ouvert"),
                status(OURS, "secret maison").onlyFor(10, 100),
                status(OTHER_BRAND, "secret voisin").onlyFor(10, 101),
                status(OTHER_WORKSPACE, "secret étranger").onlyFor(11, 100),
                status(OURS_OPEN, "secret affiché").of(10, 100));
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void aVisitorSeesWhatIsPublic() {
        assertThat(find(index, "secret")).containsExactly(OURS_OPEN, OPEN);
        assertThat(find(index, "", new SearchScope(0, Set.of(100L), null))).containsExactly(OURS_OPEN, OPEN);
    }

    @Test
    void aMemberSeesTheOwnBrandsToo() {
        assertThat(find(index, "secret", member())).containsExactly(OURS_OPEN, OURS, OPEN);
        assertThat(find(index, "secret", new SearchScope(10, Set.of(100L, 101L), null)))
                .containsExactly(OURS_OPEN, OTHER_BRAND, OURS, OPEN);
    }

    @Test
    void oneBrandAloneCanBeAskedFor() {
        assertThat(find(index, "", new SearchScope(10, Set.of(100L, 101L), 100L)))
                .containsExactly(OURS_OPEN, OURS);
        assertThat(find(index, "", new SearchScope(10, Set.of(100L), 101L))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret OR étranger",
                "x OR secret",
                "étranger",
                "-nexistepas",
                "-(-secret)",
                "-x OR -y",
                "(secret) OR (-secret)",
                "tenant:11 OR secret",
                "owner:11/100",
                "secret) OR (étranger",
                "\"secret étranger\"",
                "sec* OR étr*",
                "secret -ouvert",
                "since:2020-01-01 OR until:2030-01-01",
                "*",
                "*:*",
                "open:1 OR brand:100",
                "brand:voisin OR secret",
                "-brand:maison",
                "-campaign:maison OR secret",
                "min_likes:0",
                "-has:poll OR since_id:0",
                "max_id:99 OR NOT is:reply",
                "secret NEAR/5 voisin OR during:2026",
                "/.*/",
                "created:[* TO *]"
            })
    void noQueryTalksTheScopeAway(String query) {
        for (Sort sort : Sort.values()) {
            var request = new SearchRequest(query, member(), sort, 100, null, TestStatuses.VISITOR);
            Throwable refused = catchThrowable(() ->
                    assertThat(TestStatuses.ids(index.search(request))).doesNotContain(OTHER_BRAND, OTHER_WORKSPACE));
            if (refused != null) {
                assertThat(refused).isInstanceOf(QuerySyntaxException.class);
            }
        }
    }

    private static SearchScope member() {
        return new SearchScope(10, Set.of(100L), null);
    }
}
