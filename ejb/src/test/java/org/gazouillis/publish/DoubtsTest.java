package org.gazouillis.publish;

import java.net.URI;
import java.util.function.Function;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.compose.PostNotFound;
import org.gazouillis.kernel.PostId;
import org.gazouillis.kernel.PublicationId;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.testrig.Entities;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gazouillis.publish.OutsideWorld.MASTODON;

class DoubtsTest {
    private final OutsideWorld outside = new OutsideWorld();

    @BeforeEach
    void connect() {
        outside.connect(MASTODON, "mastodon", URI.create("https://m.example/"));
    }

    @AfterEach
    void close() {
        outside.dispatcher.stop();
    }

    @Test
    void aPersonsWordSettlesThePostAndStandsInTheLog() {
        PostId post = doubtful("Where am I?");
        Receipt receipt = decide(World.MARC, doubts -> doubts.itIsThere(publication(post)));
        assertThat(receipt.facts().state()).isEqualTo(PublicationState.CONFIRMED);
        assertThat(outside.state(post)).isEqualTo("PUBLISHED");
        assertThat(receipt.attempts().getLast().kind()).isEqualTo("PERSON");
        assertThat(receipt.attempts().getLast().outcome()).isEqualTo("IT_IS_THERE");
        assertThat(receipt.attempts().getLast().member()).startsWith("marc");
        assertThat(outside.texts("select action from audit_entry")).contains("publication.decided");
        assertThatThrownBy(() -> decide(World.MARC, doubts -> doubts.itIsThere(publication(post))))
                .isInstanceOf(PublicationSettled.class);
    }

    @Test
    void lookingAgainBeginsAnew() {
        PostId post = doubtful("Look!");
        decide(World.MARC, doubts -> doubts.lookAgain(publication(post)));
        assertThat(outside.state(post, MASTODON)).isEqualTo("UNKNOWN");
        assertThat(outside.row("select looks, absences from publication"))
                .containsEntry("looks", 0)
                .containsEntry("absences", 0);
    }

    @Test
    void sendingAgainBeginsAnewAndIsNotTooLate() {
        PostId post = doubtful("Again!");
        outside.run("update publication set due_at = now() - interval '3 hours'");
        decide(World.MARC, doubts -> doubts.sendAgain(publication(post)));
        outside.upkeep.run();
        assertThat(outside.state(post, MASTODON)).isEqualTo("DUE");
        assertThat(new Leases(outside.world.worker(), outside.world.ids(), OutsideWorld.QUICK.lease())
                        .take(outside.network("mastodon"), 1))
                .hasSize(1);
    }

    @Test
    void whatIsOnItsWayCannotBeSentAgain() {
        PostId post = outside.claimed("On its way", MASTODON);
        assertThatThrownBy(() -> decide(World.MARC, doubts -> doubts.sendAgain(publication(post))))
                .isInstanceOf(PublicationSettled.class);
    }

    @Test
    void anotherWorkspaceSeesNothingOfIt() {
        PostId post = doubtful("Secret");
        PublicationId publication = publication(post);
        assertThatThrownBy(() -> decide(World.RITA, doubts -> doubts.itIsThere(publication)))
                .isInstanceOf(PublicationNotFound.class);
        assertThatThrownBy(() ->
                        outside.world.as(World.RITA, () -> receipts(World.RITA).of(post)))
                .isInstanceOf(PostNotFound.class);
    }

    @Test
    void aReceiptOfTheBuiltInTimelineShowsItsHashToo() {
        PostId post = outside.claimed("Home", World.NORD_ACCOUNT);
        Receipt receipt =
                outside.world.as(World.MARC, () -> receipts(World.MARC).of(post).getFirst());
        assertThat(receipt.facts().state()).isEqualTo(PublicationState.CONFIRMED);
        assertThat(receipt.facts().statusId()).isNotNull();
        assertThat(receipt.facts().hash()).hasSize(64);
        assertThat(receipt.facts().resendable()).isFalse();
    }

    private PostId doubtful(String text) {
        PostId post = outside.claimed(text, MASTODON);
        outside.run("update publication set state = 'NEEDS_PERSON', failure = 'unclear', unknowns = 3, looks = 6");
        outside.run("update post set failure = 'unclear'");
        return post;
    }

    private PublicationId publication(PostId post) {
        return PublicationId.parse(outside.text("select id from publication where post_id = " + post));
    }

    private Receipt decide(MemberScope member, Function<Doubts, Receipt> word) {
        return outside.world.as(
                member,
                () -> word.apply(new Doubts(
                        outside.world.app(),
                        new Permissions(Entities.current(member)),
                        receipts(member),
                        new AuditTrail(outside.world.ids(), outside.world.clock()),
                        outside.world.ids())));
    }

    private Receipts receipts(MemberScope member) {
        Permissions permissions = new Permissions(Entities.current(member));
        return new Receipts(outside.world.app(), permissions, new Queue(outside.world.app(), permissions));
    }
}
