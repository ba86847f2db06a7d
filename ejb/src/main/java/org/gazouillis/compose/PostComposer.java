package org.gazouillis.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.gazouillis.audit.AuditEntry;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Writes, changes and cancels posts on behalf of the current member. Each deed is one transaction; time is the
/// database's.
@ApplicationScoped
public class PostComposer {
    private Posts posts;
    private Jdbi db;
    private Permissions permissions;
    private AuditTrail trail;
    private TimeOrderedIds ids;

    @Inject
    public PostComposer(Posts posts, @AppDb Jdbi db, Permissions permissions, AuditTrail trail, TimeOrderedIds ids) {
        this.posts = posts;
        this.db = db;
        this.permissions = permissions;
        this.trail = trail;
        this.ids = ids;
    }

    @SuppressWarnings("NullAway.Init")
    PostComposer() {}

    /// Writes a post; planned at once if the order says when.
    ///
    /// @param key the client's Idempotency-Key: the same key with the same order gives the same post again
    /// @throws PostRefused when text or time will not do
    /// @throws IdempotencyKeyReused when the key stood for another order
    @Transactional
    public PostId write(PostOrder order, @Nullable String key) {
        MemberScope member = permissions.require(order.brand(), Permission.WRITE);
        requirePublishFor(order);
        return db.withHandle(handle -> {
            PostId fresh = new PostId(ids.next());
            Optional<PostId> earlier = key == null
                    ? Optional.empty()
                    : IdempotencyKeys.take(handle, member, key, order.fingerprint(), fresh);
            if (earlier.isEmpty()) {
                Post post = create(new Desk(handle, member, order.brand()), member, order, fresh);
                record(handle, post, "post.written");
            }
            return earlier.orElse(fresh);
        });
    }

    /// Changes what the change names, and nothing else.
    ///
    /// @throws PostNotEditable when the post is out, is being taken, or is not at the revision meant
    @Transactional
    public void change(PostId id, PostChange change) {
        Post post = toChange(id, Permission.WRITE);
        if (change.plan() != null) {
            permissions.require(post.brand(), Permission.PUBLISH);
        }
        if (change.revision() != null && change.revision() != post.revision()) {
            throw PostNotEditable.changedMeanwhile(id, change.revision(), post.revision());
        }
        if (change.version() != null && change.version() != post.version()) {
            throw PostNotEditable.changedMeanwhile(id);
        }
        db.useHandle(handle -> {
            apply(desk(handle, post), post, change);
            record(handle, post, "post.changed");
        });
        posts.keep();
    }

    /// Takes the post out of the schedule for good; [#change] with a plan brings it back.
    ///
    /// @throws PostNotEditable when it is out, is being taken, or is cancelled
    @Transactional
    public void cancel(PostId id) {
        Post post = toChange(id, Permission.PUBLISH);
        db.useHandle(handle -> {
            post.cancel(desk(handle, post).now());
            record(handle, post, "post.cancelled");
        });
        posts.keep();
    }

    /// What there is to say about an order before anybody saves it.
    @Transactional
    public List<Check> checks(PostOrder order, @Nullable PostId editing) {
        MemberScope member = permissions.require(order.brand(), Permission.VIEW);
        return db.withHandle(handle -> {
            Desk desk = new Desk(handle, member, order.brand());
            Wording wording = wording(desk, order);
            Instant now = desk.now();
            List<Check> found = new ArrayList<>(Checks.of(wording, order.plan(), now));
            found.addAll(desk.quiet().checks(order.plan(), now, desk.place().zone()));
            Instant at = order.plan() instanceof Plan.At(DueTime due) ? due.at() : now;
            Long except = editing == null ? null : editing.value();
            if (desk.saysTheSame(wording.text(), desk.accounts(order.accounts()), at, except)) {
                found.add(Check.warning(
                        Check.Code.SAME_TEXT, "The same text goes out on the same account within 24 hours."));
            }
            return List.copyOf(found);
        });
    }

    private Post create(Desk desk, MemberScope member, PostOrder order, PostId id) {
        Instant now = desk.now();
        Wording wording = wording(desk, order);
        PostRefused.ifAnyError(Checks.of(wording, order.plan(), now));
        Plan plan = outsideQuiet(desk, order.plan(), now);
        List<AccountId> accounts = desk.accounts(order.accounts());
        desk.requireCampaign(order.campaign());
        Post post = Post.draft(id, order.brand(), member.member(), wording, accounts, now);
        post.file(order.campaign(), now);
        plan(post, plan, desk.place().zone(), now);
        posts.add(post);
        return post;
    }

    private static void apply(Desk desk, Post post, PostChange change) {
        Instant now = desk.now();
        Wording wording = change.text() == null
                ? post.wording()
                : Wording.of(change.text(), post.wording().lang());
        Plan plan = Objects.requireNonNullElse(change.plan(), Plan.LATER);
        PostRefused.ifAnyError(Checks.of(wording, plan, now));
        post.reword(wording, change.accounts() == null ? post.accounts() : desk.accounts(change.accounts()), now);
        if (change.campaign() != null || change.withoutCampaign()) {
            desk.requireCampaign(change.campaign());
            post.file(change.campaign(), now);
        }
        if (change.plan() != null) {
            plan(post, outsideQuiet(desk, plan, now), desk.place().zone(), now);
        }
    }

    /// The plan, or the time that a quiet period moves it to.
    ///
    /// @throws PostRefused when a quiet period refuses it
    private static Plan outsideQuiet(Desk desk, Plan plan, Instant now) {
        if (plan instanceof Plan.Later) {
            return plan;
        }
        QuietCalendar quiet = desk.quiet();
        ZoneId zone = desk.place().zone();
        PostRefused.ifAnyError(quiet.checks(plan, now, zone));
        return quiet.shifted(plan, now, zone);
    }

    private static void plan(Post post, Plan plan, ZoneId zone, Instant now) {
        switch (plan) {
            case Plan.Later _, Plan.Queue _ -> post.unschedule(now);
            case Plan.Now(Duration respite) -> post.scheduleAt(DueTime.exactly(now.plus(respite), zone), now);
            case Plan.At(DueTime due) -> post.scheduleAt(due, now);
        }
    }

    private static Wording wording(Desk desk, PostOrder order) {
        String lang = order.lang() == null ? desk.place().locale() : order.lang();
        return Wording.of(order.text(), lang);
    }

    private void requirePublishFor(PostOrder order) {
        if (!(order.plan() instanceof Plan.Later)) {
            permissions.require(order.brand(), Permission.PUBLISH);
        }
    }

    /// A post of a brand that the member does not see is not found, whatever the database would show.
    private Post toChange(PostId id, Permission permission) {
        try {
            Post post = posts.toChange(id);
            permissions.require(post.brand(), permission);
            return post;
        } catch (BrandNotFound unseen) {
            throw new PostNotFound(id);
        }
    }

    private void record(Handle handle, Post post, String action) {
        MemberScope member = permissions.require(post.brand(), Permission.WRITE);
        String detail = String.format(Locale.ROOT, "{\"state\":\"%s\",\"revision\":%d}", post.state(), post.revision());
        trail.record(
                handle, new AuditEntry(member.workspace(), member.member(), post.brand(), action, post.id(), detail));
    }

    private Desk desk(Handle handle, Post post) {
        return new Desk(handle, permissions.require(post.brand(), Permission.WRITE), post.brand());
    }
}
