package org.gazouillis.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.gazouillis.compose.picture.Picture;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.MediaId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Jdbi;

/// The library's rows.
@ApplicationScoped
@Transactional
class MediaRecords {
    private static final String COLUMNS =
            "id, brand_id, hash, type, width, height, bytes, name, alt_en, alt_fr, created_at";

    private Jdbi db;
    private TimeOrderedIds ids;

    @Inject
    MediaRecords(@AppDb Jdbi db, TimeOrderedIds ids) {
        this.db = db;
        this.ids = ids;
    }

    @SuppressWarnings("NullAway.Init")
    MediaRecords() {}

    /// Bytes that the workspace keeps, today's uploads with them.
    public long kept(MemberScope member) {
        return db.withHandle(handle -> handle.createQuery("""
                        select coalesce(sum(bytes), 0) from (
                          select bytes from media where workspace_id = :workspace
                          union all select bytes from upload where workspace_id = :workspace) as each
                        """)
                .bind("workspace", member.workspace())
                .mapTo(Long.class)
                .one());
    }

    /// The same picture again is the same row; descriptions are only filled in.
    public Media add(MemberScope member, BrandId brand, Picture picture, String hash, String name, Descriptions alt) {
        return db.withHandle(handle -> handle.createQuery("""
                        insert into media (workspace_id, id, brand_id, hash, type, width, height, bytes, name, alt_en, alt_fr,
                                           member_id, created_at)
                        values (:workspace, :id, :brand, :hash, :type, :width, :height, :bytes, :name, :en, :fr, :member,
                                now())
                        on conflict (workspace_id, brand_id, hash) do update
                        set alt_en = coalesce(nullif(excluded.alt_en, ''), media.alt_en),
                            alt_fr = coalesce(nullif(excluded.alt_fr, ''), media.alt_fr)
                        returning\s""" + COLUMNS)
                .bind("workspace", member.workspace())
                .bind("id", ids.next())
                .bind("brand", brand)
                .bind("hash", hash)
                .bind("type", picture.type())
                .bind("width", picture.width())
                .bind("height", picture.height())
                .bind("bytes", (long) picture.content().length + picture.small().length)
                .bind("name", name)
                .bind("en", alt.en())
                .bind("fr", alt.fr())
                .bind("member", member.member())
                .map(Sql.row(Media.class))
                .one());
    }

    public Optional<Media> find(MemberScope member, MediaId id) {
        return db.withHandle(handle -> handle.createQuery(
                        "select " + COLUMNS + " from media where workspace_id = :workspace and id = :id")
                .bind("workspace", member.workspace())
                .bind("id", id)
                .map(Sql.row(Media.class))
                .findOne());
    }

    public List<Media> newest(MemberScope member, BrandId brand, MediaId before, int limit) {
        return db.withHandle(handle -> handle.createQuery("select " + COLUMNS + """
                         from media where workspace_id = :workspace and brand_id = :brand and id < :before
                        order by id desc limit :limit
                        """)
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .bind("before", before)
                .bind("limit", limit)
                .map(Sql.row(Media.class))
                .list());
    }

    public void describe(MemberScope member, MediaId id, Descriptions alt) {
        db.useHandle(handle -> handle.createUpdate(
                        "update media set alt_en = :en, alt_fr = :fr where workspace_id = :workspace and id = :id")
                .bind("en", alt.en())
                .bind("fr", alt.fr())
                .bind("workspace", member.workspace())
                .bind("id", id)
                .execute());
    }

    public void remove(MemberScope member, MediaId id) {
        db.useHandle(handle -> handle.createUpdate("delete from media where workspace_id = :workspace and id = :id")
                .bind("workspace", member.workspace())
                .bind("id", id)
                .execute());
    }

    /// What an image shows, in both languages; empty where nobody said.
    record Descriptions(String en, String fr) {}
}
