package org.gazouillis.boot.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gazouillis.network.PostText;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// Statuses, replies and quotes of people, written as `microblog.StatusPoster` writes them, many at once.
final class Statuses {
    private final Handle handle;
    private final BackDatedIds ids;
    private final List<Said> all = new ArrayList<>();

    Statuses(Handle handle, BackDatedIds ids) {
        this.handle = handle;
        this.ids = ids;
    }

    private record Said(
            long id,
            Crowd.Person by,
            String text,
            @Nullable Long parent,
            @Nullable Long quoted,
            Instant at) {}

    void add(Crowd.Person by, String text, @Nullable Long parent, Instant at) {
        all.add(new Said(ids.at(at), by, text, parent, null, at));
    }

    void quote(Crowd.Person by, String text, long quoted, Instant at) {
        all.add(new Said(ids.at(at), by, text, null, quoted, at));
    }

    void write() {
        if (all.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                insert into status (id, profile_id, text, lang, created_at, in_reply_to, conversation_id, quote_of,
                                    hashtags)
                values (:id, :by, :text, :lang, :at, :parent, coalesce(:parent, :id), :quoted, :tags)
                """);
        for (Said said : all) {
            batch.bind("id", said.id())
                    .bind("by", said.by().id())
                    .bind("text", said.text())
                    .bind("lang", said.by().lang())
                    .bind("at", said.at())
                    .bind("parent", said.parent())
                    .bind("quoted", said.quoted())
                    .bind("tags", PostText.entities(said.text()).hashtags().toArray(String[]::new))
                    .add();
        }
        batch.execute();
        announce();
    }

    private void announce() {
        handle.createUpdate("""
                        with said as (select * from status where id = any (:ids)),
                        tagged as (
                          insert into hashtag_status (tag, status_id) select distinct unnest(hashtags), id from said),
                        counted as (
                          insert into status_count (status_id, replies, quotes)
                          select about.id, sum(about.reply), sum(about.quote)
                          from said cross join lateral (values (in_reply_to, 1, 0), (quote_of, 0, 1))
                            about (id, reply, quote)
                          where about.id is not null group by about.id
                          on conflict (status_id) do update set replies = status_count.replies + excluded.replies,
                            quotes = status_count.quotes + excluded.quotes),
                        quoted as (
                          insert into outbox (kind, subject, payload, at)
                          select 'StatusQuoted', quote_of, jsonb_build_object('profile', profile_id), created_at
                          from said where quote_of is not null order by id)
                        insert into outbox (kind, subject, payload, at)
                        select 'StatusPosted', id,
                               jsonb_build_object('profile', profile_id, 'inReplyTo', in_reply_to), created_at
                        from said order by id
                        """)
                .bind("ids", all.stream().map(Said::id).toArray(Long[]::new))
                .execute();
    }
}
