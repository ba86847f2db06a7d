package org.gazouillis.web.campaign;

import java.util.ArrayList;
import java.util.List;
import org.gazouillis.campaign.Goal;
import org.gazouillis.dashboard.BrandPerformance;
import org.gazouillis.dashboard.CampaignReport;
import org.gazouillis.dashboard.Step;
import org.gazouillis.rollup.Measure;
import org.gazouillis.web.dashboard.FigureText;
import org.gazouillis.web.dashboard.SeriesRow;
import org.gazouillis.web.dashboard.TimeText;
import org.gazouillis.web.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// The goal's measure day by day, beside what each day would have to bring if all days brought the same. Reach is no
/// sum of its days, so nothing can be said of what a day must bring.
final class CampaignSeries {
    private CampaignSeries() {}

    static List<SeriesRow> of(CampaignReport report, Messages words) {
        BrandPerformance performance = report.performance();
        FigureText figures = new FigureText(words.getLocale());
        TimeText times = new TimeText(words.getLocale(), report.brand().zone());
        Measure measure = report.measure();
        Double needed = needed(report);
        List<SeriesRow> rows = new ArrayList<>();
        for (BrandPerformance.Bucket bucket : performance.buckets()) {
            Number value = measure.of(bucket.totals()).value();
            rows.add(new SeriesRow(
                    times.bucket(bucket.start(), Step.DAY, performance.buckets().size()),
                    figures.of(measure.unit(), value),
                    needed == null ? FigureText.MISSING : figures.of(Measure.Unit.RATIO, needed),
                    value,
                    needed));
        }
        return rows;
    }

    private static @Nullable Double needed(CampaignReport report) {
        Goal goal = report.sheet().terms().goal();
        return goal == null || report.measure() == Measure.REACH
                ? null
                : goal.target() / (double) report.performance().buckets().size();
    }
}
