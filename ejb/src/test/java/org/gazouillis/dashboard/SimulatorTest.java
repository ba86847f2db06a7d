package org.gazouillis.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gazouillis.compose.PostState;
import org.gazouillis.dashboard.SimulatedPlan.Account;
import org.gazouillis.dashboard.SimulatedPlan.Budget;
import org.gazouillis.dashboard.SimulatedPlan.Planned;
import org.gazouillis.dashboard.SimulatedPlan.Quiet;
import org.gazouillis.dashboard.SimulatedPlan.Span;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.PostId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SimulatorTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final AccountId FIRST = new AccountId(1);
    private static final AccountId SECOND = new AccountId(2);
    private static final CampaignId SPRING = new CampaignId(9);

    private final List<Planned> posts = new ArrayList<>();
    private final List<Quiet> quiet = new ArrayList<>();
    private final List<Budget> budgets = new ArrayList<>();

    @Test
    void aPlanWithoutTroubleHasNoFindings() {
        post(1, "2026-11-24T09:00", FIRST);
        post(2, "2026-11-24T09:30", FIRST);
        post(3, "2026-11-24T09:00", SECOND);
        assertThat(rehearse()).isEmpty();
    }

    @Test
    void twoPostsOnOneAccountWithinHalfAnHourClash() {
        post(1, "2026-11-24T09:00", FIRST);
        post(2, "2026-11-24T09:29", FIRST, SECOND);
        post(3, "2026-11-24T09:35", SECOND);
        assertThat(rehearse())
                .extracting(each -> each.kind() + " " + each.post() + "-" + each.other() + " " + each.subject() + " "
                        + each.detail())
                .containsExactly("CLASH 2-1 first 29", "CLASH 3-2 second 6");
    }

    @Test
    void theSameWordsWithinADayAreTold() {
        posts.add(planned(1, "2026-11-24T09:00", PostState.SCHEDULED, null, "Bonjour", FIRST));
        posts.add(planned(2, "2026-11-24T19:00", PostState.SCHEDULED, null, "Bonjour", FIRST));
        posts.add(planned(3, "2026-11-25T19:00", PostState.SCHEDULED, null, "Bonjour", FIRST));
        assertThat(rehearse())
                .singleElement()
                .satisfies(each -> assertThat(each.kind()).isEqualTo(Finding.Kind.SAME_TEXT))
                .satisfies(each -> assertThat(each.post()).isEqualTo(new PostId(2)));
    }

    @Test
    void whoLosesAccessOrHasNoAccountCannotSend() {
        post(1, "2026-12-31T23:00", SECOND);
        post(2, "2027-01-01T02:00", SECOND);
        post(3, "2026-12-01T09:00", new AccountId(77));
        post(4, "2026-12-02T09:00");
        assertThat(rehearse())
                .extracting(each -> each.kind() + " " + each.post())
                .containsExactly("NO_ACCOUNT 3", "NO_ACCOUNT 4", "ACCESS_ENDS 2");
    }

    @Test
    void quietTimesHoldFromTheirBeginningToTheirEnd() {
        quiet.add(new Quiet("Election", at("2026-12-04T00:00"), at("2026-12-06T20:00"), List.of(), null));
        quiet.add(new Quiet("Spring only", at("2026-12-10T00:00"), at("2026-12-11T00:00"), List.of(SECOND), SPRING));
        post(1, "2026-12-03T23:00", FIRST);
        post(2, "2026-12-04T00:00", FIRST);
        post(3, "2026-12-06T20:00", FIRST);
        post(4, "2026-12-10T09:00", SECOND);
        assertThat(rehearse())
                .singleElement()
                .satisfies(each -> assertThat(each.post()).isEqualTo(new PostId(2)))
                .satisfies(each -> assertThat(each.subject()).isEqualTo("Election"));
    }

    @Test
    void aBudgetIsSpentInAWindowThatSlides() {
        budgets.add(new Budget("gazouillis", 3, Duration.ofHours(2)));
        budgets.add(new Budget("mastodon", 1, Duration.ofDays(9)));
        for (int i = 0; i < 5; i++) {
            post(i + 1, "2026-11-24T" + (10 + i / 2) + ":" + (i % 2 == 0 ? "00" : "30"), FIRST);
        }
        assertThat(rehearse())
                .extracting(each -> each.kind() + " " + each.post() + " " + each.detail())
                .containsExactly("BUDGET 4 4/3", "BUDGET 5 4/3");
    }

    @Test
    void aPostOutsideItsCampaignOrNotApprovedIsTold() {
        posts.add(planned(1, "2026-12-24T23:59", PostState.SCHEDULED, SPRING, "One", FIRST));
        posts.add(planned(2, "2026-12-25T00:00", PostState.SCHEDULED, SPRING, "Two", SECOND));
        posts.add(planned(3, "2026-11-24T10:00", PostState.IN_REVIEW, null, "Three", FIRST));
        posts.add(planned(4, "2026-11-24T12:00", PostState.HELD, null, "Four", FIRST));
        assertThat(rehearse())
                .extracting(each -> each.kind() + " " + each.post() + " " + each.detail())
                .containsExactly("NOT_APPROVED 3 25", "HELD 4 ", "OUTSIDE_CAMPAIGN 2 2026-12-24");
    }

    @Test
    void hoursThatDoNotExistOrComeTwiceAreTold() {
        posts.add(local(1, "2027-03-28T01:00:00Z", "2027-03-28T02:30"));
        posts.add(local(2, "2026-10-25T00:30:00Z", "2026-10-25T02:30"));
        assertThat(rehearse())
                .extracting(each -> each.kind() + " " + each.post() + " " + each.subject())
                .containsExactly("GAP 1 Europe/Paris", "OVERLAP 2 Europe/Paris");
    }

    @Test
    void aYearOfPostsOfAnAgencyTakesSeconds() {
        Instant start = NOW;
        for (int i = 0; i < 50_000; i++) {
            posts.add(new Planned(
                    new PostId(i + 1),
                    PostState.SCHEDULED,
                    start.plusSeconds(60L * i),
                    null,
                    null,
                    List.of(i % 2 == 0 ? FIRST : SECOND),
                    null,
                    "Post " + i));
        }
        budgets.add(new Budget("", 100, Duration.ofDays(1)));
        List<Finding> findings = rehearse();
        assertThat(Simulator.tally(findings))
                .containsEntry(Finding.Kind.CLASH, 49_998L)
                .containsKey(Finding.Kind.BUDGET);
    }

    private List<Finding> rehearse() {
        return Simulator.rehearse(new SimulatedPlan(
                PARIS,
                NOW,
                posts,
                Map.of(
                        FIRST, new Account(FIRST, "gazouillis", "first", null),
                        SECOND, new Account(SECOND, "gazouillis", "second", Instant.parse("2026-12-31T23:30:00Z"))),
                Map.of(SPRING, new Span("Spring", LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 24))),
                quiet,
                budgets,
                Duration.ofMinutes(30),
                true));
    }

    private void post(long id, String local, AccountId... accounts) {
        posts.add(planned(id, local, PostState.SCHEDULED, null, "Post " + id, accounts));
    }

    private static Planned planned(
            long id, String local, PostState state, @Nullable CampaignId campaign, String text, AccountId... accounts) {
        return new Planned(
                new PostId(id),
                state,
                at(local),
                LocalDateTime.parse(local),
                "Europe/Paris",
                List.of(accounts),
                campaign,
                text);
    }

    private static Planned local(long id, String due, String local) {
        return new Planned(
                new PostId(id),
                PostState.SCHEDULED,
                Instant.parse(due),
                LocalDateTime.parse(local),
                "Europe/Paris",
                List.of(FIRST),
                null,
                "Post " + id);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(PARIS).toInstant();
    }
}
