package org.gazouillis.trial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gazouillis.compose.PostNotFound;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.kernel.TypedId;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Where members see how a trial stands, and end it. It is planned where the post is written.
@ApplicationScoped
public class TrialDesk {
    /// What has begun stands in its own row; what has not, on the post.
    private static final String SHEET = """
            select p.id as post_id, p.brand_id, t.status_id, coalesce(t.first_text, p.text) as first_text,
                   coalesce(t.text, p.trial ->> 'text') as text,
                   coalesce(t.share, (p.trial ->> 'share')::float8) as share,
                   coalesce(t.measure, p.trial ->> 'measure') as measure,
                   coalesce(t.least, (p.trial ->> 'least')::float8) as least, coalesce(t.alpha, 0.05) as alpha,
                   (p.trial ->> 'days')::int as days, t.began_at, t.ends_at, t.ended_at, m.name as ended_by, t.kept,
                   t.ground
            from post p
            left join trial t on t.workspace_id = p.workspace_id and t.post_id = p.id
            left join member m on m.workspace_id = t.workspace_id and m.id = t.ended_by
            where p.workspace_id = :workspace and p.trial is not null and %s
            """;

    private Jdbi db;
    private Permissions permissions;
    private TrialCloser closer;
    private Clock clock;

    @Inject
    public TrialDesk(@AppDb Jdbi db, Permissions permissions, TrialCloser closer, Clock clock) {
        this.db = db;
        this.permissions = permissions;
        this.closer = closer;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway.Init")
    TrialDesk() {}

    /// @throws PostNotFound when the member sees no such post
    /// @throws TrialNotFound when it has no trial
    @Transactional
    public TrialSheet read(PostId post) {
        return of(post).orElseThrow(() -> new TrialNotFound(post));
    }

    /// The trial of a post; empty when it has none.
    ///
    /// @throws PostNotFound when the member sees no such post
    @Transactional
    public Optional<TrialSheet> of(PostId post) {
        require(post, Permission.ANALYSE);
        return db.withHandle(handle -> sheet(handle, "p.id = :id", post));
    }

    /// The trial of a status, running or over; empty when it has none that the member may analyse.
    @Transactional
    public Optional<TrialSheet> of(StatusId status) {
        return db.withHandle(handle -> sheet(handle, "t.status_id = :id", status))
                .filter(sheet -> permissions.may(sheet.facts().brandId(), Permission.ANALYSE));
    }

    /// Whether the member may end it.
    @Transactional
    public boolean mayEnd(TrialSheet sheet) {
        return sheet.state() == TrialSheet.State.RUNNING
                && permissions.may(sheet.facts().brandId(), Permission.PUBLISH);
    }

    /// Ends it now.
    ///
    /// @param kept what everybody sees from now on
    /// @throws PostNotFound when the member sees no such post
    /// @throws org.gazouillis.security.PermissionDenied when they may not publish for its brand
    /// @throws TrialNotFound when it has no trial
    /// @throws TrialNotRunning when it has not begun, or is over
    @Transactional
    public TrialSheet end(PostId post, Kept kept) {
        MemberScope member = require(post, Permission.PUBLISH);
        TrialSheet.State state = read(post).state();
        return db.withHandle(handle -> {
            RunningTrial trial = RunningTrial.of(handle, member.workspace(), List.of(post)).stream()
                    .filter(each -> !each.removed())
                    .findFirst()
                    .orElseThrow(() -> new TrialNotRunning(post, state));
            Instant now = clock.instant();
            ArmCounts counts =
                    TrialCount.of(handle, List.of(trial), now).getOrDefault(trial.statusId(), ArmCounts.NONE);
            if (!closer.close(handle, trial, kept, Ground.HAND, member.member())) {
                throw new TrialNotRunning(post, TrialSheet.State.ENDED);
            }
            new TrialLook(now, counts).keep(handle, trial);
            return read(post);
        });
    }

    private Optional<TrialSheet> sheet(Handle handle, String which, TypedId id) {
        MemberScope member = permissions.requireScope("read");
        return handle.createQuery(String.format(Locale.ROOT, SHEET, which))
                .bind("workspace", member.workspace())
                .bind("id", id.value())
                .map(Sql.row(TrialSheet.Facts.class))
                .findOne()
                .map(facts -> new TrialSheet(
                        facts,
                        facts.statusId() == null
                                ? List.of()
                                : TrialLook.all(handle, member.workspace(), facts.statusId())));
    }

    private MemberScope require(PostId post, Permission permission) {
        MemberScope member = permissions.requireScope("read");
        BrandId brand = db.withHandle(handle -> handle.createQuery(
                                "select brand_id from post where workspace_id = :workspace and id = :post")
                        .bind("workspace", member.workspace())
                        .bind("post", post)
                        .mapTo(BrandId.class)
                        .findOne())
                .orElseThrow(() -> new PostNotFound(post));
        try {
            return permissions.require(brand, permission);
        } catch (BrandNotFound unseen) {
            throw new PostNotFound(post);
        }
    }
}
