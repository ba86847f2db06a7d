package org.gazouillis.publish;

import org.jdbi.v3.core.Handle;

/// What a fence covers, as SQL, and the gate that makes its commit the moment after which nothing leaves.
///
/// Whoever is about to send takes three steps in one transaction: [#pass], then a statement that asks
/// [#OVER_POST] or [#OVER_PUBLICATION] and writes down that it sends, then the commit. Raising a fence first
/// [#close]s the gate: it waits for those inside, and whoever comes later waits for its commit and sees it.
/// Without the gate, a claim that began a moment before the fence's commit could still commit after it. The gate
/// must be passed by a statement of its own: a statement sees what was committed when it began, so one that waited
/// inside would not see the fence.
public final class FenceGate {
    /// Of PostgreSQL's advisory locks; no other part of the house uses them.
    private static final long LOCK = 0x4645_4E43_4553L;

    /// Whether the fence `f` covers the post `p`, whether it stands or not.
    static final String COVERS = """
            f.workspace_id = p.workspace_id
            and (f.brand_id is null or f.brand_id = p.brand_id)
            and (f.campaign_id is null or f.campaign_id = p.campaign_id)
            and (f.network is null or exists (
              select from social_account fa where fa.workspace_id = p.workspace_id and fa.id = any (p.account_ids)
                and fa.network = f.network))
            and (f.pattern is null or normalize(p.text, NFKD) ~ f.pattern
              or normalize(p.trial ->> 'text', NFKD) ~ f.pattern
              or normalize(p.poll ->> 'options', NFKD) ~ f.pattern)
            """;

    /// Whether any fence stands over the post `p`. A post that also goes to a stopped network is held whole, so that
    /// it never goes out half.
    public static final String OVER_POST =
            "exists (select from fence f where f.released_at is null and " + COVERS + ")";

    /// Whether any fence stands over the publication `u` of the post `p`: one over another network does not.
    public static final String OVER_PUBLICATION =
            "exists (select from fence f where f.released_at is null and (f.network is null or f.network = u.network) and "
                    + COVERS + ")";

    private FenceGate() {}

    /// Goes through, together with any number of others, until the transaction ends; waits while a fence is being
    /// raised.
    public static void pass(Handle handle) {
        lock(handle, "pg_advisory_xact_lock_shared");
    }

    /// Waits until nobody is inside, and lets nobody in until the transaction ends.
    static void close(Handle handle) {
        lock(handle, "pg_advisory_xact_lock");
    }

    private static void lock(Handle handle, String how) {
        handle.createQuery("select " + how + "(:key)::text")
                .bind("key", LOCK)
                .mapTo(String.class)
                .one();
    }
}
