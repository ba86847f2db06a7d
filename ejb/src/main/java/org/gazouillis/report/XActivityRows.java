package org.gazouillis.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.PublicAddress;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.kernel.TimeRange;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.tenancy.CopiedRow;
import org.jspecify.annotations.Nullable;

/// Reads one brand's statuses in the order and with the cells of X's activity file: own ones, then what was imported,
/// import by import, each in the order of its file. Rates are made anew of their parts, as X did: nothing by nothing
/// is 0, something by nothing `Infinity`. What nobody counted is null.
final class XActivityRows {
    private static final int COLUMNS = 40;
    private static final int FIRST_HALF = 4;
    private static final int SECOND_HALF = 22;
    private static final int RATE = 2;
    private static final int COUNTS = 18;
    private static final String PERIOD = """
             where workspace_id = %d and brand_id = %d
              and created_at >= timestamptz 'epoch' + interval '%d microseconds'
              and created_at < timestamptz 'epoch' + interval '%d microseconds'
            """;
    private static final String OWN = """
            select status_id, text, (date_part('epoch', created_at) * 1000000)::bigint,
                   impressions, engagements, reposts, replies, likes, profile_clicks, link_clicks, hashtag_clicks,
                   detail_expands, null, null, null, follows, null, null, null, media_engagements
            from status_performance""" + PERIOD + " order by status_id";
    private static final String[] FIGURES = {
        "impressions",
        "engagements",
        "reposts",
        "replies",
        "likes",
        "profile_clicks",
        "link_clicks",
        "hashtag_clicks",
        "detail_expands",
        "permalink_clicks",
        "app_opens",
        "app_installs",
        "follows",
        "email_tweets",
        "phone_dials",
        "media_views",
        "media_engagements"
    };
    private static final String IMPORTED = "select foreign_id, permalink, text,"
            + " (date_part('epoch', created_at) * 1000000)::bigint, "
            + String.join(", ", FIGURES) + ", "
            + Stream.of(FIGURES)
                    .map(figure -> "(promoted ->> '" + figure + "')::bigint")
                    .collect(Collectors.joining(", "))
            + " from imported_status" + PERIOD + " order by import_id, line";

    private final WorkspaceId workspace;
    private final BrandId brand;
    private final PublicAddress address;

    XActivityRows(WorkspaceId workspace, BrandId brand, PublicAddress address) {
        this.workspace = workspace;
        this.brand = brand;
        this.address = address;
    }

    List<RowPart> parts(TimeRange published) {
        return List.of(
                new RowPart(within(OWN, published), this::own),
                new RowPart(within(IMPORTED, published), XActivityRows::imported));
    }

    private String within(String sql, TimeRange published) {
        return String.format(
                Locale.ROOT,
                sql,
                workspace.value(),
                brand.value(),
                ChronoUnit.MICROS.between(Instant.EPOCH, published.from()),
                ChronoUnit.MICROS.between(Instant.EPOCH, published.to()));
    }

    private @Nullable Object[] own(CopiedRow row) {
        var cells = new @Nullable Object[COLUMNS];
        long status = row.id();
        cells[0] = Long.toString(status);
        cells[1] = address.status(new StatusId(status));
        cells[2] = row.text();
        cells[3] = row.instant();
        counts(cells, FIRST_HALF, row, COUNTS);
        return cells;
    }

    private static @Nullable Object[] imported(CopiedRow row) {
        var cells = new @Nullable Object[COLUMNS];
        cells[0] = row.text();
        cells[1] = row.text();
        cells[2] = row.text();
        cells[3] = row.instant();
        counts(cells, FIRST_HALF, row, COUNTS);
        counts(cells, SECOND_HALF, row, COUNTS);
        return cells;
    }

    /// Takes so many columns of the half, of which the third is the rate, out of the row.
    private static void counts(@Nullable Object[] cells, int from, CopiedRow row, int columns) {
        for (int i = 0; i < columns; i++) {
            if (i != RATE) {
                cells[from + i] = row.number();
            }
        }
        cells[from + RATE] = rate((Long) cells[from + 1], (Long) cells[from]);
    }

    private static @Nullable Double rate(@Nullable Long engagements, @Nullable Long impressions) {
        if (engagements == null || impressions == null) {
            return null;
        }
        return engagements == 0 ? 0.0 : engagements / (double) impressions;
    }
}
