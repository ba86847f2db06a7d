package org.gazouillis.compose;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.kernel.SnippetId;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.testrig.Entities;
import org.gazouillis.testrig.Pen;
import org.gazouillis.testrig.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SnippetsTest {
    private World world;
    private Pen marc;

    @BeforeEach
    void build() {
        world = World.fresh();
        marc = new Pen(world, World.MARC);
    }

    @Test
    void variablesAreResolvedWhenAPostIsSaved() {
        variable("Shop", "12 rue du Nord $1 \\ https://example.com/n");
        Instant due = world.worker()
                .withHandle(handle -> handle.createQuery("select date_trunc('day', now()) + interval '36 hours'")
                        .mapTo(Instant.class)
                        .one());
        String day = due.atZone(ZoneId.of("Europe/Paris"))
                .format(java.time.format.DateTimeFormatter.ofPattern("MMMM d, uuuu", java.util.Locale.ENGLISH));
        Details parts = new Details(null, null, null, List.of("{brand}, {shop}"), null);
        marc.tell(composer -> composer.write(
                new PostOrder(
                        World.NORD,
                        "{Brand} on {date}: {shop}",
                        "en",
                        List.of(),
                        null,
                        Plan.at(DueTime.exactly(due, ZoneId.of("Europe/Paris"))),
                        parts),
                null));
        Map<String, Object> row = world.worker()
                .withHandle(
                        handle -> handle.createQuery("select text, urls::text, parts -> 0 ->> 'text' as part from post")
                                .mapToMap()
                                .one());
        assertThat(row)
                .containsEntry("text", "nord on " + day + ": 12 rue du Nord $1 \\ https://example.com/n")
                .containsEntry("urls", "{https://example.com/n}")
                .containsEntry("part", "nord, 12 rue du Nord $1 \\ https://example.com/n");
    }

    @Test
    void aNameThatStandsForNothingIsAnError() {
        assertThatThrownBy(() -> marc.nord("See {link}", Plan.LATER))
                .isInstanceOf(PostRefused.class)
                .hasMessageContaining("{link} stands for nothing");
        PostId post = marc.nord("Braces { } and #{7*7} and {{7*7}} are fine", Plan.LATER);
        assertThat(post).isNotNull();
    }

    @Test
    void snippetsAreKeptUnderTheirNamesAndVariablesHaveProperOnes() {
        Snippet first = keep(Snippet.Kind.TEMPLATE, "Hello", "Bonjour");
        Snippet second = keep(Snippet.Kind.TEMPLATE, " Hello ", "Bonsoir");
        assertThat(second.id()).isEqualTo(first.id());
        keep(Snippet.Kind.SNIPPET, "Hello", "!");
        List<Snippet> all = as(World.MARC, snippets -> snippets.of(World.NORD));
        assertThat(all).extracting(Snippet::text).containsExactly("!", "Bonsoir");
        assertThatThrownBy(() -> keep(Snippet.Kind.VARIABLE, "date", "x")).isInstanceOf(SnippetRefused.class);
        assertThatThrownBy(() -> keep(Snippet.Kind.VARIABLE, "9x", "x")).isInstanceOf(SnippetRefused.class);
        assertThatThrownBy(() -> keep(Snippet.Kind.VARIABLE, "x", "{y}")).isInstanceOf(SnippetRefused.class);
        assertThatThrownBy(() -> keep(Snippet.Kind.SNIPPET, "x", " ")).isInstanceOf(SnippetRefused.class);
        assertThatThrownBy(() -> as(World.MARC, snippets -> snippets.of(World.LUNE)))
                .isInstanceOf(BrandNotFound.class);
        assertThatThrownBy(() -> remove(World.RITA, first.id())).isInstanceOf(SnippetNotFound.class);
        remove(World.MARC, first.id());
        List<Snippet> left = as(World.MARC, snippets -> snippets.of(World.NORD));
        assertThat(left).hasSize(1);
    }

    @Test
    void hashtagsAreSuggestedFromTheCampaignAndFromWhatWasSaid() {
        marc.nord("#often #tea", Plan.LATER);
        marc.nord("#often #tea", Plan.LATER);
        marc.nord("#lamp #light", Plan.LATER);
        world.worker()
                .useHandle(handle -> handle.execute("insert into campaign (workspace_id, id, brand_id, name, slug,"
                        + " starts_on, ends_on, hashtags, created_at) values (101, 7, 201, 'C', 'c', '2026-11-01',"
                        + " '2026-11-30', '{printemps,light}', now())"));
        assertThat(suggested("", null)).containsExactly("often OFTEN", "tea OFTEN", "lamp OFTEN", "light OFTEN");
        assertThat(suggested("my #lamp", null)).containsExactly("light TOGETHER", "often OFTEN", "tea OFTEN");
        assertThat(suggested("my #lamp", new CampaignId(7)))
                .containsExactly("light CAMPAIGN", "printemps CAMPAIGN", "often OFTEN", "tea OFTEN");
        assertThatThrownBy(() -> world.as(World.RITA, () -> tags(World.RITA).fitting(World.NORD, "", null)))
                .isInstanceOf(BrandNotFound.class);
    }

    private List<String> suggested(String text, @Nullable CampaignId campaign) {
        return world.as(World.MARC, () -> tags(World.MARC).fitting(World.NORD, text, campaign)).stream()
                .map(each -> each.tag() + " " + each.reason())
                .toList();
    }

    private TagSuggestions tags(MemberScope member) {
        return new TagSuggestions(world.app(), new Permissions(Entities.current(member)));
    }

    private void variable(String name, String text) {
        keep(Snippet.Kind.VARIABLE, name, text);
    }

    private Snippet keep(Snippet.Kind kind, String name, String text) {
        return as(World.MARC, snippets -> snippets.keep(World.NORD, new Snippet.Idea(kind, name, text)));
    }

    private void remove(MemberScope member, SnippetId id) {
        as(member, snippets -> {
            snippets.remove(id);
            return true;
        });
    }

    private <T> T as(MemberScope member, Function<Snippets, T> work) {
        return world.as(
                member,
                () -> work.apply(new Snippets(world.app(), new Permissions(Entities.current(member)), world.ids())));
    }
}
