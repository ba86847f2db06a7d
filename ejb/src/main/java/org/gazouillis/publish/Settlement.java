package org.gazouillis.publish;

import java.time.Duration;
import java.util.Set;
import org.gazouillis.kernel.TimeOrderedIds;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Writes down what came of a try, in one transaction: publication, try, account, and the post when nothing of it is
/// open any more. Only the holder of the newest fence writes; a node that was away too long changes nothing.
final class Settlement {
    /// An account that had no success for so long is paused.
    private static final Duration LONGEST_FAILING = Duration.ofDays(1);

    private static final String SQL = """
            with settled as (
              update publication
              set state = :state, failure = :failure, next_at = now() + :after * interval '1 millisecond',
                  lease_until = null, unknowns = :unknowns, absences = :absences, looks = :looks,
                  attempts = case when :step then 0 when :outcome = 'IMAGE' then attempts - 1 else attempts end,
                  remote_id = case when part = 1 then coalesce(:remoteId, remote_id) else remote_id end,
                  remote_url = case when part = 1 then coalesce(:remoteUrl, remote_url) else remote_url end,
                  part_ids = case when :remoteId::text is null then part_ids
                                  else array_append(part_ids, :remoteId::text) end,
                  part = part + :step::int, sent_at = case when not :step then sent_at end,
                  media_ids = case when :image::text is null or cardinality(media_ids) > media_ready then media_ids
                                   else array_append(media_ids, :image::text) end,
                  media_ready = media_ready + :shown::int,
                  published_at = case when :state = 'CONFIRMED' or :step then now() else published_at end
              where workspace_id = :workspace and id = :id and fence = :fence and lease_until is not null
              returning workspace_id, id, brand_id, account_id, post_id, network),
            tried as (
              update attempt t
              set ended_at = now(), outcome = :outcome, detail = left(:detail, 500),
                  remote_id = coalesce(:remoteId::text, :image::text),
                  content_hash = case when :image::text is null then t.content_hash end,
                  next_at = case when :state in ('DUE', 'UNKNOWN') and not :step then now() + :after * interval '1 millisecond' end
              from settled s where t.workspace_id = s.workspace_id and t.id = :attempt),
            announced as (
              insert into outbox (kind, workspace_id, subject, payload, at)
              select case :state when 'CONFIRMED' then 'PublicationConfirmed' when 'REJECTED' then 'PublicationRejected'
                                 else 'PublicationUnclear' end,
                     workspace_id, id,
                     jsonb_build_object('post', post_id, 'brand', brand_id, 'account', account_id, 'network', network,
                                        'reason', :failure), now()
              from settled where :state in ('CONFIRMED', 'REJECTED', 'NEEDS_PERSON')),
            written as (
              insert into audit_entry (workspace_id, id, at, brand_id, action, subject, detail)
              select workspace_id, :entry, now(), brand_id, 'publication.' || lower(:state), id,
                     jsonb_build_object('post', post_id, 'outcome', :outcome)
              from settled)
            select count(*) from settled
            """;

    private static final String ACCOUNT = """
            with before as materialized (
              select workspace_id, id, brand_id, state from social_account
              where workspace_id = :workspace and id = :account for update),
            after as (
              update social_account a
              set failing_since = case when :good then null when :failing then coalesce(a.failing_since, now())
                                       else a.failing_since end,
                  paused_until = greatest(a.paused_until, now() + :pause * interval '1 millisecond'),
                  state = case when a.state = 'ACTIVE' and (:trouble is not null or :failing
                                 and a.failing_since < now() - :longest * interval '1 second') then 'PAUSED' else a.state end,
                  trouble = case when a.state <> 'ACTIVE' then a.trouble when :trouble is not null then :trouble
                                 when :failing and a.failing_since < now() - :longest * interval '1 second' then 'FAILING'
                                 else a.trouble end
              from before b where a.workspace_id = b.workspace_id and a.id = b.id
              returning a.workspace_id, a.id, a.brand_id, a.state, a.trouble)
            insert into outbox (kind, workspace_id, subject, payload, at)
            select 'AccountPaused', n.workspace_id, n.id, jsonb_build_object('brand', n.brand_id, 'trouble', n.trouble), now()
            from after n join before b on b.id = n.id where b.state = 'ACTIVE' and n.state = 'PAUSED'
            """;

    private final Jdbi db;
    private final TimeOrderedIds ids;

    Settlement(Jdbi db, TimeOrderedIds ids) {
        this.db = db;
        this.ids = ids;
    }

    /// Whether it was written: false when somebody else holds the publication by now.
    boolean write(Delivery delivery, Verdict verdict) {
        return db.inTransaction(handle -> {
            boolean held = publication(handle, delivery, verdict);
            if (held) {
                account(handle, delivery, verdict);
                if (!PublicationState.OPEN.contains(verdict.state())) {
                    PostOutcome.settle(handle, Set.of(delivery.postId()), ids);
                }
            }
            return held;
        });
    }

    private boolean publication(Handle handle, Delivery delivery, Verdict verdict) {
        return handle.createQuery(SQL)
                        .bind("workspace", delivery.workspaceId())
                        .bind("id", delivery.id())
                        .bind("fence", delivery.fence())
                        .bind("attempt", delivery.attempt())
                        .bind("entry", ids.next())
                        .bind("state", verdict.state().name())
                        .bind("outcome", verdict.outcome())
                        .bind("failure", verdict.failure())
                        .bind("detail", verdict.detail())
                        .bind("after", verdict.after().toMillis())
                        .bind("unknowns", verdict.unknowns())
                        .bind("absences", verdict.absences())
                        .bind("looks", verdict.looks())
                        .bind("step", verdict.isStep())
                        .bind(
                                "shown",
                                verdict.image() != null && verdict.image().ready())
                        .bind(
                                "image",
                                verdict.image() == null ? null : verdict.image().id())
                        .bind(
                                "remoteId",
                                verdict.status() == null
                                        ? null
                                        : verdict.status().id())
                        .bind(
                                "remoteUrl",
                                verdict.status() == null
                                        ? null
                                        : verdict.status().url())
                        .mapTo(Integer.class)
                        .one()
                == 1;
    }

    /// What says nothing of the account leaves it alone, so that not every sending writes its row.
    private static void account(Handle handle, Delivery delivery, Verdict verdict) {
        boolean good = verdict.outcome().equals("CONFIRMED") && isFailing(handle, delivery);
        if (!good
                && !verdict.isFailure()
                && verdict.trouble() == null
                && verdict.pause().isZero()) {
            return;
        }
        handle.createUpdate(ACCOUNT)
                .bind("workspace", delivery.workspaceId())
                .bind("account", delivery.accountId())
                .bind("good", good)
                .bind("failing", verdict.isFailure())
                .bind("pause", verdict.pause().toMillis())
                .bind("trouble", verdict.trouble())
                .bind("longest", LONGEST_FAILING.toSeconds())
                .execute();
    }

    private static boolean isFailing(Handle handle, Delivery delivery) {
        return handle.createQuery("""
                        select failing_since is not null from social_account
                        where workspace_id = :workspace and id = :account
                        """)
                .bind("workspace", delivery.workspaceId())
                .bind("account", delivery.accountId())
                .mapTo(Boolean.class)
                .one();
    }
}
