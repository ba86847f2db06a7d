package org.gazouillis.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gazouillis.compose.PostState;
import org.gazouillis.kernel.PostId;
import org.gazouillis.security.Permissions;
import org.gazouillis.testrig.Entities;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// A queue longer than a page.
class QueuePagesTest {
    private static final QueueQuery SOONEST =
            new QueueQuery(Set.of(PostState.SCHEDULED, PostState.DRAFT), null, null, "", false);
    private static final QueueQuery LATEST =
            new QueueQuery(Set.of(PostState.SCHEDULED, PostState.DRAFT), null, null, "", true);

    private final World world = World.fresh();
    private final Queue queue = new Queue(world.app(), new Permissions(Entities.current(World.MARC)));

    /// Numbers 1 to 20 in pairs of one time each, and two drafts without any.
    @BeforeEach
    void plan() {
        world.worker().useHandle(handle -> handle.execute("""
                insert into post (workspace_id, id, brand_id, author_id, account_ids, text, lang, state, due_at,
                                  local_at, zone, late_policy, content_hash, created_at, updated_at)
                select 101, n, 201, 502, array[401], 'Number ' || n, 'en',
                       case when n > 20 then 'DRAFT' else 'SCHEDULED' end,
                       case when n <= 20 then now() + (n + 1) / 2 * interval '1 hour' end, now(), 'Europe/Paris',
                       'SEND_LATE', sha256(n::text::bytea), now(), now()
                from generate_series(1, 22) n
                """));
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrDoubleInBothDirections() {
        List<Long> soonest = walk(SOONEST);
        assertThat(soonest).hasSize(22).startsWith(1L, 2L, 3L).doesNotHaveDuplicates();
        List<Long> latest = walk(LATEST);
        assertThat(latest).hasSize(22).startsWith(22L, 21L, 20L, 19L).doesNotHaveDuplicates();
    }

    @Test
    void aPostThatWasJustPlannedIsOnThePageThatIsShown() {
        QueueSlice near = world.as(World.MARC, () -> queue.around(World.NORD, SOONEST, new PostId(2), 5));
        assertThat(near.from()).isEmpty();
        QueueSlice far = world.as(World.MARC, () -> queue.around(World.NORD, SOONEST, new PostId(17), 5));
        assertThat(numbers(far)).containsExactly(17L, 18L, 19L, 20L, 21L);
        QueueSlice elsewhere = world.as(World.MARC, () -> queue.around(World.NORD, SOONEST, new PostId(99), 5));
        assertThat(numbers(elsewhere)).startsWith(1L);
    }

    @Test
    void aPlaceIsReadAsItWasWrittenAndNonsenseIsNone() {
        QueueSlice slice = world.as(World.MARC, () -> queue.matching(World.NORD, SOONEST, Optional.empty(), 5));
        assertThat(slice.next())
                .isNotEmpty()
                .isEqualTo(QueuePlace.parse(String.valueOf(slice.next().orElseThrow())));
        QueuePlace draft = new QueuePlace(null, new PostId(7));
        assertThat(QueuePlace.parse(draft.toString())).contains(draft);
        assertThat(List.of("", "_", "x_1", "2026-13-01T00:00:00Z_1", "_99999999999999999999"))
                .allSatisfy(each -> assertThat(QueuePlace.parse(each)).isEmpty());
        assertThat(QueuePlace.parse(null)).isEmpty();
    }

    private List<Long> walk(QueueQuery query) {
        List<Long> seen = new ArrayList<>();
        Optional<QueuePlace> from = Optional.empty();
        do {
            Optional<QueuePlace> here = from;
            QueueSlice slice = world.as(World.MARC, () -> queue.matching(World.NORD, query, here, 5));
            seen.addAll(numbers(slice));
            from = slice.next();
        } while (from.isPresent());
        return seen;
    }

    private static List<Long> numbers(QueueSlice slice) {
        return slice.posts().stream().map(each -> each.id().value()).toList();
    }
}
