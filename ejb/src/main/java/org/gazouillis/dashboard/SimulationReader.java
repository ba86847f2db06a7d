package org.gazouillis.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gazouillis.compose.PostState;
import org.gazouillis.compose.QuietPeriod;
import org.gazouillis.compose.QuietPeriods;
import org.gazouillis.dashboard.SimulatedPlan.Account;
import org.gazouillis.dashboard.SimulatedPlan.Budget;
import org.gazouillis.dashboard.SimulatedPlan.Planned;
import org.gazouillis.dashboard.SimulatedPlan.Quiet;
import org.gazouillis.dashboard.SimulatedPlan.Span;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.network.Networks;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.tenancy.VisibleBrand;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Reads a brand's plan once, whole, for the [Simulator].
@ApplicationScoped
public class SimulationReader {
    public static final int MOST_DAYS = 366;
    private static final int MOST_POSTS = 50_000;

    private Jdbi db;
    private Permissions permissions;
    private QuietPeriods quietPeriods;
    private Networks networks;

    @Inject
    public SimulationReader(@AppDb Jdbi db, Permissions permissions, QuietPeriods quietPeriods, Networks networks) {
        this.db = db;
        this.permissions = permissions;
        this.quietPeriods = quietPeriods;
        this.networks = networks;
    }

    @SuppressWarnings("NullAway.Init")
    SimulationReader() {}

    /// @param days   how far to look, 1 to 366
    /// @param apart  how far two posts on one account should stand from each other
    /// @param perDay how many posts a day one account should bear; 0: as many as its network
    @Transactional
    public SimulatedPlan read(VisibleBrand brand, int days, Duration apart, int perDay) {
        MemberScope member = permissions.require(brand.id(), Permission.VIEW);
        List<QuietPeriod> periods = quietPeriods.of(brand.id()).periods();
        int ahead = Math.clamp(days, 1, MOST_DAYS);
        return db.withHandle(handle -> {
            Instant now =
                    handle.createQuery("select now()").mapTo(Instant.class).one();
            List<Planned> posts = posts(handle, member, brand, ahead);
            boolean complete = posts.size() <= MOST_POSTS;
            return new SimulatedPlan(
                    brand.zone(),
                    now,
                    complete ? posts : posts.subList(0, MOST_POSTS),
                    accounts(handle, member, brand),
                    campaigns(handle, member, brand),
                    Stream.concat(
                                    fences(handle, member, brand).stream(),
                                    periods.stream().flatMap(period -> silences(period, now, ahead)))
                            .toList(),
                    budgets(perDay),
                    apart,
                    complete);
        });
    }

    private List<Budget> budgets(int perDay) {
        Stream<Budget> wished = perDay > 0 ? Stream.of(new Budget("", perDay, Duration.ofDays(1))) : Stream.empty();
        Stream<Budget> borne = networks.all().stream()
                .map(network -> new Budget(
                        network.key(),
                        network.budget().posts(),
                        network.budget().per()));
        return Stream.concat(wished, borne).toList();
    }

    /// A period that comes every week is laid out day by day.
    private static Stream<Quiet> silences(QuietPeriod period, Instant now, int days) {
        LocalDateTime starts = period.startsAt();
        LocalDateTime ends = period.endsAt();
        if (starts != null && ends != null) {
            return Stream.of(new Quiet(
                    period.name(),
                    starts.atZone(period.zone()).toInstant(),
                    ends.atZone(period.zone()).toInstant(),
                    List.of(),
                    null));
        }
        LocalTime from = period.fromTime() == null ? LocalTime.MIDNIGHT : period.fromTime();
        LocalDate first = LocalDate.ofInstant(now, period.zone()).minusDays(1);
        return first.datesUntil(first.plusDays(days + 3L))
                .map(day -> day.atTime(from).atZone(period.zone()).toInstant())
                .flatMap(start -> period.endIfOver(start).stream()
                        .map(end -> new Quiet(period.name(), start, end, List.of(), null)));
    }

    private static List<Planned> posts(Handle handle, MemberScope member, VisibleBrand brand, int days) {
        return handle
                .createQuery("""
                    select id, state, due_at, local_at, zone, account_ids, campaign_id, left(text, 280) as text from post
                    where workspace_id = :workspace and brand_id = :brand
                      and state in ('SCHEDULED', 'IN_REVIEW', 'APPROVED', 'HELD')
                      and (due_at >= now() or state <> 'SCHEDULED') and due_at < now() + :days * interval '1 day'
                    order by due_at, id limit :most
                    """)
                .bind("workspace", member.workspace())
                .bind("brand", brand.id())
                .bind("days", days)
                .bind("most", MOST_POSTS + 1)
                .map(Sql.row(PostRow.class))
                .list()
                .stream()
                .map(PostRow::planned)
                .toList();
    }

    private static Map<AccountId, Account> accounts(Handle handle, MemberScope member, VisibleBrand brand) {
        return handle
                .createQuery("""
                    select a.id, a.network, a.handle, x.expires_at as access_ends from social_account a
                    left join account_access x on x.workspace_id = a.workspace_id and x.account_id = a.id
                    where a.workspace_id = :workspace and a.brand_id = :brand and a.state in ('ACTIVE', 'PAUSED')
                    """)
                .bind("workspace", member.workspace())
                .bind("brand", brand.id())
                .map(Sql.row(Account.class))
                .list()
                .stream()
                .collect(Collectors.toMap(Account::id, account -> account));
    }

    private static Map<CampaignId, Span> campaigns(Handle handle, MemberScope member, VisibleBrand brand) {
        return handle
                .createQuery("""
                    select id, name, starts_on, ends_on from campaign
                    where workspace_id = :workspace and brand_id = :brand
                    """)
                .bind("workspace", member.workspace())
                .bind("brand", brand.id())
                .map(Sql.row(CampaignRow.class))
                .list()
                .stream()
                .collect(Collectors.toMap(CampaignRow::id, row -> new Span(row.name(), row.startsOn(), row.endsOn())));
    }

    /// A stop that stands has no end: it is quiet until somebody releases it. Stops of a network or of a word hold
    /// some posts only, and which those are the gate knows.
    private static List<Quiet> fences(Handle handle, MemberScope member, VisibleBrand brand) {
        return handle
                .createQuery("""
                    select reason, raised_at, campaign_id from fence
                    where workspace_id = :workspace and (brand_id is null or brand_id = :brand) and released_at is null
                      and network is null and keyword is null
                    """)
                .bind("workspace", member.workspace())
                .bind("brand", brand.id())
                .map(Sql.row(FenceRow.class))
                .list()
                .stream()
                .map(row -> new Quiet(row.reason(), row.raisedAt(), Instant.MAX, List.of(), row.campaignId()))
                .toList();
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record PostRow(
            PostId id,
            PostState state,
            Instant dueAt,
            @Nullable LocalDateTime localAt,
            @Nullable String zone,
            Long[] accountIds,
            @Nullable CampaignId campaignId,
            String text) {
        Planned planned() {
            return new Planned(
                    id,
                    state,
                    dueAt,
                    localAt,
                    zone,
                    Arrays.stream(accountIds).map(AccountId::new).toList(),
                    campaignId,
                    text);
        }
    }

    private record CampaignRow(CampaignId id, String name, LocalDate startsOn, LocalDate endsOn) {}

    private record FenceRow(
            String reason, Instant raisedAt, @Nullable CampaignId campaignId) {}
}
