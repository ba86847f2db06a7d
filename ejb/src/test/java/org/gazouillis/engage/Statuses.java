package org.gazouillis.engage;

import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.testrig.World;

/// Puts statuses on the micro-blog of a test world, at the time of its clock.
public final class Statuses {
    private Statuses() {}

    public static StatusId post(World world, ProfileId author) {
        long id = world.ids().next();
        world.worker()
                .useHandle(handle -> handle.execute(
                        "insert into status (id, profile_id, text, lang, created_at, conversation_id)"
                                + " values (?, ?, 'Bonjour', 'fr', ?, ?)",
                        id,
                        author.value(),
                        world.clock().instant(),
                        id));
        return new StatusId(id);
    }

    /// Marked as urgent.
    public static StatusId flash(World world, ProfileId author) {
        StatusId status = post(world, author);
        world.worker()
                .useHandle(handle -> handle.execute("update status set flash = true where id = ?", status.value()));
        return status;
    }

    public static StatusId repost(World world, ProfileId author, StatusId original) {
        long id = world.ids().next();
        world.worker()
                .useHandle(handle -> handle.execute(
                        "insert into status (id, profile_id, text, lang, created_at, conversation_id, repost_of)"
                                + " values (?, ?, '', 'fr', ?, ?, ?)",
                        id,
                        author.value(),
                        world.clock().instant(),
                        id,
                        original.value()));
        return new StatusId(id);
    }

    /// A published post of the brand in a campaign of its own, and the status that came of it.
    public static StatusId publish(World world, MemberScope author, BrandId brand, ProfileId profile, long campaign) {
        StatusId status = post(world, profile);
        long post = world.ids().next();
        long publication = world.ids().next();
        world.worker().useTransaction(handle -> {
            handle.createUpdate("""
                            insert into campaign (workspace_id, id, brand_id, name, slug, starts_on, ends_on, created_at)
                            values (:workspace, :campaign, :brand, 'Spring', 'spring-' || :campaign, '2026-01-01',
                              '2026-12-31', :now) on conflict do nothing
                            """)
                    .bind("workspace", author.workspace())
                    .bind("campaign", campaign)
                    .bind("brand", brand)
                    .bind("now", world.clock().instant())
                    .execute();
            handle.createUpdate("""
                            insert into post (workspace_id, id, brand_id, campaign_id, author_id, text, lang, state,
                              content_hash, published_at, created_at, updated_at)
                            values (:workspace, :post, :brand, :campaign, :author, 'Bonjour', 'fr', 'PUBLISHED', '',
                              :now, :now, :now)
                            """)
                    .bind("workspace", author.workspace())
                    .bind("post", post)
                    .bind("brand", brand)
                    .bind("campaign", campaign)
                    .bind("author", author.member())
                    .bind("now", world.clock().instant())
                    .execute();
            handle.createUpdate("""
                            insert into publication (workspace_id, id, post_id, brand_id, account_id, network,
                              profile_id, state, status_id, published_at)
                            select workspace_id, :publication, :post, brand_id, id, network, profile_id, 'CONFIRMED',
                              :status, :now from social_account where profile_id = :profile
                            """)
                    .bind("publication", publication)
                    .bind("post", post)
                    .bind("status", status)
                    .bind("profile", profile)
                    .bind("now", world.clock().instant())
                    .execute();
            handle.execute("update status set publication_id = ? where id = ?", publication, status.value());
        });
        return status;
    }
}
