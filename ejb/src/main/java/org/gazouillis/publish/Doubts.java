package org.gazouillis.publish;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gazouillis.audit.AuditEntry;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.PublicationId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// What a person decides about a publication that the house cannot decide: look again, it is there, it is not and
/// shall be sent again. Each word stands in the log of tries and in the trail.
@ApplicationScoped
public class Doubts {
    private static final Set<PublicationState> UNCLEAR = EnumSet.of(PublicationState.NEEDS_PERSON);

    private Jdbi db;
    private Permissions permissions;
    private Receipts receipts;
    private AuditTrail trail;
    private TimeOrderedIds ids;

    @Inject
    public Doubts(@AppDb Jdbi db, Permissions permissions, Receipts receipts, AuditTrail trail, TimeOrderedIds ids) {
        this.db = db;
        this.permissions = permissions;
        this.receipts = receipts;
        this.trail = trail;
        this.ids = ids;
    }

    @SuppressWarnings("NullAway.Init")
    Doubts() {}

    /// Has it looked up once more.
    ///
    /// @throws PublicationSettled when it is not in doubt
    @Transactional
    public Receipt lookAgain(PublicationId id) {
        return decide(
                id,
                "LOOK_AGAIN",
                UNCLEAR,
                "state = 'UNKNOWN', failure = null, looks = 0, absences = 0, next_at = now()");
    }

    /// Takes the person's word that it is there. The next part of a thread then answers the last one that we know by
    /// name.
    ///
    /// @throws PublicationSettled when it is not in doubt
    @Transactional
    public Receipt itIsThere(PublicationId id) {
        return decide(
                id,
                "IT_IS_THERE",
                UNCLEAR,
                "state = case when part < steps then 'DUE' else 'CONFIRMED' end, part = least(part + 1, steps),"
                        + " failure = null, published_at = coalesce(sent_at, now()), next_at = now(), attempts = 0,"
                        + " unknowns = 0, looks = 0, absences = 0, sent_at = case when part = steps then sent_at end");
    }

    /// Takes the person's word that it is not there, or that what stopped it is mended, and has it sent now.
    ///
    /// @throws PublicationSettled when it may be there, or its whole post has to be planned again instead
    @Transactional
    public Receipt sendAgain(PublicationId id) {
        if (!receipts.one(id).facts().resendable()) {
            throw new PublicationSettled(receipts.one(id).facts().state());
        }
        return decide(
                id,
                "SEND_AGAIN",
                PublicationState.SENDABLE,
                "state = 'DUE', failure = null, due_at = now(), next_at = now(), attempts = 0, unknowns = 0, looks = 0,"
                        + " absences = 0, media_ids = case when part > 1 then media_ids else '{}' end,"
                        + " media_ready = case when part > 1 then media_ready else 0 end");
    }

    private Receipt decide(PublicationId id, String word, Set<PublicationState> from, String change) {
        Receipt.Facts facts = receipts.one(id).facts();
        MemberScope member = permissions.require(facts.brandId(), Permission.PUBLISH);
        db.useHandle(handle -> {
            if (change(handle, member, id, from, change) == 0) {
                throw new PublicationSettled(facts.state());
            }
            log(handle, member, facts, word);
            PostOutcome.settle(handle, List.of(facts.postId()), ids);
        });
        return receipts.one(id);
    }

    private static int change(
            Handle handle, MemberScope member, PublicationId id, Set<PublicationState> from, String change) {
        return handle.createUpdate(String.format(Locale.ROOT, """
                        update publication set %s, fence = fence + 1
                        where workspace_id = :workspace and id = :id and state = any (:from) and profile_id is null
                        """, change))
                .bind("workspace", member.workspace())
                .bind("id", id)
                .bind("from", PublicationState.names(from))
                .execute();
    }

    private void log(Handle handle, MemberScope member, Receipt.Facts facts, String word) {
        handle.createUpdate("""
                        insert into attempt (workspace_id, id, brand_id, publication_id, kind, started_at, ended_at, outcome,
                                             member_id)
                        values (:workspace, :attempt, :brand, :id, 'PERSON', now(), now(), :word, :member)
                        """)
                .bind("workspace", member.workspace())
                .bind("attempt", ids.next())
                .bind("brand", facts.brandId())
                .bind("id", facts.id())
                .bind("word", word)
                .bind("member", member.member())
                .execute();
        String detail = String.format(Locale.ROOT, "{\"post\":%s,\"word\":\"%s\"}", facts.postId(), word);
        trail.record(
                handle,
                new AuditEntry(
                        member.workspace(),
                        member.member(),
                        facts.brandId(),
                        "publication.decided",
                        facts.id(),
                        detail));
    }
}
