package org.gazouillis.engage;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What counts as a view, in one place. Whoever changes a number raises the version, which is printed with the
/// measure.
///
/// - The reader's page reports a card when at least [#VISIBLE_SHARE] of it was visible for at least [#VISIBLE_FOR].
/// - The same viewer and status count at most once per [#ONCE_PER]; a view dated before the last counted one of that
///   viewer and status does not count. A repost's card counts for the original.
/// - The reported time is kept between [#OLDEST] ago and now; without one it is now.
/// - An account's own views of its own statuses do not count.
/// - Programs do not count: those whose `User-Agent` matches [#ROBOTS]. The list names crawlers, link previewers and
///   monitors that say what they are; it is no defence against one that lies. Nor do browsers that fetch or draw a page
///   ahead and say so (`Sec-Purpose`). What they report of a brand's statuses is counted apart: how many reports were
///   removed is a measure of its own.
public final class ViewRules {
    public static final int VERSION = 2;
    public static final double VISIBLE_SHARE = 0.5;
    public static final Duration VISIBLE_FOR = Duration.ofSeconds(1);
    public static final Duration ONCE_PER = Duration.ofMinutes(30);
    public static final Duration OLDEST = Duration.ofHours(1);
    public static final int MOST_PER_CALL = 200;
    static final Pattern ROBOTS = Pattern.compile(
            "bot\\b|bots?[/;) ]|crawl|spider|slurp|preview|facebookexternalhit|embedly|pingdom|uptime|monitor"
                    + "|lighthouse|archiver|validator",
            Pattern.CASE_INSENSITIVE);

    private ViewRules() {}

    static boolean isProgram(@Nullable String userAgent) {
        return userAgent != null && ROBOTS.matcher(userAgent).find();
    }
}
