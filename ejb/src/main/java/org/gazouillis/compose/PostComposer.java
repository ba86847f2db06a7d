package org.gazouillis.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.gazouillis.audit.AuditEntry;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.link.Shortener;
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
    private FollowedLinks links;
    private Shortener shortener;

    @Inject
    public PostComposer(
            Posts posts,
            @AppDb Jdbi db,
            Permissions permissions,
            AuditTrail trail,
            TimeOrderedIds ids,
            FollowedLinks links,
            Shortener shortener) {
        this.links = links;
        this.shortener = shortener;
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
                Policies.keepStill(handle, order.brand());
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
            Desk desk = desk(handle, post);
            int before = post.revision();
            desk.keepWording(id, null);
            apply(desk, post, change);
            if (post.revision() != before) {
                desk.keepWording(id, permissions.requireScope("write").member());
            }
            desk.forget(change.details().draft());
            record(handle, post, "post.changed");
        });
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
            return new Examination(desk, links, desk.now()).all(wish(desk, order), editing);
        });
    }

    /// Where an order's links lead: what is to be followed before its checks, outside this transaction.
    @Transactional
    public List<String> leads(PostOrder order) {
        MemberScope member = permissions.require(order.brand(), Permission.VIEW);
        return db.withHandle(handle -> {
            Desk desk = new Desk(handle, member, order.brand());
            return desk.leads(wish(desk, order).urls(), links.own(), desk.now()).outside();
        });
    }

    private Post create(Desk desk, MemberScope member, PostOrder order, PostId id) {
        Instant now = desk.now();
        Examination.Wish wish = new ShortWish(shortener, order).of(wish(desk, order));
        new Examination(desk, links, now).require(wish, order.details(), null);
        Plan plan = outsideQuiet(desk, order.plan(), now);
        desk.requireCampaign(order.campaign());
        Post post =
                Post.draft(id, order.brand(), member.member(), wish.wording(), wish.supplement(), wish.accounts(), now);
        post.file(order.campaign(), now);
        plan(post, plan, desk.place().zone(), now);
        posts.add(post);
        desk.supplements().write(id, wish.supplement());
        desk.forget(order.details().draft());
        return post;
    }

    private void apply(Desk desk, Post post, PostChange change) {
        Instant now = desk.now();
        Examination.Wish wish = wish(desk, post, change);
        new Examination(desk, links, now).require(wish, change.details(), post.id());
        post.reword(wish.wording(), wish.supplement(), wish.accounts(), now);
        if (change.campaign() != null || change.withoutCampaign()) {
            desk.requireCampaign(change.campaign());
            post.file(change.campaign(), now);
        }
        if (change.plan() != null) {
            plan(post, outsideQuiet(desk, wish.plan(), now), desk.place().zone(), now);
        }
        posts.keep();
        desk.supplements().write(post.id(), wish.supplement());
    }

    private static Examination.Wish wish(Desk desk, PostOrder order) {
        String lang = order.lang() == null ? desk.place().locale() : order.lang();
        List<AccountId> accounts = desk.accounts(order.accounts());
        Variables variables = desk.variables(order.plan(), lang);
        return new Examination.Wish(
                Wording.of(variables.resolve(order.text()), lang),
                desk.supplements().wished(order.details().resolved(variables), Supplement.NONE, accounts, lang),
                accounts,
                order.plan());
    }

    private static Examination.Wish wish(Desk desk, Post post, PostChange change) {
        String lang = post.wording().lang();
        Plan plan = Objects.requireNonNullElse(change.plan(), Plan.LATER);
        List<AccountId> accounts = change.accounts() == null ? post.accounts() : desk.accounts(change.accounts());
        Variables variables = desk.variables(plan, lang);
        return new Examination.Wish(
                change.text() == null ? post.wording() : Wording.of(variables.resolve(change.text()), lang),
                desk.supplements()
                        .wished(
                                change.details().resolved(variables),
                                desk.supplements().of(post.id()),
                                accounts,
                                lang),
                accounts,
                plan);
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

    private void requirePublishFor(PostOrder order) {
        if (!(order.plan() instanceof Plan.Later)) {
            permissions.require(order.brand(), Permission.PUBLISH);
        }
    }

    /// A post of a brand that the member does not see is not found, whatever the database would show.
    private Post toChange(PostId id, Permission permission) {
        try {
            // The rules before the row, as whoever changes rules takes them.
            BrandId brand = posts.brandOf(id);
            permissions.require(brand, permission);
            db.useHandle(handle -> Policies.keepStill(handle, brand));
            return posts.toChange(id);
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
