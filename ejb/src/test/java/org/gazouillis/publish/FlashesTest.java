package org.gazouillis.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.gazouillis.compose.Check;
import org.gazouillis.compose.Details;
import org.gazouillis.compose.DueTime;
import org.gazouillis.compose.Plan;
import org.gazouillis.compose.PostChange;
import org.gazouillis.compose.PostOrder;
import org.gazouillis.compose.PostRefused;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.microblog.Speaker;
import org.gazouillis.testrig.Pen;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Posts that are marked as urgent.
class FlashesTest {
    private static final AccountId OUTSIDE = new AccountId(404);

    private World world;
    private Pen marc;
    private Publisher publisher;

    @BeforeEach
    void build() {
        world = World.fresh();
        marc = new Pen(world, World.MARC);
        publisher = new Publisher(world.worker(), world.ids());
    }

    @Test
    void theMarkGoesOutWithThePostButNotWithWhatFollowsIt() {
        Details details = new Details(null, null, null, List.of("Suite"), null).flashing(true);
        publisher.publish(write("Crue de la Deûle", List.of(), Plan.NOW, details));
        publisher.publish(write("Rien d’urgent", List.of(), Plan.NOW, Details.NONE));
        assertThat(strings("select text || ' ' || flash from status order by text"))
                .containsExactly("Crue de la Deûle true", "Rien d’urgent false", "Suite false");
        assertThat(strings("select flash from post order by text")).containsExactly("t", "f");
    }

    @Test
    void whatAPersonWritesIsNoFlash() {
        new Speaker(world, World.ANNA).posts("Urgent !");
        assertThat(strings("select flash from status")).containsExactly("f");
    }

    @Test
    void whoeverMarksOrUnmarksItWritesARevisionAndVoidsWhatWasApproved() {
        PostId post = write("Crue", List.of(), Plan.LATER, Details.NONE);
        String plain = strings("select encode(content_hash, 'hex') from post").getFirst();
        change(post, Details.NONE.flashing(true));
        assertThat(strings("select revision || ' ' || flash from post")).containsExactly("2 true");
        assertThat(strings("select encode(content_hash, 'hex') from post")).doesNotContain(plain);
        marc.tell(composer -> composer.change(post, PostChange.reword("Crue, suite")));
        assertThat(strings("select revision || ' ' || flash from post")).containsExactly("3 true");
        change(post, Details.NONE.flashing(false));
        marc.tell(composer -> composer.change(post, PostChange.reword("Crue")));
        assertThat(strings("select encode(content_hash, 'hex') from post")).containsExactly(plain);
    }

    @Test
    void anAccountHasThreeFlashesADayAndDraftsAndCancelledOnesDoNotCount() {
        PostId first = flash("Un", day(1, 6));
        flash("Deux", day(1, 12));
        flash("Trois", day(1, 23));
        assertThat(refused("Quatre", List.of(), day(1, 15))).containsExactly(Check.Code.FLASHES_OF_DAY);
        flash("Quatre", day(2, 0));
        PostId draft = flash("Cinq", Plan.LATER);
        assertThatThrownBy(() -> marc.tell(composer -> composer.change(draft, PostChange.replan(day(1, 7)))))
                .isInstanceOf(PostRefused.class)
                .hasMessageContaining("3 flashes of this account");
        PostId plain = write("Six", List.of(), day(1, 7), Details.NONE);
        assertThatThrownBy(() -> change(plain, Details.NONE.flashing(true))).isInstanceOf(PostRefused.class);
        marc.tell(composer -> composer.change(first, PostChange.replan(day(1, 8))));
        marc.tell(composer -> composer.cancel(first));
        change(plain, Details.NONE.flashing(true));
    }

    @Test
    void aFlashNeedsTheBuiltInTimelineAndGoesToOtherNetworksAsAnOrdinaryPost() {
        world.worker()
                .useHandle(handle -> handle.execute(
                        "insert into social_account (workspace_id, id, brand_id, network,"
                                + " handle, created_at) values (101, ?, 201, 'mastodon', 'nord@elsewhere', now())",
                        OUTSIDE.value()));
        assertThat(refused("Seul", List.of(OUTSIDE), Plan.NOW)).containsExactly(Check.Code.FLASH_ACCOUNT);
        PostId post = write("Partout", List.of(World.NORD_ACCOUNT, OUTSIDE), Plan.NOW, Details.NONE.flashing(true));
        publisher.publish(post);
        assertThat(strings("select text || ' ' || flash from status")).containsExactly("Partout true");
        assertThat(strings("select text from publication where network = 'mastodon'"))
                .containsExactly("Partout");
    }

    private PostId flash(String text, Plan plan) {
        return write(text, List.of(), plan, Details.NONE.flashing(true));
    }

    private PostId write(String text, List<AccountId> accounts, Plan plan, Details details) {
        return marc.ask(
                composer -> composer.write(new PostOrder(World.NORD, text, null, accounts, null, plan, details), null));
    }

    private void change(PostId post, Details details) {
        marc.tell(composer -> composer.change(post, new PostChange(null, null, null, false, null, null, details)));
    }

    private List<Check.Code> refused(String text, List<AccountId> accounts, Plan plan) {
        try {
            write(text, accounts, plan, Details.NONE.flashing(true));
            return List.of();
        } catch (PostRefused refused) {
            return refused.reasons().stream().map(Check::code).toList();
        }
    }

    /// So many days from now, at a full hour by UTC. The database's clock says which day it is.
    private Plan day(int days, int hour) {
        Instant now = world.worker()
                .withHandle(handle ->
                        handle.createQuery("select now()").mapTo(Instant.class).one());
        Instant midnight = now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(days));
        return Plan.at(DueTime.exactly(midnight.plus(Duration.ofHours(hour)), ZoneOffset.UTC));
    }

    private List<String> strings(String sql) {
        return world.worker()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
