package org.gazouillis.dashboard;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;

/// By what a [Pivot] parts figures. What belongs to a post is as the post is now; times are those of the brand's clock
/// at which something happened or, by posts, at which the post was published.
public enum Axis {
    /// Key: the brand's id.
    BRAND(Kind.BRAND),
    /// Key: its id; [#NONE] for posts of no campaign.
    CAMPAIGN(Kind.POST),
    /// Key: the id of the social account.
    ACCOUNT(Kind.POST),
    /// Key: in lower case without its sign. A post stands under each of its own, so that these overlap.
    HASHTAG(Kind.POST),
    /// Key: as `fr`.
    LANGUAGE(Kind.POST),
    /// Key: `image`, `link` or `text`; with both an image and a link it is an image.
    MEDIA(Kind.POST),
    /// The member who wrote the post at the desk. Key: their id; [#NONE] for what was said on the timeline itself.
    AUTHOR(Kind.POST),
    /// A single post. Key: the id of its status.
    STATUS(Kind.POST),
    /// Key: as `2026-11-23T09:00+01:00`.
    HOUR(Kind.HOUR),
    /// Key: as `2026-11-23`.
    DAY(Kind.DAY),
    /// Key: its Monday.
    WEEK(Kind.DAY),
    /// Key: as `2026-11`.
    MONTH(Kind.DAY),
    /// Key: `1` for Monday to `7`.
    WEEKDAY(Kind.DAY),
    /// Key: `00` to `23`.
    HOUR_OF_DAY(Kind.HOUR),
    /// Key: weekday and hour, as `1-09`.
    HOUR_OF_WEEK(Kind.HOUR);

    /// Key of posts that have none, as no campaign.
    public static final String NONE = "-";
    /// Key of what happened on no post: clicks on links that stand in none.
    public static final String ELSEWHERE = "~";
    /// Key of all that are not among the first.
    public static final String OTHERS = "*";

    private enum Kind {
        BRAND,
        POST,
        HOUR,
        DAY
    }

    private static final int TWO_DIGITS = 10;

    private final Kind kind;

    Axis(Kind kind) {
        this.kind = kind;
    }

    /// @throws AxisUnknown which lists those there are
    public static Axis named(String key) {
        return Arrays.stream(values())
                .filter(axis -> axis.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AxisUnknown(
                        key, Arrays.stream(values()).map(Axis::key).toList()));
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether it parts by when something happened; its keys are then in the order of time.
    public boolean isTime() {
        return kind == Kind.HOUR || kind == Kind.DAY;
    }

    /// Whether a value of it may take so many columns that nobody could read them.
    public boolean fitsColumns() {
        return this != STATUS && this != HOUR && this != HOUR_OF_WEEK;
    }

    boolean isOfPosts() {
        return kind == Kind.POST;
    }

    boolean needsHours() {
        return kind == Kind.HOUR;
    }

    /// @param local the brand's time
    String keyAt(ZonedDateTime local) {
        LocalDate day = local.toLocalDate();
        return switch (this) {
            case HOUR -> local.truncatedTo(ChronoUnit.HOURS).toOffsetDateTime().toString();
            case DAY -> day.toString();
            case WEEK ->
                day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toString();
            case MONTH -> YearMonth.from(day).toString();
            case WEEKDAY -> String.valueOf(day.getDayOfWeek().getValue());
            case HOUR_OF_DAY -> hour(local);
            case HOUR_OF_WEEK -> day.getDayOfWeek().getValue() + "-" + hour(local);
            case BRAND, CAMPAIGN, ACCOUNT, HASHTAG, LANGUAGE, MEDIA, AUTHOR, STATUS ->
                throw new IllegalStateException(this + " is no time");
        };
    }

    /// Whether it has such a key, whether or not anything stands under it.
    boolean takes(String key) {
        if (key.equals(NONE) || key.equals(ELSEWHERE)) {
            return kind == Kind.POST;
        }
        try {
            return switch (this) {
                case BRAND, CAMPAIGN, ACCOUNT, AUTHOR, STATUS -> key.matches("\\d{1,18}");
                case HASHTAG -> !key.isBlank();
                case LANGUAGE -> key.matches("[\\w-]{1,35}");
                case MEDIA -> key.matches("image|link|text");
                case HOUR -> OffsetDateTime.parse(key).getMinute() == 0;
                case DAY, WEEK -> LocalDate.parse(key).toString().equals(key);
                case MONTH -> YearMonth.parse(key).toString().equals(key);
                case WEEKDAY -> key.matches("[1-7]");
                case HOUR_OF_DAY -> key.matches("[01]\\d|2[0-3]");
                case HOUR_OF_WEEK -> key.matches("[1-7]-([01]\\d|2[0-3])");
            };
        } catch (DateTimeException noTime) {
            return false;
        }
    }

    private static String hour(ZonedDateTime local) {
        return (local.getHour() < TWO_DIGITS ? "0" : "") + local.getHour();
    }
}
