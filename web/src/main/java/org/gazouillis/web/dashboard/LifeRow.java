package org.gazouillis.web.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gazouillis.dashboard.BrandPerformance;
import org.gazouillis.rollup.Tally;
import org.gazouillis.web.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// What a post had gathered some hours after it was published; null where that time has not come.
public record LifeRow(
        String label,
        String impressions,
        String engagements,
        @Nullable Long impressionsUntil,
        @Nullable Long engagementsUntil) {
    /// Hours of the clock, each told by its end: the first is the rest of the hour in which the post was published.
    static List<LifeRow> of(Instant published, List<BrandPerformance.Bucket> hours, FigureText text, Messages words) {
        List<LifeRow> rows = new ArrayList<>();
        Tally sum = Tally.NONE;
        for (BrandPerformance.Bucket hour : hours) {
            Instant end = hour.start().plusHours(1).toInstant();
            String label = words.text(
                    "post.life.after",
                    text.decimal(Duration.between(published, end).toMinutes() / 60.0));
            if (hour.totals() == null) {
                rows.add(new LifeRow(label, FigureText.MISSING, FigureText.MISSING, null, null));
            } else {
                sum = sum.plus(hour.totals().tally());
                rows.add(new LifeRow(
                        label, text.count(sum.views()), text.count(sum.engagements()), sum.views(), sum.engagements()));
            }
        }
        return rows;
    }
}
