package org.gazouillis.report;

import java.time.Instant;
import java.util.List;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.ExportId;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// A row of `export_job` as its maker may see it.
record ExportRow(
        ExportId id,
        @Nullable BrandId brandId,
        String question,
        String fileName,
        ExportState state,
        @Nullable Long rowCount,
        long rowsWritten,
        long bytesWritten,
        @Nullable String digest,
        @Nullable Instant dataAsOf,
        @Nullable String definitionVersion,
        @Nullable ExportFailure failure,
        String madeBy,
        Instant askedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant expiresAt) {
    private static final String OWN = """
            select e.id, e.brand_id, e.question::text as question, e.file_name, e.state, e.row_count, e.rows_written,
              e.bytes_written, e.digest, e.data_as_of, e.definition_version, e.failure, m.name as made_by, e.asked_at,
              e.finished_at, case e.state when 'CANCELLED' then e.undo_until else e.expires_at end as expires_at
            from export_job e join member m on m.workspace_id = e.workspace_id and m.id = e.member_id
            where e.workspace_id = :workspace and e.member_id = :member
              and (e.state <> 'CANCELLED' or e.undo_until > now())
            """;

    /// @throws ExportNotFound when the member has none of that id
    static ExportJob own(Handle handle, MemberScope member, ExportId id) {
        return handle.createQuery(OWN + " and e.id = :id")
                .bind("workspace", member.workspace())
                .bind("member", member.member())
                .bind("id", id)
                .map(Sql.row(ExportRow.class))
                .findOne()
                .orElseThrow(() -> new ExportNotFound(id))
                .job();
    }

    static List<ExportJob> newest(Handle handle, MemberScope member, BrandId brand, int most) {
        return handle
                .createQuery(OWN + " and (e.brand_id = :brand or e.brand_id is null) order by e.id desc limit :most")
                .bind("workspace", member.workspace())
                .bind("member", member.member())
                .bind("brand", brand)
                .bind("most", most)
                .map(Sql.row(ExportRow.class))
                .list()
                .stream()
                .map(ExportRow::job)
                .toList();
    }

    /// Under whose number the file of an export lies.
    static int writtenBy(Handle handle, MemberScope member, ExportId id) {
        return handle.createQuery("select written_by from export_job where workspace_id = :workspace and id = :id")
                .bind("workspace", member.workspace())
                .bind("id", id)
                .mapTo(Integer.class)
                .one();
    }

    private ExportJob job() {
        KeptWish kept = KeptWish.parse(brandId, question);
        boolean whole = state == ExportState.DONE || state == ExportState.EXPIRED;
        return new ExportJob(
                id,
                kept.wish(),
                kept.zone(),
                fileName,
                state,
                rowCount,
                rowsWritten,
                bytesWritten,
                whole ? digest : null,
                dataAsOf,
                definitionVersion,
                failure,
                madeBy,
                askedAt,
                finishedAt,
                expiresAt);
    }
}
