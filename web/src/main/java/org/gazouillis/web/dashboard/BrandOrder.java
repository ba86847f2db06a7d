package org.gazouillis.web.dashboard;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.gazouillis.dashboard.BrandStanding;
import org.gazouillis.rollup.Measure;
import org.jspecify.annotations.Nullable;

/// How brands that stand side by side are ordered. Figures go from the largest down; brands without one come last.
enum BrandOrder {
    /// As they come: those in trouble first.
    TROUBLE(null),
    NAME(null),
    POSTS(Measure.POSTS_PUBLISHED),
    IMPRESSIONS(Measure.IMPRESSIONS),
    ENGAGEMENTS(Measure.ENGAGEMENTS),
    RATE(Measure.ENGAGEMENT_RATE),
    REACH(Measure.REACH);

    private final @Nullable Measure measure;

    BrandOrder(@Nullable Measure measure) {
        this.measure = measure;
    }

    /// Nonsense falls back to trouble first.
    static BrandOrder of(@Nullable String key) {
        return Arrays.stream(values())
                .filter(order -> order.key().equals(key))
                .findFirst()
                .orElse(TROUBLE);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Those whose name or handle holds the words, in this order; ties stay as they come.
    List<BrandStanding> of(List<BrandStanding> brands, String words) {
        String wanted = words.toLowerCase(Locale.ROOT);
        return brands.stream()
                .filter(brand -> brand.name().toLowerCase(Locale.ROOT).contains(wanted)
                        || brand.handle().contains(wanted))
                .sorted(comparator())
                .toList();
    }

    private Comparator<BrandStanding> comparator() {
        return switch (this) {
            case TROUBLE -> (_, _) -> 0;
            case NAME -> Comparator.comparing(BrandStanding::name, String.CASE_INSENSITIVE_ORDER);
            case POSTS, IMPRESSIONS, ENGAGEMENTS, RATE, REACH -> Comparator.comparing(this::down);
        };
    }

    private double down(BrandStanding brand) {
        Number value = measure == null
                ? null
                : measure.of(brand.figures().now().totals()).value();
        return value == null ? Double.MAX_VALUE : -value.doubleValue();
    }
}
