package org.gazouillis.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gazouillis.audit.AuditEntry;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Reads and changes a brand's house rules. Whoever bans a word need not look for it: planned posts that hold it are
/// kept back in the same transaction, and none can be planned past it.
@ApplicationScoped
public class Policies {
    private static final int FETCH = 1_000;

    private Jdbi db;
    private Permissions permissions;
    private AuditTrail trail;

    @Inject
    public Policies(@AppDb Jdbi db, Permissions permissions, AuditTrail trail) {
        this.db = db;
        this.permissions = permissions;
        this.trail = trail;
    }

    @SuppressWarnings("NullAway.Init")
    Policies() {}

    @Transactional
    public BrandPolicy of(BrandId brand) {
        MemberScope member = permissions.require(brand, Permission.VIEW);
        return db.withHandle(handle -> read(handle, member, brand));
    }

    /// Puts these rules in the place of the old ones, and gives how many planned posts are held from now on.
    ///
    /// @param revision the revision that was read; null means whichever there is
    /// @throws PolicyChangedMeanwhile when it is not the current one
    @Transactional
    public int change(BrandId brand, BrandPolicy wish, @Nullable Integer revision) {
        MemberScope member = permissions.require(brand, Permission.SET_RULES);
        return db.withHandle(handle -> {
            lock(handle, brand, "pg_advisory_xact_lock");
            int current = read(handle, member, brand).revision();
            if (revision != null && revision != current) {
                throw new PolicyChangedMeanwhile(revision, current);
            }
            write(handle, member, brand, wish);
            int held = hold(handle, member, brand, offenders(handle, member, brand, wish));
            String detail = String.format(
                    Locale.ROOT,
                    "{\"held\":%d,\"banned\":%d}",
                    held,
                    wish.banned().size());
            trail.record(
                    handle,
                    new AuditEntry(member.workspace(), member.member(), brand, "brand.rules-changed", brand, detail));
            return held;
        });
    }

    /// While a post is being planned, the brand's rules stay as they are.
    static void keepStill(Handle handle, BrandId brand) {
        lock(handle, brand, "pg_advisory_xact_lock_shared");
    }

    static BrandPolicy read(Handle handle, MemberScope member, BrandId brand) {
        return handle.createQuery("""
                        select banned, vocabulary, max_hashtags, alt_text_required, revision from brand_policy
                        where workspace_id = :workspace and brand_id = :brand
                        """)
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .map(Sql.row(BrandPolicy.class))
                .findOne()
                .orElse(BrandPolicy.OPEN);
    }

    private static void lock(Handle handle, BrandId brand, String how) {
        handle.execute("select " + how + "(hashtext('brand_policy'), hashtext(?))", brand.toString());
    }

    private static void write(Handle handle, MemberScope member, BrandId brand, BrandPolicy wish) {
        handle.createUpdate("""
                        insert into brand_policy (workspace_id, brand_id, banned, vocabulary, max_hashtags,
                                                  alt_text_required, changed_at)
                        values (:workspace, :brand, :banned, :vocabulary, :hashtags, :altText, now())
                        on conflict (workspace_id, brand_id) do update
                        set banned = excluded.banned, vocabulary = excluded.vocabulary,
                            max_hashtags = excluded.max_hashtags, alt_text_required = excluded.alt_text_required,
                            revision = brand_policy.revision + 1, changed_at = excluded.changed_at
                        """)
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .bind("banned", wish.banned().toArray(String[]::new))
                .bind("vocabulary", wish.vocabulary().toArray(String[]::new))
                .bind("hashtags", wish.maxHashtags())
                .bind("altText", wish.altTextRequired())
                .execute();
    }

    /// Judged here and not in SQL, so that one rule says what a word is.
    private static List<PostId> offenders(Handle handle, MemberScope member, BrandId brand, BrandPolicy wish) {
        WordList banned = new WordList(wish.banned());
        if (wish.banned().isEmpty()) {
            return List.of();
        }
        try (Stream<Planned> planned = handle
                .createQuery("""
                        select id, concat_ws(' ', text, trial ->> 'text',
                                 (select string_agg(each ->> 'text', ' ') from jsonb_array_elements(parts) as each),
                                 (select string_agg(each, ' ') from jsonb_array_elements_text(poll -> 'options') as each),
                                 (select string_agg(value ->> 'text', ' ') from jsonb_each(variants))) as text
                        from post
                        where workspace_id = :workspace and brand_id = :brand and state = 'SCHEDULED'
                        """)
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .setFetchSize(FETCH)
                .map(Sql.row(Planned.class))
                .stream()) {
            return planned.filter(each -> banned.isIn(each.text()))
                    .map(Planned::id)
                    .toList();
        }
    }

    private static int hold(Handle handle, MemberScope member, BrandId brand, List<PostId> posts) {
        return posts.isEmpty()
                ? 0
                : handle.createQuery("""
                        with held as (
                          update post set state = 'HELD', failure = 'banned word', version = version + 1,
                                 updated_at = now()
                          where workspace_id = :workspace and brand_id = :brand and id = any (:posts)
                            and state = 'SCHEDULED' returning id),
                        announced as (
                          insert into outbox (kind, workspace_id, subject, payload, at)
                          select 'PublishMissed', :workspace, id, jsonb_build_object('brand', :brand, 'state', 'HELD'), now()
                          from held)
                        select count(*)::int from held
                        """)
                        .bind("workspace", member.workspace())
                        .bind("brand", brand)
                        .bind("posts", posts.stream().map(PostId::value).toArray(Long[]::new))
                        .mapTo(Integer.class)
                        .one();
    }

    private record Planned(PostId id, String text) {}
}
