package org.gazouillis.engage;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a reader opened from a card: the author's profile, one of its hashtags, the status with its answers, or one of
/// its images. Links are not among them: their clicks come from [ClickHandler].
public enum Opened {
    PROFILE(ReportKind.PROFILE_CLICK),
    HASHTAG(ReportKind.HASHTAG_CLICK),
    DETAIL(ReportKind.DETAIL_EXPAND),
    MEDIA(ReportKind.MEDIA_ENGAGEMENT);

    private final ReportKind kind;

    Opened(ReportKind kind) {
        this.kind = kind;
    }

    /// @param key as pages write it: `profile`, `hashtag`, `detail` or `media`
    public static Optional<Opened> named(@Nullable String key) {
        return Arrays.stream(values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(key))
                .findFirst();
    }

    ReportKind kind() {
        return kind;
    }
}
