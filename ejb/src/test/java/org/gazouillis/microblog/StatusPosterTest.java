package org.gazouillis.microblog;

import java.util.List;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StatusPosterTest {
    private World world;
    private Speaker marc;
    private Speaker rita;

    @BeforeEach
    void build() {
        world = World.fresh();
        marc = new Speaker(world, World.MARC);
        rita = new Speaker(world, World.RITA);
    }

    @Test
    void aStatusKeepsItsTextAndWhatIsInIt() {
        StatusId id = marc.posts("  Cafe\u0301 #Sandy with @Anna and @nobody https://gazouillis.example/a ");
        assertThat(text("select text from status where id = ?", id))
                .isEqualTo("Café #Sandy with @Anna and @nobody https://gazouillis.example/a");
        assertThat(texts("select tag from hashtag_status where status_id = ?", id))
                .containsExactly("sandy");
        assertThat(texts("select profile_id::text from mention_status where status_id = ?", id))
                .containsExactly(World.ANNA_PROFILE.toString());
        assertThat(text("select payload->>'profile' from outbox where kind = 'StatusPosted' and subject = ?", id))
                .isEqualTo(World.MARC_PROFILE.toString());
    }

    @Test
    void aTextOf140IsTakenAndOneOf141Refused() {
        StatusId id = marc.posts("é".repeat(140));
        assertThat(text("select length(text)::text from status where id = ?", id))
                .isEqualTo("140");
        assertThatThrownBy(() -> marc.posts("é".repeat(141)))
                .isInstanceOf(StatusTextRefused.class)
                .hasMessageContaining("141");
        assertThatThrownBy(() -> marc.posts(" \n ")).isInstanceOf(StatusTextRefused.class);
    }

    @Test
    void aReplyStandsInTheConversationAndIsCounted() {
        StatusId first = marc.posts("Who comes?");
        StatusId second = rita.replies(first, "I do");
        StatusId third = marc.replies(second, "Good");
        assertThat(text("select conversation_id::text from status where id = ?", third))
                .isEqualTo(first.toString());
        assertThat(text("select replies::text from status_count where status_id = ?", first))
                .isEqualTo("1");
        assertThat(text("select payload->>'inReplyTo' from outbox where kind = 'StatusPosted' and subject = ?", third))
                .isEqualTo(second.toString());
    }

    @Test
    void aReplyToARepostAnswersTheOriginal() {
        StatusId first = marc.posts("Who comes?");
        StatusId reply = marc.replies(rita.reposts(first), "You?");
        assertThat(text("select in_reply_to::text from status where id = ?", reply))
                .isEqualTo(first.toString());
    }

    @Test
    void aReplyToNothingIsRefused() {
        assertThatThrownBy(() -> marc.replies(new StatusId(7), "Hello?")).isInstanceOf(StatusNotFound.class);
    }

    @Test
    void aQuoteOfARepostShowsTheOriginalAndIsCountedThere() {
        StatusId first = marc.posts("Look");
        StatusId quote = rita.posts(NewStatus.of("Seen").quoting(marc.reposts(first)));
        assertThat(text("select quote_of::text from status where id = ?", quote))
                .isEqualTo(first.toString());
        assertThat(text("select quotes::text from status_count where status_id = ?", first))
                .isEqualTo("1");
        assertThat(text("select payload->>'profile' from outbox where kind = 'StatusQuoted' and subject = ?", first))
                .isEqualTo(World.RITA_PROFILE.toString());
        assertThatThrownBy(() -> rita.posts(NewStatus.of("What?").quoting(new StatusId(7))))
                .isInstanceOf(StatusNotFound.class);
    }

    @Test
    void theSameRequestKeyMakesOneStatus() {
        NewStatus wish = NewStatus.of("Only once").withKey("k1");
        StatusId first = marc.posts(wish);
        assertThat(marc.posts(wish)).isEqualTo(first);
        assertThat(rita.posts(wish)).isNotEqualTo(first);
        assertThatThrownBy(() -> marc.posts(NewStatus.of("Another").withKey("k1")))
                .isInstanceOf(RequestKeyReused.class);
        assertThatThrownBy(() -> marc.posts(wish.quoting(first))).isInstanceOf(RequestKeyReused.class);
    }

    @Test
    void anAuthorSpeaksForTheirBrandButForNoOther() {
        StatusId id = marc.posts(NewStatus.of("We are open").as(World.NORD_PROFILE));
        assertThat(text("select profile_id::text from status where id = ?", id))
                .isEqualTo(World.NORD_PROFILE.toString());
        assertThatThrownBy(() -> marc.posts(NewStatus.of("Ha").as(World.LUNE_PROFILE)))
                .isInstanceOf(ProfileNotYours.class);
        assertThatThrownBy(() -> marc.posts(NewStatus.of("Ha").as(World.RITA_PROFILE)))
                .isInstanceOf(ProfileNotYours.class);
    }

    @Test
    void theLanguageIsTheGivenOneOrTheProfilesOwn() {
        StatusId given = marc.posts(new NewStatus("Bonjour", null, null, "FR", null, null, List.of(), null));
        StatusId own = marc.posts(new NewStatus("Hello", null, null, "und", null, null, List.of(), null));
        assertThat(text("select lang from status where id = ?", given)).isEqualTo("fr");
        assertThat(text("select lang from status where id = ?", own)).isEqualTo("en");
    }

    private String text(String sql, StatusId status) {
        return texts(sql, status).getFirst();
    }

    private List<String> texts(String sql, StatusId status) {
        return world.worker()
                .withHandle(handle -> handle.createQuery(sql)
                        .bind(0, status.value())
                        .mapTo(String.class)
                        .list());
    }
}
