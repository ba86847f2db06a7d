package org.gazouillis.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.gazouillis.engage.Engagement;
import org.gazouillis.engage.EngagementLog;
import org.gazouillis.engage.Opened;
import org.gazouillis.engage.Person;
import org.gazouillis.engage.Statuses;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.microblog.ProfileList;
import org.gazouillis.microblog.Speaker;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Receipts beside a plain recount, over random follows, views, openings and acknowledgements.
class FlashReceiptsAtRandomTest {
    private static final int PEOPLE = 24;

    private World world;
    private Random random = new Random(0);
    private List<Speaker> people;

    /// What is known of a flash, counted as it happens.
    private record Told(
            StatusId flash,
            Instant at,
            Set<ProfileId> delivered,
            Set<ProfileId> saw,
            Set<ProfileId> opened,
            Set<ProfileId> acknowledged) {}

    @BeforeEach
    void build() {
        world = World.fresh();
        people = IntStream.range(0, PEOPLE)
                .mapToObj(n -> Speaker.named(world, "p" + n))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aReceiptEqualsAPlainRecount(long seed) {
        random = new Random(seed);
        Set<ProfileId> following = new HashSet<>();
        List<Told> flashes = new ArrayList<>();
        for (int step = 0; step < 150; step++) {
            world.clock().advance(Duration.ofMinutes(1 + random.nextInt(240)));
            if (step % 40 == 30) {
                StatusId flash = Statuses.flash(world, World.NORD_PROFILE);
                flashes.add(new Told(
                        flash,
                        world.clock().instant(),
                        Set.copyOf(following),
                        new HashSet<>(),
                        new HashSet<>(),
                        new HashSet<>()));
            } else if (flashes.isEmpty() || random.nextInt(3) == 0) {
                followOrLeave(following);
            } else {
                react(flashes.get(random.nextInt(flashes.size())));
            }
        }
        ProfileList list = list();
        Set<ProfileId> listed = new HashSet<>();
        people.stream().filter(_ -> random.nextBoolean()).forEach(each -> listed.add(each.profile()));
        new Speaker(world, World.ANNA).puts(list, listed.toArray(ProfileId[]::new));
        assertThat(flashes).hasSize(3).allSatisfy(told -> {
            FlashReceipt receipt = read(told.flash());
            assertThat(receipt.all()).isEqualTo(recount(told, told.delivered()));
            assertThat(receipt.lists())
                    .singleElement()
                    .satisfies(of -> assertThat(of.coverage()).isEqualTo(recount(told, listed)));
        });
        assertThat(flashes).extracting(told -> told.delivered().size()).anyMatch(size -> size > 0);
    }

    private void followOrLeave(Set<ProfileId> following) {
        Speaker one = people.get(random.nextInt(PEOPLE));
        if (following.add(one.profile())) {
            one.follows(World.NORD_PROFILE);
        } else {
            following.remove(one.profile());
            one.unfollows(World.NORD_PROFILE);
        }
    }

    private void react(Told told) {
        int number = random.nextInt(PEOPLE);
        Speaker one = people.get(number);
        switch (random.nextInt(4)) {
            case 0 -> {
                one.acknowledges(told.flash());
                told.acknowledged().add(one.profile());
            }
            case 1 -> {
                one.takesAcknowledgementBack(told.flash());
                told.acknowledged().remove(one.profile());
            }
            case 2 -> {
                boolean counts = within(told);
                append(new Engagement.View(
                        told.flash(), person(one), world.clock().instant()));
                if (counts) {
                    told.saw().add(one.profile());
                }
            }
            default -> {
                Opened what = Opened.values()[random.nextInt(Opened.values().length)];
                append(new Engagement.Opening(
                        told.flash(), what, person(one), world.clock().instant()));
                if (within(told)) {
                    told.opened().add(one.profile());
                }
                // A visitor of the same number is somebody else, and nobody who follows.
                append(new Engagement.View(
                        told.flash(),
                        new Person(person(one).number(), true),
                        world.clock().instant()));
            }
        }
    }

    private boolean within(Told told) {
        return world.clock().instant().isBefore(told.at().plus(Duration.ofDays(7)));
    }

    private static Coverage recount(Told told, Set<ProfileId> among) {
        return new Coverage(
                among.size(),
                both(among, told.delivered()),
                both(among, told.saw()),
                both(among, told.opened()),
                both(among, told.acknowledged()));
    }

    private static long both(Set<ProfileId> some, Set<ProfileId> others) {
        return some.stream().filter(others::contains).count();
    }

    private Person person(Speaker one) {
        int number = world.worker()
                .withHandle(handle -> handle.createQuery("select person_no from profile where id = :id")
                        .bind("id", one.profile())
                        .mapTo(Integer.class)
                        .one());
        return new Person(number, false);
    }

    private void append(Engagement engagement) {
        world.worker().useTransaction(handle -> EngagementLog.append(handle, List.of(engagement)));
    }

    private ProfileList list() {
        return new Speaker(world, World.ANNA).lists(all -> all.create("Faculté", World.NORD_PROFILE));
    }

    private FlashReceipt read(StatusId flash) {
        CurrentMember current = new CurrentMember();
        current.become(World.ANNA);
        return world.as(
                World.ANNA,
                () -> FlashReceiptsTest.receipts(world, World.ANNA, new Permissions(current))
                        .read(flash));
    }
}
