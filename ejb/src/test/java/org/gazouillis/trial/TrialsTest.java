package org.gazouillis.trial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.gazouillis.compose.Check;
import org.gazouillis.compose.Details;
import org.gazouillis.compose.Plan;
import org.gazouillis.compose.PostChange;
import org.gazouillis.compose.PostNotEditable;
import org.gazouillis.compose.PostNotFound;
import org.gazouillis.compose.PostRefused;
import org.gazouillis.compose.TrialMeasure;
import org.gazouillis.compose.TrialTerms;
import org.gazouillis.compose.TrialWish;
import org.gazouillis.engage.Engagement;
import org.gazouillis.engage.Person;
import org.gazouillis.kernel.PostId;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.microblog.ReaderKey;
import org.gazouillis.microblog.SecondText;
import org.gazouillis.publish.StopWish;
import org.gazouillis.security.PermissionDenied;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Role;
import org.gazouillis.testrig.Brake;
import org.gazouillis.testrig.World;
import org.gazouillis.timeline.StatusView;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TrialsTest extends TrialGround {
    @Test
    void eachReaderSeesTheTextThatIsForThemAtEverySightAndNobodyInParticularTheFirst() {
        StatusId status = published(out(TrialTerms.USUAL));
        SecondText trial = second(status);
        List<ReaderKey> readers = new ArrayList<>();
        for (int n = 0; n < 40; n++) {
            readers.add(ReaderKey.visitor("cookie" + n));
        }
        readers.add(ReaderKey.member(World.RITA_PROFILE));
        for (ReaderKey reader : readers) {
            StatusView seen = seen(status, reader);
            assertThat(seen.text()).isEqualTo(trial.isFor(reader) ? B : A);
            assertThat(seen.hashtags()).containsExactly(trial.isFor(reader) ? "lille" : "velo");
            assertThat(seen.mentions())
                    .extracting(mention -> mention.handle())
                    .containsExactly(trial.isFor(reader) ? "marc" : "anna");
            assertThat(seen(status, reader)).isEqualTo(seen);
        }
        assertThat(readers).extracting(trial::isFor).contains(true, false);
        assertThat(seen(status, ReaderKey.NOBODY).text()).isEqualTo(A);
    }

    @Test
    void aboutTheWantedShareSeesTheSecondText() {
        SecondText trial = second(published(out(new TrialTerms(0.2, TrialMeasure.ANY, 0.02, 14))));
        long second = readers(4_000).stream().filter(trial::isFor).count();
        // Five deviations around 800.
        assertThat(second).isBetween(670L, 930L);
    }

    @Test
    void aPostWithoutASecondTextIsNotTried() {
        PostId post = marc.nord("Plain", Plan.NOW);
        publisher.publish(post);
        assertThat(strings("select count(*) from trial union all select count(*) from status_variant"))
                .containsExactly("0", "0");
        assertThatThrownBy(() -> desk(World.ANNA, desk -> desk.read(post))).isInstanceOf(TrialNotFound.class);
    }

    @Test
    void aSecondTextIsHeldToTheRulesOfTheFirst() {
        assertThat(refused("x".repeat(141), TrialTerms.USUAL)).containsExactly(Check.Code.TOO_LONG);
        assertThat(refused(A, TrialTerms.USUAL)).containsExactly(Check.Code.TRIAL_SAME);
        assertThat(refused(B, new TrialTerms(0.99, TrialMeasure.ANY, 0.02, 14)))
                .containsExactly(Check.Code.TRIAL_TERMS);
        world.profile("nord_too");
        world.worker()
                .useHandle(handle -> handle.execute("insert into social_account (workspace_id, id, brand_id, network,"
                        + " handle, profile_id, created_at) select 101, 404, 201, 'gazouillis', 'nord_too', id, now()"
                        + " from profile where handle = 'nord_too'"));
        assertThat(refused(B, TrialTerms.USUAL)).containsExactly(Check.Code.TRIAL_ACCOUNT);
    }

    @Test
    void beforeThePostIsOutTheTrialIsChangedAndTakenBackAndAfterwardsNotAnyMore() {
        PostId post = write(B, TrialTerms.USUAL, Plan.LATER);
        assertThat(desk(World.ANNA, desk -> desk.read(post)).state()).isEqualTo(TrialSheet.State.PLANNED);
        TrialTerms others = new TrialTerms(0.3, TrialMeasure.OPENING, 0.05, 7);
        change(post, new TrialWish("Autrement", others));
        TrialSheet changed = desk(World.ANNA, desk -> desk.read(post));
        assertThat(changed.facts().text()).isEqualTo("Autrement");
        assertThat(changed.terms()).isEqualTo(others);
        marc.tell(composer -> composer.change(post, PostChange.reword("Un autre premier texte")));
        assertThat(desk(World.ANNA, desk -> desk.read(post)).facts().text()).isEqualTo("Autrement");
        change(post, TrialWish.NONE);
        assertThatThrownBy(() -> desk(World.ANNA, desk -> desk.read(post))).isInstanceOf(TrialNotFound.class);
        PostId running = out(TrialTerms.USUAL);
        assertThatThrownBy(() -> change(running, TrialWish.NONE)).isInstanceOf(PostNotEditable.class);
    }

    @Test
    void whenTheSecondTextDoesBetterTheStatusSaysItForGood() {
        PostId post = out(TrialTerms.USUAL);
        StatusId status = published(post);
        crowd(status, 900, 20, 3);
        round().run();
        assertThat(desk(World.ANNA, desk -> desk.read(post)).counts()).isEqualTo(ArmCounts.NONE);
        world.clock().advance(Duration.ofHours(2));
        round().run();
        TrialSheet sheet = desk(World.ANNA, desk -> desk.read(post));
        assertThat(sheet.facts().ground()).isEqualTo(Ground.BETTER);
        assertThat(sheet.facts().kept()).isEqualTo(Kept.B);
        assertThat(sheet.facts().firstText()).isEqualTo(A);
        assertThat(seen(status, ReaderKey.NOBODY).text()).isEqualTo(B);
        assertThat(strings("select text || hashtags::text || mentions::text from status"))
                .containsExactly(B + "{lille}{marc}");
        assertThat(strings("select tag from hashtag_status")).containsExactly("lille");
        assertThat(strings("select p.handle from mention_status m join profile p on p.id = m.profile_id"))
                .containsExactly("marc");
        assertThat(strings("select subject from outbox where kind = 'StatusReworded'"))
                .containsExactly(status.toString());
        assertThat(strings("select (detail ->> 'kept') || (detail ->> 'ground') from audit_entry"
                        + " where action = 'trial.ended'"))
                .containsExactly("BBETTER");
        round().run();
        assertThat(strings("select count(*) from audit_entry where action = 'trial.ended'"))
                .containsExactly("1");
    }

    @Test
    void whenTheSecondTextDoesHarmOrTheDaysAreOverTheFirstStays() {
        StatusId harmed = published(out(TrialTerms.USUAL));
        crowd(harmed, 900, 3, 20);
        world.clock().advance(Duration.ofHours(2));
        round().run();
        StatusId undecided = published(out(new TrialTerms(0.5, TrialMeasure.ANY, 0.02, 3)));
        world.clock().advance(Duration.ofDays(3).minusHours(1));
        round().run();
        assertThat(ends()).containsExactly("A WORSE", "-");
        world.clock().advance(Duration.ofHours(2));
        round().run();
        assertThat(ends()).containsExactly("A WORSE", "A TIME");
        assertThat(seen(harmed, anyOf(harmed)).text()).isEqualTo(A);
        assertThat(seen(undecided, anyOf(undecided)).text()).isEqualTo(A);
    }

    @Test
    void whoPublishesForTheBrandEndsItByHandAndNobodyElse() {
        PostId post = out(TrialTerms.USUAL);
        StatusId status = published(post);
        assertThatThrownBy(() -> desk(World.RITA, desk -> desk.end(post, Kept.B)))
                .isInstanceOf(PostNotFound.class);
        MemberScope analyst = as(Role.ANALYST);
        assertThat(desk(analyst, desk -> desk.read(post)).state()).isEqualTo(TrialSheet.State.RUNNING);
        assertThatThrownBy(() -> desk(analyst, desk -> desk.end(post, Kept.B))).isInstanceOf(PermissionDenied.class);
        assertThat(of(World.RITA, status)).isEmpty();
        TrialSheet ended = desk(World.MARC, desk -> desk.end(post, Kept.B));
        assertThat(ended.facts().ground()).isEqualTo(Ground.HAND);
        assertThat(ended.facts().endedBy()).isEqualTo("marc@test.example");
        assertThat(seen(status, ReaderKey.NOBODY).text()).isEqualTo(B);
        assertThatThrownBy(() -> desk(World.MARC, desk -> desk.end(post, Kept.A)))
                .isInstanceOf(TrialNotRunning.class);
    }

    @Test
    void aCrisisStopThatCoversThePostEndsItsTrialWithTheFirstText() {
        StatusId status = published(out(TrialTerms.USUAL));
        Brake anna = new Brake(world, World.ANNA);
        anna.desk(desk -> desk.raise(new StopWish(World.NORD, null, "braderie", null, "")));
        assertThat(ends()).containsExactly("-");
        // A word of the second text alone.
        anna.desk(desk -> desk.raise(new StopWish(World.NORD, null, "lille", null, "")));
        assertThat(ends()).containsExactly("A STOP");
        assertThat(seen(status, anyOf(status)).text()).isEqualTo(A);
    }

    @Test
    void whatIsTakenAwayIsNotTriedAnyMore() {
        StatusId status = published(out(TrialTerms.USUAL));
        world.worker()
                .useHandle(
                        handle -> handle.execute("update status set removed_at = now() where id = ?", status.value()));
        round().run();
        assertThat(ends()).containsExactly("A REMOVED");
    }

    /// Members who all see it now; of those of each text one in so many likes it.
    private void crowd(StatusId status, int people, int oneInA, int oneInB) {
        SecondText trial = second(status);
        Map<ProfileId, Person> members = members(people);
        List<Engagement> facts = new ArrayList<>();
        int[] n = new int[2];
        members.forEach((profile, person) -> {
            boolean second = trial.isFor(ReaderKey.member(profile));
            facts.add(new Engagement.View(status, person, world.clock().instant()));
            if (n[second ? 1 : 0]++ % (second ? oneInB : oneInA) == 0) {
                facts.add(new Engagement.Like(
                        status, person, world.clock().instant().plusSeconds(9)));
            }
        });
        append(facts);
    }

    private List<Check.Code> refused(String second, TrialTerms terms) {
        try {
            write(second, terms, Plan.LATER);
            return List.of();
        } catch (PostRefused refused) {
            assertThat(refused.reasons()).allMatch(check -> check.where().equals("trial"));
            return refused.reasons().stream().map(Check::code).toList();
        }
    }

    private void change(PostId post, TrialWish wish) {
        marc.tell(composer ->
                composer.change(post, new PostChange(null, null, null, false, null, null, Details.NONE.trying(wish))));
    }

    private static MemberScope as(Role role) {
        MemberScope marc = World.MARC;
        return new MemberScope(
                marc.workspace(),
                marc.member(),
                marc.profile(),
                marc.email(),
                Map.of(World.NORD, EnumSet.of(role)),
                MemberScope.ALL_SCOPES);
    }

    private List<String> ends() {
        return strings("select coalesce(kept || ' ' || ground, '-') from trial order by began_at");
    }
}
