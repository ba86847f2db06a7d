package org.gazouillis.web.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gazouillis.report.EngagementWish;
import org.gazouillis.report.ExportJob;
import org.gazouillis.report.ExportState;
import org.gazouillis.report.FoundWish;
import org.gazouillis.reports.Column;
import org.jspecify.annotations.Nullable;

/// An export in the background: how far it is, and what its file holds.
///
/// @param state    `QUEUED`, `RUNNING`, `DONE`, `FAILED`, `CANCELLED` or `EXPIRED`
/// @param rows     how many are written
/// @param rowsExpected how many there will be; left out until it is known
/// @param bytes    how many are written
/// @param sha256   of the file, in hexadecimal, once it is whole
/// @param publishedFrom posts published at or after; left out where a search decides
/// @param publishedBefore and before
/// @param query    the search whose finds it holds; left out where a period decides
/// @param sort     `newest`, `relevance` or `engaged`
/// @param columns  of the file, in their order
/// @param zone     of the instants in the file
/// @param locale   `und`: numbers and times are spelt the same in every language
/// @param dataAsOf every fact up to then is counted; or since when what is found was read
/// @param failure  `MAKER` (who asked may not any more), `QUERY` (the search has no answer any more), `DISK_FULL`,
/// `DISK` or `BROKEN`
/// @param madeBy   name of who asked for it
/// @param expiresAt when the file is removed; of a cancelled one, until when it can be restored
/// @param file     where to take the file; left out while there is none
public record ExportJson(
        String id,
        @Nullable String brand,
        String state,
        String fileName,
        long rows,
        @Nullable Long rowsExpected,
        long bytes,
        @Nullable String sha256,
        @Nullable Instant publishedFrom,
        @Nullable Instant publishedBefore,
        @Nullable String query,
        @Nullable String sort,
        List<String> columns,
        String zone,
        String locale,
        @Nullable Map<String, String> definitionVersions,
        @Nullable Instant dataAsOf,
        @Nullable String failure,
        String madeBy,
        Instant askedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant expiresAt,
        @Nullable String file) {
    static ExportJson of(ExportJob job) {
        EngagementWish engagement = job.wish() instanceof EngagementWish wish ? wish : null;
        FoundWish found = job.wish() instanceof FoundWish wish ? wish : null;
        return new ExportJson(
                job.id().toString(),
                job.wish().brand() == null ? null : String.valueOf(job.wish().brand()),
                job.state().name(),
                job.fileName(),
                job.rows(),
                job.rowCount(),
                job.bytes(),
                job.sha256(),
                engagement == null ? null : engagement.published().from(),
                engagement == null ? null : engagement.published().to(),
                found == null ? null : found.query(),
                found == null ? null : found.order().word(),
                job.wish().fileColumns().stream().map(Column::key).toList(),
                job.zone().getId(),
                "und",
                job.definitionVersion() == null ? null : Map.of("engagement", job.definitionVersion()),
                job.dataAsOf(),
                job.failure() == null ? null : job.failure().name(),
                job.madeBy(),
                job.askedAt(),
                job.finishedAt(),
                job.expiresAt(),
                job.state() == ExportState.DONE ? address(job) + "/file" : null);
    }

    static String address(ExportJob job) {
        return "/api/desk/v1/exports/" + job.id();
    }
}
