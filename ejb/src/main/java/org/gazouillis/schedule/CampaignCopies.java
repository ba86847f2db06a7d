package org.gazouillis.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.gazouillis.audit.AuditEntry;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.campaign.CampaignCard;
import org.gazouillis.campaign.CampaignPlanner;
import org.gazouillis.campaign.CampaignSheet;
import org.gazouillis.campaign.CopiedCampaign;
import org.gazouillis.compose.CopiedLinks;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Copies a campaign with all its posts to another time. Times of the day stay as they are by the clock on the wall,
/// and their instants are found anew, by the rules of [PublishTime].
@ApplicationScoped
public class CampaignCopies {
    private static final int MOST_POSTS = 100_000;
    private static final String WANTED =
            "p.workspace_id = :workspace and p.campaign_id = :campaign and p.brand_id = :brand and p.state <> 'CANCELLED'";
    /// The whole row with some parts replaced: whatever else a post has is copied, too.
    private static final String COPY = """
            with chosen as materialized (
              select p as old, row_number() over (order by p.due_at nulls last, p.id) - 1 as no from post p where %s),
            copied as (
              insert into post
              select n.* from chosen c
              left join lateral (select %s as due_at from %s
                where span.zone = (c.old).zone and (c.old).local_at + :days * interval '1 day' >= span.low
                  and (c.old).local_at + :days * interval '1 day' < span.high) as at on (c.old).due_at is not null
              cross join lateral jsonb_populate_record(c.old, jsonb_build_object(
                'id', id_plus(:first, c.no), 'campaign_id', :copy::bigint, 'author_id', :member::bigint,
                'state', case when at.due_at is not null and :planned then 'SCHEDULED' else 'DRAFT' end,
                'due_at', at.due_at,
                'local_at', case when at.due_at is not null then (c.old).local_at + :days * interval '1 day' end,
                'revision', 1, 'version', 0, 'failure', null, 'published_at', null, 'batch_id', null,
                'batch_version', null, 'created_at', now(), 'updated_at', now())) as n
              returning due_at, state = 'SCHEDULED' and due_at <= now() as past)
            select count(*)::int as posts, count(*) filter (where past) as past,
                   min(due_at) filter (where past) as earliest
            from copied
            """;

    private CampaignPlanner planner;
    private Jdbi db;
    private Permissions permissions;
    private AuditTrail trail;
    private TimeOrderedIds ids;
    private CopiedLinks links;

    @Inject
    public CampaignCopies(
            CampaignPlanner planner,
            CopiedLinks links,
            @AppDb Jdbi db,
            Permissions permissions,
            AuditTrail trail,
            TimeOrderedIds ids) {
        this.planner = planner;
        this.links = links;
        this.db = db;
        this.permissions = permissions;
        this.trail = trail;
        this.ids = ids;
    }

    @SuppressWarnings("NullAway.Init")
    CampaignCopies() {}

    /// Opens the copy with goal, budget, hashtags and accounts of the original, and writes a post for each that was
    /// not cancelled. Short links in them are made anew, so that clicks on them count for the copy.
    ///
    /// @throws org.gazouillis.campaign.CampaignNameTaken when the brand has a campaign of that name
    /// @throws ShiftIntoThePast when planned posts would be due before now
    @Transactional
    public CampaignCopy copy(CampaignId id, CopyOrder order) {
        CampaignSheet original = planner.one(id);
        MemberScope member = permissions.require(original.brand(), Permission.PLAN_CAMPAIGNS);
        if (order.planned()) {
            permissions.require(original.brand(), Permission.PUBLISH);
        }
        int days = Math.toIntExact(ChronoUnit.DAYS.between(original.card().startsOn(), order.startsOn()));
        CampaignCard copy = planner.open(
                original.idea().later(order.name(), days), original.terms().later(days));
        return db.withHandle(handle -> {
            Copied copied = posts(handle, member, original, new Aim(copy.id(), days, order.planned()));
            if (copied.past() > 0 && copied.earliest() != null) {
                throw new ShiftIntoThePast(copied.past(), copied.earliest());
            }
            int linked =
                    links.give(handle, member, new CopiedCampaign(original.brand(), original.id(), copy.id(), days));
            record(handle, member, copy, id, copied.posts(), linked);
            return new CampaignCopy(copy, copied.posts());
        });
    }

    private Copied posts(Handle handle, MemberScope member, CampaignSheet original, Aim aim) {
        ZoneSpans clocks = new ZoneSpans();
        int count =
                bound(handle, member, original, """
                        select p.zone, min(p.local_at) as first, max(p.local_at) as last, count(*)::int as posts
                        from post p where\s""" + WANTED + " group by p.zone").map(Sql.row(Stretch.class)).stream()
                        .peek(each -> each.addTo(clocks, aim.days()))
                        .mapToInt(Stretch::posts)
                        .sum();
        if (count > MOST_POSTS) {
            throw new ShiftNotPlausible(
                    "A campaign of at most " + MOST_POSTS + " posts can be copied, this one has " + count + ".");
        }
        String local = "(c.old).local_at + :days * interval '1 day'";
        String resolved = String.format(Locale.ROOT, ZoneSpans.RESOLVED, local, "(c.old).gap_rule");
        String sql = String.format(Locale.ROOT, COPY, WANTED, resolved, ZoneSpans.FROM);
        return clocks.bindTo(bound(handle, member, original, sql))
                .bind("days", aim.days())
                .bind("first", ids.reserve(Math.max(1, count)))
                .bind("copy", aim.copy())
                .bind("member", member.member())
                .bind("planned", aim.planned())
                .map(Sql.row(Copied.class))
                .one();
    }

    private static Query bound(Handle handle, MemberScope member, CampaignSheet original, String sql) {
        return handle.createQuery(sql)
                .bind("workspace", member.workspace())
                .bind("campaign", original.id())
                .bind("brand", original.brand());
    }

    private void record(Handle handle, MemberScope member, CampaignCard copy, CampaignId from, int posts, int links) {
        String detail = String.format(Locale.ROOT, "{\"from\":\"%s\",\"posts\":%d,\"links\":%d}", from, posts, links);
        trail.record(
                handle,
                new AuditEntry(
                        member.workspace(), member.member(), copy.brand(), "campaign.copied", copy.id(), detail));
    }

    private record Aim(CampaignId copy, int days, boolean planned) {}

    record Copied(int posts, long past, @Nullable Instant earliest) {}

    record Stretch(
            @Nullable String zone,
            @Nullable LocalDateTime first,
            @Nullable LocalDateTime last,
            int posts) {
        void addTo(ZoneSpans clocks, int days) {
            if (zone != null && first != null && last != null) {
                clocks.add(ZoneId.of(zone), first.plusDays(days), last.plusDays(days));
            }
        }
    }
}
