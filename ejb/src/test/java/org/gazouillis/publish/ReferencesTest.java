package org.gazouillis.publish;

import java.util.List;
import org.gazouillis.compose.Plan;
import org.gazouillis.testrig.Pen;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What stands in place of the keys that publishing does without (ADR 171).
class ReferencesTest {
    private final World world = World.fresh();

    @ParameterizedTest
    @ValueSource(strings = {"post", "social_account", "profile"})
    void whatIsPointedToCannotBeDeletedByTheServer(String table) {
        for (String verb : List.of("delete from ", "truncate ")) {
            assertThatThrownBy(() -> world.worker().useHandle(handle -> handle.execute(verb + table)))
                    .hasMessageContaining("permission denied for table " + table);
            assertThatThrownBy(() ->
                            world.as(World.ANNA, () -> world.app().withHandle(handle -> handle.execute(verb + table))))
                    .hasMessageContaining("permission denied for table " + table);
        }
    }

    @Test
    void whatIsPublishedPointsToWhatThereIs() {
        Pen marc = new Pen(world, World.MARC);
        for (int n = 0; n < 20; n++) {
            marc.nord("Nouveau " + n + " #velo #lille" + n % 3, Plan.NOW);
        }
        assertThat(new Publisher(world.worker(), world.ids()).publishDue()).isEqualTo(20);
        assertThat(count("""
                select count(*) from publication u
                join post p on p.workspace_id = u.workspace_id and p.id = u.post_id
                join social_account a on a.workspace_id = u.workspace_id and a.id = u.account_id and a.id = any (p.account_ids)
                join status s on s.id = u.status_id and s.publication_id = u.id and s.profile_id = a.profile_id
                join profile f on f.id = s.profile_id
                """)).isEqualTo(20);
        assertThat(count("""
                select count(*) from hashtag_status h join status s on s.id = h.status_id where h.tag = any (s.hashtags)
                """)).isEqualTo(40);
        assertThat(count("select count(*) from hashtag_status")).isEqualTo(40);
    }

    private long count(String sql) {
        return world.worker()
                .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
