package org.gazouillis.web.campaign;

import org.gazouillis.schedule.PostBatch;
import org.gazouillis.web.dashboard.TimeText;
import org.gazouillis.web.i18n.Messages;

/// A move or cancellation as the campaign's page tells it.
///
/// @param text "34 posts moved by 2 days"
/// @param by who did it and when
/// @param standing whether it may be undone
public record BatchText(String id, String text, String by, boolean standing) {
    private static final int MINUTES_AN_HOUR = 60;

    static BatchText of(PostBatch batch, TimeText times, Messages words) {
        String done = batch.kind() == PostBatch.Kind.CANCEL
                ? words.text("campaign.batch.cancelled", batch.posts())
                : words.text("campaign.batch.moved", batch.posts(), by(batch, words));
        Integer undone = batch.undonePosts();
        return new BatchText(
                Long.toString(batch.id()),
                undone == null ? done : words.text("campaign.batch.undone", done, undone, batch.posts()),
                words.text("campaign.batch.by", batch.member(), times.moment(batch.at())),
                !batch.isUndone());
    }

    private static String by(PostBatch batch, Messages words) {
        if (batch.days() != 0) {
            return words.text("campaign.batch.days", signed(batch.days()), Math.abs(batch.days()));
        }
        return batch.minutes() % MINUTES_AN_HOUR == 0
                ? words.text(
                        "campaign.batch.hours",
                        signed(batch.minutes() / MINUTES_AN_HOUR),
                        Math.abs(batch.minutes() / MINUTES_AN_HOUR))
                : words.text("campaign.batch.minutes", signed(batch.minutes()), Math.abs(batch.minutes()));
    }

    private static String signed(int number) {
        return number > 0 ? "+" : "−";
    }
}
