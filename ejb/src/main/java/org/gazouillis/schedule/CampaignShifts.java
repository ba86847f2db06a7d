package org.gazouillis.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.gazouillis.audit.AuditEntry;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.campaign.CampaignPlanner;
import org.gazouillis.campaign.CampaignSheet;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.outbox.Outbox;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Moves or cancels a campaign's posts together, a hundred thousand as one statement, and takes that back.
///
/// What a publisher has taken or published meanwhile is passed by: the statement waits for its lock and then sees the
/// post's new state. Posts that a fence holds are not touched, nor is the fence. Undoing restores each post that has
/// not been changed since (its version tells) and whose time has not passed.
@ApplicationScoped
public class CampaignShifts {
    private static final int MOST_LISTED = 50;
    private static final String REMEMBERED = """
            before_due_at = p.due_at, before_local_at = p.local_at, before_gap_rule = p.gap_rule,
              before_state = p.state, batch_id = :batch,
              batch_version = p.version + 1, version = p.version + 1, updated_at = now()
            """;
    private static final String JUDGED = """
            select count(*)::int as posts, count(*) filter (where past) as past, min(due_at) filter (where past) as earliest
            from touched
            """;
    private static final String BY_DAYS = "with touched as (update post p set "
            + "local_at = p.local_at + :days * interval '1 day', due_at = "
            + resolved("p.local_at + :days * interval '1 day'") + ", " + REMEMBERED + " from " + ZoneSpans.FROM
            + " where " + CampaignDesk.CHOSEN + """
              and p.due_at is not null and span.zone = p.zone
              and p.local_at + :days * interval '1 day' >= span.low
              and p.local_at + :days * interval '1 day' < span.high
            returning p.due_at, p.state = 'SCHEDULED' and p.due_at <= now() as past)
            """ + JUDGED;
    /// Of the offsets that a zone has around then, the one whose local time lies where this offset holds. In an hour
    /// that comes twice the rule says which of the two it is; an instant that was given as such stays one.
    private static final String BY_MINUTES =
            "with offsets as (select span.zone, span.low, span.high, o.seconds, o.rule from "
                    + ZoneSpans.FROM + """
            , lateral (values (span.earlier, 'EARLIER_OFFSET'), (span.later, 'LATER_OFFSET')) as o(seconds, rule)
              where span.fixed is null and (span.later <> span.earlier or o.rule = 'EARLIER_OFFSET')),
            touched as (update post p set due_at = p.due_at + :minutes * interval '1 minute', local_at = %1$s,
              gap_rule = case when p.gap_rule <> 'EXACT' and exists (select from offsets other where other.zone = o.zone and other.low = o.low
                                             and other.seconds <> o.seconds) then o.rule else p.gap_rule end,
            """
                    + REMEMBERED + " from offsets o where " + CampaignDesk.CHOSEN + """
              and p.due_at is not null and o.zone = p.zone and %1$s >= o.low and %1$s < o.high
            returning p.due_at, p.state = 'SCHEDULED' and p.due_at <= now() as past)
            """ + JUDGED;
    private static final String NEW_LOCAL =
            "((p.due_at + :minutes * interval '1 minute' + o.seconds * interval '1 second') at time zone 'UTC')";
    private static final String CANCEL = "with touched as (update post p set state = 'CANCELLED', failure = null, "
            + REMEMBERED + " where " + CampaignDesk.CHOSEN + " returning p.due_at, false as past) " + JUDGED;

    private CampaignPlanner planner;
    private Jdbi db;
    private Permissions permissions;
    private AuditTrail trail;
    private TimeOrderedIds ids;

    @Inject
    public CampaignShifts(
            CampaignPlanner planner, @AppDb Jdbi db, Permissions permissions, AuditTrail trail, TimeOrderedIds ids) {
        this.planner = planner;
        this.db = db;
        this.permissions = permissions;
        this.trail = trail;
        this.ids = ids;
    }

    @SuppressWarnings("NullAway.Init")
    CampaignShifts() {}

    /// Moves the chosen posts that have a time.
    ///
    /// @throws NoPostFits when there is none
    /// @throws ShiftIntoThePast when a planned one would be due before now
    @Transactional
    public PostBatch move(CampaignId id, Shift shift, PostChoice choice) {
        CampaignSheet campaign = planner.one(id);
        MemberScope member = mayShift(campaign);
        return db.withHandle(handle -> {
            CampaignDesk desk = new CampaignDesk(handle, member, campaign);
            ZoneSpans clocks = desk.clocks(choice, shift);
            long batch = ids.next();
            var statement = handle.createQuery(
                            shift.days() != 0 ? BY_DAYS : String.format(Locale.ROOT, BY_MINUTES, NEW_LOCAL))
                    .bind("batch", batch)
                    .bind(shift.days() != 0 ? "days" : "minutes", shift.days() != 0 ? shift.days() : shift.minutes());
            Touched touched = clocks.bindTo(desk.bindTo(statement, choice))
                    .map(Sql.row(Touched.class))
                    .one();
            if (touched.past() > 0 && touched.earliest() != null) {
                throw new ShiftIntoThePast(touched.past(), touched.earliest());
            }
            return keep(handle, member, campaign, new Deed(batch, PostBatch.Kind.MOVE, shift, touched.posts()));
        });
    }

    /// Cancels the chosen posts.
    ///
    /// @throws NoPostFits when there is none
    @Transactional
    public PostBatch cancel(CampaignId id, PostChoice choice) {
        CampaignSheet campaign = planner.one(id);
        MemberScope member = mayShift(campaign);
        return db.withHandle(handle -> {
            long batch = ids.next();
            Touched touched = new CampaignDesk(handle, member, campaign)
                    .bindTo(handle.createQuery(CANCEL).bind("batch", batch), choice)
                    .map(Sql.row(Touched.class))
                    .one();
            return keep(handle, member, campaign, new Deed(batch, PostBatch.Kind.CANCEL, null, touched.posts()));
        });
    }

    /// Puts the posts of a batch back to where they were, as one statement.
    ///
    /// @throws BatchNotFound when there is none, or it was undone
    @Transactional
    public PostBatch undo(CampaignId id, long batch) {
        CampaignSheet campaign = planner.one(id);
        MemberScope member = mayShift(campaign);
        return db.withHandle(handle -> {
            int undone = BatchRows.undo(handle, member, campaign, batch);
            record(handle, member, campaign, "campaign.posts-restored", batch, undone);
            return BatchRows.one(handle, member, campaign, batch);
        });
    }

    /// What was moved and cancelled, the latest first.
    @Transactional
    public List<PostBatch> of(CampaignId id) {
        CampaignSheet campaign = planner.one(id);
        MemberScope member = permissions.require(campaign.brand(), Permission.VIEW);
        return db.withHandle(handle -> BatchRows.newest(handle, member, campaign, MOST_LISTED));
    }

    private MemberScope mayShift(CampaignSheet campaign) {
        permissions.require(campaign.brand(), Permission.PUBLISH);
        return permissions.require(campaign.brand(), Permission.PLAN_CAMPAIGNS);
    }

    private PostBatch keep(Handle handle, MemberScope member, CampaignSheet campaign, Deed deed) {
        if (deed.posts() == 0) {
            throw new NoPostFits();
        }
        BatchRows.insert(handle, member, campaign, deed);
        String action = deed.kind() == PostBatch.Kind.MOVE ? "campaign.posts-moved" : "campaign.posts-cancelled";
        record(handle, member, campaign, action, deed.batch(), deed.posts());
        return BatchRows.one(handle, member, campaign, deed.batch());
    }

    private void record(
            Handle handle, MemberScope member, CampaignSheet campaign, String action, long batch, int posts) {
        String detail = String.format(Locale.ROOT, "{\"batch\":\"%d\",\"posts\":%d}", batch, posts);
        trail.record(
                handle,
                new AuditEntry(member.workspace(), member.member(), campaign.brand(), action, campaign.id(), detail));
        Outbox.append(handle, "CampaignPostsShifted", member.workspace(), campaign.id(), detail, now(handle));
    }

    private static Instant now(Handle handle) {
        return handle.createQuery("select now()").mapTo(Instant.class).one();
    }

    private static String resolved(String local) {
        return String.format(Locale.ROOT, ZoneSpans.RESOLVED, local, "p.gap_rule");
    }

    /// @param shift null for a cancellation
    record Deed(long batch, PostBatch.Kind kind, @Nullable Shift shift, int posts) {}

    record Touched(int posts, long past, @Nullable Instant earliest) {}
}
