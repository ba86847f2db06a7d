package org.gazouillis.publish;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gazouillis.compose.PostNotFound;
import org.gazouillis.compose.PostState;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.kernel.Slice;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Reads a brand's posts: one, the newest, what is to come, what went wrong.
@ApplicationScoped
public class Queue {
    private static final int MOST = 200;
    private static final String SHEET = """
            select p.id, p.brand_id, b.handle as brand, m.name as author, p.campaign_id, c.name as campaign, p.text, p.lang,
                   p.state, p.due_at, p.local_at, p.zone, b.zone as brand_zone, p.gap_rule, p.late_policy, p.revision, p.version,
                   p.failure, p.published_at, p.created_at,
                   p.attachments::text as attachments, p.parts::text as parts, p.variants::text as variants,
                   p.poll::text as poll, p.flash
            from post p
            join brand b on b.workspace_id = p.workspace_id and b.id = p.brand_id
            join member m on m.workspace_id = p.workspace_id and m.id = p.author_id
            left join campaign c on c.workspace_id = p.workspace_id and c.id = p.campaign_id
            where p.workspace_id = :workspace and %s
            """;

    private Jdbi db;
    private Permissions permissions;

    @Inject
    public Queue(@AppDb Jdbi db, Permissions permissions) {
        this.db = db;
        this.permissions = permissions;
    }

    @SuppressWarnings("NullAway.Init")
    Queue() {}

    /// @throws PostNotFound when there is none that the member may see
    @Transactional
    public PostSheet one(PostId id) {
        MemberScope member = permissions.requireScope("read");
        return db.withHandle(handle -> handle.createQuery(String.format(Locale.ROOT, SHEET, "p.id = :id"))
                .bind("workspace", member.workspace())
                .bind("id", id)
                .map(Sql.row(PostSheet.Facts.class))
                .findOne()
                .filter(facts -> isSeen(facts.brandId()))
                .map(facts -> withOutlets(handle, member, List.of(facts)).getFirst())
                .orElseThrow(() -> new PostNotFound(id)));
    }

    /// The brand's posts in these states, the newest first, `limit` from the cursor on.
    @Transactional
    public Slice<PostSheet> newest(BrandId brand, Set<PostState> states, PostId before, int limit) {
        int page = Math.clamp(limit, 1, MOST);
        List<PostSheet> read = read(
                brand,
                "p.brand_id = :brand and p.state = any (:states) and p.id < :before order by p.id desc limit :limit",
                Map.of("states", names(states), "before", before, "limit", page + 1));
        return Slice.cut(read, page, sheet -> sheet.id().value());
    }

    /// What somebody should look at: what did not go out, what nobody can tell of, and for a week what is out on some
    /// of its accounts only; the latest first.
    @Transactional
    public List<PostSheet> needingSomebody(BrandId brand, int limit) {
        return read(
                brand,
                "p.brand_id = :brand and (p.state in ('FAILED', 'MISSED', 'HELD') or p.failure = 'unclear'"
                        + " or p.failure = 'partly' and p.published_at > now() - interval '7 days')"
                        + " order by p.due_at desc nulls first, p.id desc limit :limit",
                Map.of("limit", limit));
    }

    /// Those that fit, by their time, from a place on; without what a series took back.
    @Transactional
    public QueueSlice matching(BrandId brand, QueueQuery query, Optional<QueuePlace> from, int limit) {
        int size = Math.clamp(limit, 1, MOST);
        Map<String, Object> bindings = new HashMap<>();
        bindings.put("states", names(query.states()));
        bindings.put("account", query.account());
        bindings.put("campaign", query.campaign());
        bindings.put("words", query.words());
        bindings.put("pattern", query.pattern());
        bindings.put("limit", size + 1);
        String place = "";
        if (from.isPresent()) {
            place = " and (coalesce(p.due_at, 'infinity'), p.id) " + (query.latestUp() ? "<=" : ">=")
                    + " (coalesce(:due::timestamptz, 'infinity'), :post)";
            bindings.put("due", from.get().due());
            bindings.put("post", from.get().post());
        }
        return QueueSlice.cut(
                from,
                read(
                        brand,
                        "p.brand_id = :brand and p.state = any (:states) and p.failure is distinct from 'series'"
                                + " and (:account::bigint is null or :account = any (p.account_ids))"
                                + " and (:campaign::bigint is null or p.campaign_id = :campaign)"
                                + " and (:words = '' or p.text ilike :pattern or p.id::text = :words)" + place
                                + " order by "
                                + (query.latestUp() ? "p.due_at desc nulls first, p.id desc" : "p.due_at, p.id")
                                + " limit :limit",
                        bindings),
                size);
    }

    /// The page on which a post stands: it begins with the post, when that is not within the first one.
    @Transactional
    public QueueSlice around(BrandId brand, QueueQuery query, PostId post, int limit) {
        QueueSlice first = matching(brand, query, Optional.empty(), limit);
        if (first.posts().stream().anyMatch(each -> each.id().equals(post))) {
            return first;
        }
        QueueQuery only = new QueueQuery(query.states(), null, null, post.toString(), query.latestUp());
        return matching(brand, only, Optional.empty(), 1).posts().stream()
                .findFirst()
                .map(found -> matching(brand, query, Optional.of(QueuePlace.of(found)), limit))
                .orElse(first);
    }

    private List<PostSheet> read(BrandId brand, String which, Map<String, ?> bindings) {
        MemberScope member = permissions.require(brand, Permission.VIEW);
        return db.withHandle(handle -> withOutlets(
                handle,
                member,
                handle.createQuery(String.format(Locale.ROOT, SHEET, which))
                        .bind("workspace", member.workspace())
                        .bind("brand", brand)
                        .bindMap(bindings)
                        .map(Sql.row(PostSheet.Facts.class))
                        .list()));
    }

    /// An account without a publication stands as the post itself does.
    private static List<PostSheet> withOutlets(Handle handle, MemberScope member, List<PostSheet.Facts> posts) {
        Map<PostId, List<Outlet>> outlets = handle
                .createQuery("""
                        select p.id as post, a.id as account, a.network, a.handle, u.status_id, u.published_at,
                               u.failure, u.remote_url,
                               coalesce(u.state, case p.state when 'CANCELLED' then 'CANCELLED'
                                                              when 'FAILED' then 'REJECTED' else 'DUE' end) as state
                        from post p
                        join social_account a on a.workspace_id = p.workspace_id and a.id = any (p.account_ids)
                        left join publication u on u.post_id = p.id and u.account_id = a.id
                        where p.workspace_id = :workspace and p.id = any (:posts) order by p.id, a.id
                        """)
                .bind("workspace", member.workspace())
                .bind("posts", posts.stream().map(facts -> facts.id().value()).toArray(Long[]::new))
                .map(Sql.row(Outlet.class))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Outlet::post));
        return posts.stream()
                .map(facts -> new PostSheet(facts, outlets.getOrDefault(facts.id(), List.of())))
                .toList();
    }

    private boolean isSeen(BrandId brand) {
        try {
            permissions.require(brand, Permission.VIEW);
            return true;
        } catch (BrandNotFound unseen) {
            return false;
        }
    }

    private static String[] names(Set<PostState> states) {
        return states.stream().map(Enum::name).toArray(String[]::new);
    }
}
