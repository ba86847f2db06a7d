package org.gazouillis.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gazouillis.compose.PostState;
import org.gazouillis.dashboard.SimulatedPlan.Account;
import org.gazouillis.dashboard.SimulatedPlan.Budget;
import org.gazouillis.dashboard.SimulatedPlan.Planned;
import org.gazouillis.dashboard.SimulatedPlan.Quiet;
import org.gazouillis.dashboard.SimulatedPlan.Span;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.CurrentMember;
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

    private final Jdbi db;
    private final Permissions permissions;

    @Inject
    public SimulationReader(@AppDb Jdbi db, Permissions permissions) {
        this.db = db;
        this.permissions = permissions;
    }

    SimulationReader() {
        this(Jdbi.create("jdbc:none"), new Permissions(new CurrentMember()));
    }

    /// @param days   how far to look, 1 to 366
    /// @param apart  how far two posts on one account should stand from each other
    /// @param perDay how many posts a day one account should bear; 0: as many as its network
    @Transactional
    public SimulatedPlan read(VisibleBrand brand, int days, Duration apart, int perDay) {
        MemberScope member = permissions.require(brand.id(), Permission.VIEW);
        return db.withHandle(handle -> {
            Instant now =
                    handle.createQuery("select now()").mapTo(Instant.class).one();
            List<Planned> posts = posts(handle, member, brand, Math.clamp(days, 1, MOST_DAYS));
            boolean complete = posts.size() <= MOST_POSTS;
            return new SimulatedPlan(
                    brand.zone(),
                    now,
                    complete ? posts : posts.subList(0, MOST_POSTS),
                    accounts(handle, member, brand),
                    campaigns(handle, member, brand),
                    fences(handle, member, brand),
                    perDay > 0 ? List.of(new Budget("", perDay, Duration.ofDays(1))) : List.of(),
                    apart,
                    complete);
        });
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
                    select id, network, handle, null::timestamptz as access_ends from social_account
                    where workspace_id = :workspace and brand_id = :brand
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
