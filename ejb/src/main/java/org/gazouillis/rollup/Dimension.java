package org.gazouillis.rollup;

import java.util.Arrays;
import java.util.Locale;

/// By what figures are broken down. A subject of each has rolled-up rows of its own, by quarter of an hour and by day.
///
/// A workspace is none of them: what it reached is the union of those brands of it that the asker sees, see
/// [PeopleSet#addAll].
public enum Dimension {
    BRAND,
    CAMPAIGN,
    /// A social account of ours; its subject is the profile on the micro-blog.
    ACCOUNT,
    /// One status of a brand.
    STATUS,
    /// All statuses of a brand that bear a hashtag.
    HASHTAG,
    /// A short link of a brand: clicks only.
    LINK;

    /// @throws DimensionUnknown which lists those there are
    public static Dimension named(String key) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new DimensionUnknown(
                        key, Arrays.stream(values()).map(Dimension::key).toList()));
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
