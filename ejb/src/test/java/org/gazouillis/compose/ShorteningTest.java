package org.gazouillis.compose;

import java.util.List;
import java.util.Map;
import org.gazouillis.kernel.PostId;
import org.gazouillis.testrig.Pen;
import org.gazouillis.testrig.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// A post may ask for its links to be shortened while it is written.
class ShorteningTest {
    private World world;
    private Pen marc;

    @BeforeEach
    void build() {
        world = World.fresh();
        marc = new Pen(world, World.MARC);
    }

    @Test
    void theLinksOfAllTextsBecomeShortOnes() {
        write("Lamps: https://example.com/lamps", null);
        assertThat(strings("select text from post"))
                .singleElement()
                .asString()
                .matches("Lamps: https://gazouillis\\.example\\.com/l/[a-z0-9]{7}");
        assertThat(strings("select parts -> 0 ->> 'text' from post"))
                .singleElement()
                .asString()
                .contains("/l/");
        assertThat(strings("select (variants -> '401') ->> 'text' from post"))
                .singleElement()
                .asString()
                .contains("/l/");
        assertThat(strings("select distinct typed from short_link order by typed"))
                .containsExactly("https://example.com/lamps", "https://example.com/more", "https://example.com/own");
    }

    @Test
    void theSameKeyGivesTheSamePostAndNoLinkIsMadeTwice() {
        PostId first = write("Lamps: https://example.com/lamps", "key");
        assertThat(write("Lamps: https://example.com/lamps", "key")).isEqualTo(first);
        assertThat(strings("select count(*) from short_link")).containsExactly("3");
    }

    @Test
    void aPostThatIsRefusedLeavesNoLinkBehind() {
        assertThatThrownBy(() -> write("https://example.com/lamps a\u0000b", null))
                .isInstanceOf(PostRefused.class);
        assertThat(strings("select count(*) from short_link")).containsExactly("0");
    }

    private PostId write(String text, @Nullable String key) {
        Details details = new Details(
                        null,
                        null,
                        null,
                        List.of("And https://example.com/more"),
                        Map.of(World.NORD_ACCOUNT, "Own: https://example.com/own"))
                .shortening();
        PostOrder order = new PostOrder(World.NORD, text, null, List.of(World.NORD_ACCOUNT), null, Plan.LATER, details);
        return marc.ask(composer -> composer.write(order, key));
    }

    private List<String> strings(String sql) {
        return world.worker()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
