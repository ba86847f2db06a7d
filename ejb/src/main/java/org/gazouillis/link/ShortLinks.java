package org.gazouillis.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.gazouillis.audit.AuditEntry;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.LinkId;
import org.gazouillis.kernel.Slice;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.link.CodeRefused.Reason;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Opens, changes, deletes and lists a brand's short links. Every change of where one leads stands in the trail with
/// before and after.
@ApplicationScoped
public class ShortLinks {
    private static final int MOST_LISTED = 200;

    private Jdbi db;
    private Permissions permissions;
    private AuditTrail trail;
    private TimeOrderedIds ids;
    private OwnAddress own;

    @Inject
    public ShortLinks(@AppDb Jdbi db, Permissions permissions, AuditTrail trail, TimeOrderedIds ids, OwnAddress own) {
        this.db = db;
        this.permissions = permissions;
        this.trail = trail;
        this.ids = ids;
        this.own = own;
    }

    @SuppressWarnings("NullAway.Init")
    ShortLinks() {}

    /// @throws TargetRefused when the address will not do
    /// @throws CodeRefused when the code will not do, or was given before
    /// @throws org.gazouillis.campaign.CampaignNotFound when the brand has no such campaign
    @Transactional
    public ShortLink open(LinkOrder order) {
        MemberScope member = permissions.require(order.brand(), Permission.WRITE);
        LinkTarget typed = LinkTarget.of(order.target(), own);
        String chosen = order.code() == null || order.code().isBlank() ? null : Codes.chosen(order.code());
        return db.withHandle(handle -> {
            LinkTarget target = new Tagging(handle, member.workspace(), order.brand())
                    .tagged(typed, order.campaign(), order.network(), null);
            LinkId id = new LinkId(ids.next());
            boolean written = LinkRows.insert(
                    handle,
                    member,
                    order,
                    new LinkRows.Fresh(id, chosen == null ? Codes.make() : chosen, typed, target));
            if (!written && chosen != null) {
                throw new CodeRefused(Reason.TAKEN, "The code \"" + chosen + "\" was given before. Choose another.");
            }
            while (!written) {
                written = LinkRows.insert(handle, member, order, new LinkRows.Fresh(id, Codes.make(), typed, target));
            }
            ShortLink link = LinkRows.one(handle, member, id);
            record(handle, member, link, "link.opened", "", link.target());
            return link;
        });
    }

    /// @throws LinkNotFound when there is none that the member may see
    /// @throws TargetRefused when the new address will not do
    @Transactional
    public ShortLink change(LinkId id, LinkChange change) {
        ShortLink before = one(id);
        MemberScope member = permissions.require(before.brandId(), Permission.WRITE);
        return db.withHandle(handle -> {
            if (change.target() != null) {
                LinkTarget typed = LinkTarget.of(change.target(), own);
                LinkTarget target = new Tagging(handle, member.workspace(), before.brandId())
                        .tagged(typed, before.campaignId(), null, before.postId());
                LinkRows.lead(handle, member, id, typed, target);
                record(handle, member, before, "link.target-changed", before.target(), target.text());
            }
            if (change.withoutEnd() || change.expiresAt() != null) {
                LinkRows.end(handle, member, id, change.withoutEnd() ? null : change.expiresAt());
                record(handle, member, before, "link.end-changed", "", String.valueOf(change.expiresAt()));
            }
            if (change.enabled() != null && change.enabled() != before.enabled()) {
                LinkRows.enable(handle, member, id, change.enabled());
                record(handle, member, before, change.enabled() ? "link.enabled" : "link.disabled", "", "");
            }
            return LinkRows.one(handle, member, id);
        });
    }

    /// Takes it away for good; its code is never given again, and readers are told that it is gone.
    @Transactional
    public ShortLink delete(LinkId id) {
        ShortLink link = one(id);
        MemberScope member = permissions.require(link.brandId(), Permission.WRITE);
        db.useHandle(handle -> {
            LinkRows.delete(handle, member, id);
            record(handle, member, link, "link.deleted", link.target(), "");
        });
        return link;
    }

    /// @throws LinkNotFound when there is none that the member may see
    @Transactional
    public ShortLink one(LinkId id) {
        MemberScope member = permissions.requireScope("read");
        return db.withHandle(handle -> Optional.of(LinkRows.one(handle, member, id)))
                .filter(link -> member.roles().containsKey(link.brandId()))
                .orElseThrow(() -> new LinkNotFound(id));
    }

    /// The newest first, `limit` from the cursor on.
    ///
    /// @param campaign only its links; null for all of the brand
    @Transactional
    public Slice<ShortLink> newest(BrandId brand, @Nullable CampaignId campaign, LinkId before, int limit) {
        MemberScope member = permissions.require(brand, Permission.VIEW);
        int page = Math.clamp(limit, 1, MOST_LISTED);
        List<ShortLink> read =
                db.withHandle(handle -> LinkRows.newest(handle, member, brand, campaign, before, page + 1));
        return Slice.cut(read, page, link -> link.id().value());
    }

    /// Clicks of the last so many days that had any, the first day first.
    @Transactional
    public List<LinkDay> days(LinkId id, int days) {
        ShortLink link = one(id);
        MemberScope member = permissions.require(link.brandId(), Permission.ANALYSE);
        return db.withHandle(handle -> LinkRows.days(handle, member, link, days));
    }

    /// @param kind `REFERRER` or `DEVICE`
    @Transactional
    public List<LinkSource> sources(LinkId id, String kind) {
        ShortLink link = one(id);
        MemberScope member = permissions.require(link.brandId(), Permission.ANALYSE);
        return db.withHandle(handle -> LinkRows.sources(handle, member, link, kind));
    }

    private void record(Handle handle, MemberScope member, ShortLink link, String action, String before, String after) {
        String detail = Json.createObjectBuilder()
                .add("code", link.code())
                .add("before", before)
                .add("after", after)
                .build()
                .toString();
        trail.record(
                handle, new AuditEntry(member.workspace(), member.member(), link.brandId(), action, link.id(), detail));
    }
}
