package org.gazouillis.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.gazouillis.compose.picture.Picture;
import org.gazouillis.kernel.MediaId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Jdbi;

/// The rows of uploads; everybody has their own.
@ApplicationScoped
@Transactional
class UploadRecords {
    private Jdbi db;
    private TimeOrderedIds ids;

    @Inject
    UploadRecords(@AppDb Jdbi db, TimeOrderedIds ids) {
        this.db = db;
        this.ids = ids;
    }

    @SuppressWarnings("NullAway.Init")
    UploadRecords() {}

    public UploadedImage add(MemberScope member, Picture picture, String hash, String alt) {
        return db.withHandle(handle -> handle.createQuery("""
                        insert into upload (workspace_id, id, member_id, hash, type, width, height, bytes, alt, created_at)
                        values (:workspace, :id, :member, :hash, :type, :width, :height, :bytes, :alt, now())
                        returning id, hash, type, width, height, alt
                        """)
                .bind("workspace", member.workspace())
                .bind("id", ids.next())
                .bind("member", member.member())
                .bind("hash", hash)
                .bind("type", picture.type())
                .bind("width", picture.width())
                .bind("height", picture.height())
                .bind("bytes", (long) picture.content().length + picture.small().length)
                .bind("alt", alt)
                .map(Sql.row(UploadedImage.class))
                .one());
    }

    public Optional<UploadedImage> find(MemberScope member, MediaId id) {
        return db.withHandle(handle -> handle.createQuery("""
                        select id, hash, type, width, height, alt from upload
                        where workspace_id = :workspace and id = :id and member_id = :member
                        """)
                .bind("workspace", member.workspace())
                .bind("id", id)
                .bind("member", member.member())
                .map(Sql.row(UploadedImage.class))
                .findOne());
    }

    public void describe(MemberScope member, MediaId id, String alt) {
        db.useHandle(handle -> handle.createUpdate("""
                        update upload set alt = :alt
                        where workspace_id = :workspace and id = :id and member_id = :member
                        """)
                .bind("alt", alt)
                .bind("workspace", member.workspace())
                .bind("id", id)
                .bind("member", member.member())
                .execute());
    }
}
