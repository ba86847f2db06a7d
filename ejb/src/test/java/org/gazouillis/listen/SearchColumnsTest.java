package org.gazouillis.listen;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.gazouillis.kernel.SavedSearchId;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SearchColumnsTest {
    @TempDir
    private Path folder;

    private Listening anna;
    private Listening marc;

    @BeforeEach
    void build() {
        Ground ground = new Ground(folder.resolve("index"));
        anna = new Listening(ground, World.ANNA);
        marc = new Listening(ground, World.MARC);
    }

    @Test
    void columnsStandInTheOrderTheyWereGiven() {
        SavedSearchId cafe = marc.keep("café").id();
        SavedSearchId the = marc.keep("thé").id();
        assertThat(arrange(marc, the, cafe)).containsExactly("thé", "café");
        assertThat(arrange(marc, cafe, the, cafe)).containsExactly("café", "thé");
        assertThat(arrange(marc)).isEmpty();
    }

    @Test
    void eachMemberHasTheirOwnAndOnlyOfWhatTheySee() {
        SavedSearch shared = anna.keep("Partagée", "vélo", null, "nord");
        SavedSearch own = anna.keep("café");
        arrange(marc, shared.id());
        assertThat(anna.columns(SearchColumns::mine)).isEmpty();
        assertThatThrownBy(() -> arrange(marc, own.id())).isInstanceOf(SavedSearchNotFound.class);
        anna.searches(
                all -> all.change(shared.id(), new SearchIdea("Partagée", "vélo", null, SearchOrder.NEWEST, null)));
        assertThat(marc.columns(SearchColumns::mine)).as("no longer shared").isEmpty();
    }

    @Test
    void aRemovedSearchIsNoColumnAndARestoredOneIsAgain() {
        SavedSearch search = marc.keep("café");
        arrange(marc, search.id());
        marc.remove(search);
        assertThat(marc.columns(SearchColumns::mine)).isEmpty();
        marc.searches(all -> all.restore(search.id()));
        assertThat(marc.columns(SearchColumns::mine)).hasSize(1);
    }

    @Test
    void thirteenAreTooMany() {
        SavedSearchId[] many = IntStream.range(0, 13)
                .mapToObj(number -> marc.keep("mot" + number).id())
                .toArray(SavedSearchId[]::new);
        assertThatThrownBy(() -> arrange(marc, many))
                .isInstanceOf(SavedSearchRefused.class)
                .hasMessageContaining("at most 12");
    }

    private static List<String> arrange(Listening member, SavedSearchId... searches) {
        return member.columns(all -> all.arrange(List.of(searches))).stream()
                .map(SavedSearch::name)
                .toList();
    }
}
