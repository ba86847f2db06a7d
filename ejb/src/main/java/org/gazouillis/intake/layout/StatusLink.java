package org.gazouillis.intake.layout;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A link to one status on X or Twitter: it tells author and id, whole even where a spreadsheet rounded the id
/// column.
///
/// @param author `null` in the old form `twitter.com/statuses/1`
record StatusLink(@Nullable String author, String id) {
    private static final Pattern X = Pattern.compile(
            "https?://(?:www\\.|mobile\\.)?(?:twitter|x)\\.com/(?:(?:i/web|([A-Za-z0-9_]{1,20}))/)?status(?:es)?/(\\d{1,19})(?:[/?#].*)?");

    static @Nullable StatusLink of(@Nullable String url) {
        if (url == null) {
            return null;
        }
        var match = X.matcher(url);
        return match.matches() ? new StatusLink(match.group(1), match.group(2)) : null;
    }
}
