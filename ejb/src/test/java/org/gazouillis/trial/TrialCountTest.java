package org.gazouillis.trial;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.gazouillis.compose.TrialMeasure;
import org.gazouillis.compose.TrialTerms;
import org.gazouillis.engage.Browser;
import org.gazouillis.engage.Engagement;
import org.gazouillis.engage.Opened;
import org.gazouillis.engage.Person;
import org.gazouillis.engage.Report;
import org.gazouillis.engage.Viewer;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.microblog.ReaderKey;
import org.gazouillis.microblog.SecondText;
import org.gazouillis.security.Permissions;
import org.gazouillis.testrig.Entities;
import org.gazouillis.testrig.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static java.time.ZoneOffset.UTC;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

class TrialCountTest extends TrialGround {
    private static final Browser BROWSER = new Browser("Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0", null);

    @ParameterizedTest
    @EnumSource
    void peopleAreCountedAsAPlainReadingOfTheirDeedsCountsThem(TrialMeasure measure) {
        StatusId status = published(out(new TrialTerms(0.4, measure, 0.02, 14)));
        SecondText trial = second(status);
        Random chance = new Random(7);
        List<Deed> deeds = new ArrayList<>();
        for (int n = 0; n < 90; n++) {
            Reader reader = n % 2 == 0 ? Reader.member(member()) : Reader.visitor(n, n % 5 == 0);
            for (int sight = chance.nextInt(3); sight > 0; sight--) {
                deeds.add(new Deed(reader, "VIEW", Duration.ofMinutes(chance.nextInt(200))));
            }
            if (chance.nextBoolean()) {
                String kind = reader.isMember() && chance.nextBoolean() ? "LIKE" : "DETAIL_EXPAND";
                deeds.add(new Deed(reader, kind, Duration.ofMinutes(chance.nextInt(240))));
            }
        }
        deeds.sort(Comparator.comparing(Deed::after));
        Instant start = beforeMidnight();
        deeds.forEach(deed -> happen(deed, status, start));
        Duration now = Duration.ofMinutes(190);
        world.clock().set(start.plus(now));
        round().run();
        ArmCounts counts = of(World.ANNA, status).orElseThrow().counts();
        assertThat(counts).isEqualTo(plainly(start, deeds, measure, trial, now));
        assertThat(Math.min(counts.peopleA(), counts.peopleB())).isPositive();
        assertThat(counts.actedA() + counts.actedB()).isPositive();
    }

    @Test
    void theDatabaseAndJavaChooseAlike() {
        SecondText trial = second(published(out(TrialTerms.USUAL)));
        List<ReaderKey> readers = readers(500);
        List<Boolean> chosen = world.worker()
                .withHandle(handle -> handle.createQuery("""
                        select shows_second(:key, :share, r.name) from unnest(:readers) with ordinality as r (name, n)
                        order by r.n
                        """)
                        .bind("key", trial.key())
                        .bind("share", trial.share())
                        .bind("readers", readers.stream().map(ReaderKey::name).toArray(String[]::new))
                        .mapTo(Boolean.class)
                        .list());
        assertThat(chosen).isEqualTo(readers.stream().map(trial::isFor).toList());
    }

    @Test
    void thePlannerSaysHowManyPeopleItTakesAndThatABrandDoesNotReachThem() {
        TrialPlanner planner =
                new TrialPlanner(world.app(), new Permissions(Entities.current(World.ANNA)), world.clock());
        world.clock().set(now());
        TrialOutlook unknown = world.as(World.ANNA, () -> planner.outlook(World.NORD, TrialTerms.USUAL));
        assertThat(unknown.rate()).isNull();
        for (int n = 0; n < 6; n++) {
            measured(n, 400, 20);
        }
        TrialOutlook outlook = world.as(World.ANNA, () -> planner.outlook(World.NORD, TrialTerms.USUAL));
        assertThat(outlook).isEqualTo(new TrialOutlook(6, 0.05, 8_579L, 400L, null));
        TrialTerms large = new TrialTerms(0.5, TrialMeasure.INTERACTION, 0.3, 14);
        TrialOutlook soon = world.as(World.ANNA, () -> planner.outlook(World.NORD, large));
        assertThat(soon.people()).isLessThanOrEqualTo(400L);
        assertThat(soon.days()).isEqualTo(2);
    }

    /// So that some come on two days of UTC.
    private Instant beforeMidnight() {
        return world.clock().instant().truncatedTo(DAYS).plus(2, DAYS).minus(100, MINUTES);
    }

    private record Reader(ReaderKey key, Person member, Viewer viewer) {
        static Reader member(Map.Entry<ProfileId, Person> member) {
            return new Reader(ReaderKey.member(member.getKey()), member.getValue(), new Viewer.Reader(member.getKey()));
        }

        static Reader visitor(int number, boolean fresh) {
            return new Reader(
                    ReaderKey.visitor("cookie" + number),
                    new Person(0, true),
                    new Viewer.Visitor("cookie" + number, fresh));
        }

        boolean isMember() {
            return !member.anonymous();
        }

        boolean isKnown() {
            return isMember() || !(viewer instanceof Viewer.Visitor visitor && visitor.fresh());
        }
    }

    /// @param day for a visitor
    private record Doer(Reader reader, @Nullable LocalDate day) {}

    private record Deed(Reader by, String kind, Duration after) {
        Doer doer(Instant start) {
            return new Doer(by, by.isMember() ? null : LocalDate.ofInstant(start.plus(after), UTC));
        }
    }

    private void happen(Deed deed, StatusId status, Instant start) {
        Instant at = start.plus(deed.after());
        world.clock().set(at);
        switch (deed.kind()) {
            case "VIEW" -> pages.report(deed.by().viewer(), BROWSER, Report.seen(status, at));
            case "DETAIL_EXPAND" -> pages.report(deed.by().viewer(), BROWSER, Report.opened(status, Opened.DETAIL, at));
            default -> append(List.of(new Engagement.Like(status, deed.by().member(), at)));
        }
    }

    /// A visitor who comes again after midnight, UTC, is another person.
    private static ArmCounts plainly(
            Instant start, List<Deed> deeds, TrialMeasure measure, SecondText trial, Duration now) {
        long[] counts = new long[4];
        deeds.stream().collect(Collectors.groupingBy(deed -> deed.doer(start))).forEach((doer, own) -> {
            Duration first = own.stream()
                    .filter(deed -> deed.kind().equals("VIEW"))
                    .map(Deed::after)
                    .min(Comparator.naturalOrder())
                    .orElse(now);
            if (doer.reader().isKnown() && first.compareTo(now.minusHours(1)) <= 0) {
                int arm = trial.isFor(doer.reader().key()) ? 2 : 0;
                counts[arm]++;
                if (own.stream()
                        .anyMatch(deed -> measure.kinds().contains(deed.kind())
                                && deed.after().compareTo(first.plusHours(1)) < 0)) {
                    counts[arm + 1]++;
                }
            }
        });
        return new ArmCounts(counts[0], counts[1], counts[2], counts[3]);
    }

    private Map.Entry<ProfileId, Person> member() {
        return members(1).entrySet().iterator().next();
    }

    /// A post from three days ago with its figures; most of its views came on the first day, some on the second.
    private void measured(int number, int reach, int likes) {
        Instant at = now().minus(Duration.ofDays(3 + number));
        long id = org.gazouillis.kernel.TimeOrderedIds.floor(at) + 1;
        world.worker().useHandle(handle -> {
            handle.execute(
                    "insert into status (id, profile_id, text, lang, created_at, conversation_id, publication_id)"
                            + " values (?, 301, 'x', 'fr', ?, ?, ?)",
                    id,
                    at,
                    id,
                    id);
            handle.execute(
                    "insert into status_total (workspace_id, brand_id, status_id, reach, likes) values (101, 201, ?, ?, ?)",
                    id,
                    reach,
                    likes);
            for (int day = 0; day < 2; day++) {
                handle.execute(
                        "insert into quarter_bucket (workspace_id, brand_id, dimension, subject_id, quarter, views)"
                                + " values (101, 201, 'STATUS', ?, ?, ?)",
                        id,
                        at.plus(Duration.ofDays(day)).plusSeconds(60),
                        day == 0 ? 100 : 900);
            }
        });
    }
}
