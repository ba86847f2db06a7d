package org.gazouillis.boot.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.gazouillis.compose.PostLinks;
import org.gazouillis.network.PostText;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Writes posts as `compose` does, and those that are out as the claim of `publish` does: publication, status,
/// hashtags and facts in one statement, dated when they went out.
final class PostRows {
    /// What a claim takes between the due instant and the commit.
    private static final Duration LATENESS = Duration.ofMillis(180);

    private final Handle handle;
    private final Voice voice;

    PostRows(Handle handle, Voice voice) {
        this.handle = handle;
        this.voice = voice;
    }

    void write(List<PlannedPost> posts) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into post (workspace_id, id, brand_id, campaign_id, author_id, account_ids, text, lang, hashtags,
                                  mentions, urls, state, due_at, local_at, zone, content_hash, failure, published_at,
                                  created_at, updated_at)
                values (:workspace, :id, :brand, :campaign, :author, array[:account]::bigint[], :text, :lang, :tags,
                        :mentions, :urls, :state, :due, :local, :zone,
                        sha256(convert_to(:account || E'\\n' || :text, 'UTF8')), :failure, :published, :created,
                        :updated)
                """);
        posts.forEach(post -> add(batch, post));
        batch.execute();
    }

    private void add(PreparedBatch batch, PlannedPost post) {
        PostText.Entities found = PostText.entities(post.text());
        Instant due = post.due();
        LocalDateTime local =
                due == null ? null : LocalDateTime.ofInstant(due, voice.script().zone());
        Instant out = due != null && post.isOut() ? due.plus(LATENESS) : null;
        batch.bind("workspace", voice.workspace())
                .bind("id", post.id())
                .bind("brand", voice.brand())
                .bind("campaign", voice.campaigns().get(post.campaign()))
                .bind("author", voice.member())
                .bind("account", voice.account())
                .bind("text", post.text())
                .bind("lang", voice.script().lang())
                .bind("tags", found.hashtags().toArray(String[]::new))
                .bind("mentions", found.mentions().toArray(String[]::new))
                .bind("urls", found.urls().toArray(String[]::new))
                .bind("state", post.state())
                .bind("due", due)
                .bind("local", local)
                .bind("zone", voice.script().zone().getId())
                .bind("failure", post.failure())
                .bind("published", out)
                .bind("created", post.created())
                .bind("updated", out == null ? post.created() : out)
                .add();
    }

    void publish(List<PlannedPost> posts, BackDatedIds ids) {
        List<PlannedPost> out = posts.stream().filter(PlannedPost::isOut).toList();
        handle.createUpdate("""
                        with sent as materialized (
                          select p.*, t.status_id, t.publication_id
                          from unnest(:posts, :statuses, :publications) as t(post_id, status_id, publication_id)
                          join post p on p.id = t.post_id),
                        published as (
                          insert into publication (workspace_id, id, post_id, brand_id, account_id, network, profile_id,
                                                   state, status_id, content_hash, published_at)
                          select workspace_id, publication_id, id, brand_id, :account, 'gazouillis', :profile,
                                 'CONFIRMED', status_id, content_hash, published_at from sent),
                        posted as (
                          insert into status (id, profile_id, text, lang, created_at, conversation_id, publication_id,
                                              hashtags, mentions, urls)
                          select status_id, :profile, text, lang, published_at, status_id, publication_id, hashtags,
                                 mentions, urls from sent),
                        tagged as (
                          insert into hashtag_status (tag, status_id)
                          select distinct tag, status_id from sent, unnest(hashtags) as tag)
                        insert into outbox (kind, workspace_id, subject, payload, at)
                        select 'StatusPosted', null, status_id,
                               jsonb_build_object('profile', :profile), published_at from sent
                        union all
                        select 'PostPublished', workspace_id, id,
                               jsonb_build_object('brand', brand_id, 'state', 'PUBLISHED'), published_at
                        from sent p where
                        """ + PostLinks.OF_POST)
                .bind("posts", out.stream().map(PlannedPost::id).toArray(Long[]::new))
                .bind("statuses", idsAtDue(out, ids))
                .bind("publications", idsAtDue(out, ids))
                .bind("account", voice.account())
                .bind("profile", voice.profile())
                .execute();
    }

    private static Long[] idsAtDue(List<PlannedPost> posts, BackDatedIds ids) {
        return posts.stream()
                .map(post -> post.due() == null ? post.created() : post.due().plus(LATENESS))
                .map(ids::at)
                .toArray(Long[]::new);
    }
}
