package org.gazouillis.compose;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.security.PermissionDenied;
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

class ExaminationTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String SPRING = "Le printemps arrive à l’atelier : venez voir nos lampes jusqu’à samedi !";

    private World world;
    private Pen anna;
    private Pen marc;

    @BeforeEach
    void build() {
        world = World.fresh();
        anna = new Pen(world, World.ANNA);
        marc = new Pen(world, World.MARC);
    }

    @Test
    void aBannedWordForbidsThePostAndIsShownInItsPlace() {
        rules(World.NORD, List.of("gratuit*"), List.of());
        assertThat(checks("Tout est gratuit", Plan.LATER)).singleElement().satisfies(check -> {
            assertThat(check.code()).isEqualTo(Check.Code.BANNED_WORD);
            assertThat(check.isError()).isTrue();
            assertThat(check.spot()).isEqualTo(new Check.Spot(9, 16));
        });
        assertThatThrownBy(() -> marc.nord("Tout est gratuit", Plan.LATER))
                .isInstanceOf(PostRefused.class)
                .hasMessageContaining("“gratuit” is banned");
        PostId post = marc.nord("Tout est offert", Plan.LATER);
        assertThatThrownBy(() -> marc.tell(composer -> composer.change(post, PostChange.reword("Gratuits !"))))
                .isInstanceOf(PostRefused.class);
    }

    @Test
    void banningAWordHoldsWhatIsPlannedAndNothingElse() {
        PostId planned = marc.nord("Profitez de la promo", at(Duration.ofHours(1)));
        PostId other = marc.nord("Profitez du printemps", at(Duration.ofHours(2)));
        PostId draft = marc.nord("Une promo ?", Plan.LATER);
        assertThat(rules(World.NORD, List.of("promo"), List.of())).isEqualTo(1);
        assertThat(state(planned)).isEqualTo("HELD banned word");
        assertThat(state(other)).isEqualTo("SCHEDULED null");
        assertThat(state(draft)).isEqualTo("DRAFT null");
        assertThatThrownBy(() ->
                        marc.tell(composer -> composer.change(planned, PostChange.replan(at(Duration.ofHours(1))))))
                .isInstanceOf(PostRefused.class);
        int announced = world.worker()
                .withHandle(handle -> handle.createQuery(
                                "select count(*) from outbox where kind = 'PublishMissed' and subject = :post")
                        .bind("post", planned)
                        .mapTo(Integer.class)
                        .one());
        assertThat(announced).isEqualTo(1);
    }

    @Test
    void wordsOfAnotherBrandAreToldToWhoSeesBoth() {
        rules(World.LUNE, List.of(), List.of("Sélène", "atelier"));
        rules(World.NORD, List.of(), List.of("atelier"));
        PostOrder order = Pen.order("La lampe Sélène de l’atelier, merci @lune", Plan.LATER);
        List<Check> annas = anna.ask(composer -> composer.checks(order, null));
        assertThat(annas)
                .filteredOn(check -> check.code() == Check.Code.WRONG_BRAND)
                .extracting(check -> check.numbers().getFirst())
                .as("their shared word is nobody’s mistake")
                .containsExactly("Sélène", "@lune");
        List<Check> marcs = marc.ask(composer -> composer.checks(order, null));
        assertThat(marcs)
                .as("Marc does not see Lune, so he is told nothing of it")
                .isEmpty();
    }

    @Test
    void nearlyTheSameTextWithinADayIsWorthAWarningAndTheSameHourANote() {
        marc.nord(SPRING + " https://a.example/1", at(Duration.ofHours(30)));
        String later = SPRING.replace("samedi", "dimanche") + " https://b.example/2";
        assertThat(checks(later, at(Duration.ofHours(30))))
                .extracting(Check::code)
                .containsExactly(Check.Code.NEAR_DUPLICATE, Check.Code.SAME_HOUR);
        assertThat(checks(later, at(Duration.ofHours(40))))
                .extracting(Check::code)
                .containsExactly(Check.Code.NEAR_DUPLICATE);
        assertThat(checks(later, at(Duration.ofHours(55)))).isEmpty();
        assertThat(checks("Tout autre chose, ce soir", at(Duration.ofHours(40))))
                .isEmpty();
    }

    @Test
    void warningsHoldThePostUpOnlyForWhoAsksToConfirmThem() {
        marc.nord("Bonjour à tous", at(Duration.ofHours(30)));
        PostId lenient = marc.nord("Bonjour à tous", at(Duration.ofHours(31)));
        assertThat(lenient).isNotNull();
        assertThatThrownBy(() -> write("Bonjour à tous", Set.of()))
                .isInstanceOfSatisfying(PostRefused.class, refused -> {
                    assertThat(refused.isForConfirmation()).isTrue();
                    assertThat(refused.reasons()).extracting(Check::code).containsExactly(Check.Code.SAME_TEXT);
                });
        assertThat(write("Bonjour à tous", Set.of(Check.Code.SAME_TEXT))).isNotNull();
        assertThatThrownBy(() -> write("#a1 #b1 #c1 #d1 #e1 #f1", Set.of(Check.Code.SAME_TEXT)))
                .hasMessageContaining("6 hashtags");
    }

    @Test
    void onlyOwnersAndManagersSetRulesAndNobodyOverwritesAnothersUnread() {
        assertThatThrownBy(() -> policies(World.MARC, each -> each.change(World.NORD, BrandPolicy.OPEN, null)))
                .isInstanceOf(PermissionDenied.class);
        rules(World.NORD, List.of("b", " a ", "b"), List.of());
        BrandPolicy now = policies(World.MARC, each -> each.of(World.NORD));
        assertThat(now.banned()).containsExactly("b", "a");
        assertThat(now.revision()).isEqualTo(1);
        assertThatThrownBy(() -> policies(World.ANNA, each -> each.change(World.NORD, BrandPolicy.OPEN, 0)))
                .isInstanceOf(PolicyChangedMeanwhile.class);
        assertThatThrownBy(() -> new BrandPolicy(List.of("***"), List.of(), 5, false, 0))
                .isInstanceOf(PolicyNotPlausible.class);
    }

    private int rules(BrandId brand, List<String> banned, List<String> vocabulary) {
        return policies(World.ANNA, each -> each.change(brand, new BrandPolicy(banned, vocabulary, 5, false, 0), null));
    }

    private <T> T policies(MemberScope member, java.util.function.Function<Policies, T> work) {
        return world.as(
                member,
                () -> work.apply(new Policies(
                        world.app(),
                        new Permissions(Entities.current(member)),
                        new AuditTrail(world.ids(), world.clock()))));
    }

    private List<Check> checks(String text, Plan plan) {
        return marc.ask(composer -> composer.checks(Pen.order(text, plan), null));
    }

    private PostId write(String text, @Nullable Set<Check.Code> confirmed) {
        PostOrder order = new PostOrder(
                World.NORD, text, null, List.of(), null, at(Duration.ofHours(33)), new Details(confirmed, null));
        return marc.ask(composer -> composer.write(order, null));
    }

    private String state(PostId post) {
        return world.worker()
                .withHandle(handle -> handle.createQuery(
                                "select state || ' ' || coalesce(failure, 'null') from post where id = :post")
                        .bind("post", post)
                        .mapTo(String.class)
                        .one());
    }

    /// Some time after the full hour that now belongs to, so that an hour is an hour.
    private Plan at(Duration ahead) {
        Instant now = world.worker()
                .withHandle(handle -> handle.createQuery("select date_trunc('hour', now())")
                        .mapTo(Instant.class)
                        .one());
        return Plan.at(DueTime.exactly(now.plus(ahead).plus(Duration.ofMinutes(10)), PARIS));
    }
}
