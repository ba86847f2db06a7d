package org.gazouillis.web.dashboard;

import java.time.Instant;
import org.gazouillis.dashboard.TopPost;
import org.gazouillis.rollup.Measure;

/// A post in the list of the best.
public record TopPostRow(
        String link,
        String text,
        String lang,
        Instant at,
        String time,
        String impressions,
        String reach,
        String engagements,
        String rate) {
    static TopPostRow of(TopPost post, FigureText figures, TimeText times) {
        return new TopPostRow(
                "/dashboard/post?id=" + post.statusId(),
                post.text(),
                post.lang(),
                post.createdAt(),
                times.moment(post.createdAt()),
                figures.count(post.tally().views()),
                figures.count(post.reach()),
                figures.count(post.tally().engagements()),
                figures.of(
                        Measure.Unit.SHARE, post.figure(Measure.ENGAGEMENT_RATE).value()));
    }
}
