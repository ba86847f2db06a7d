package org.gazouillis.dashboard;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gazouillis.kernel.BrandId;
import org.jspecify.annotations.Nullable;

/// Under which keys a post stands by everything that is no time.
///
/// @param keys never empty for an axis; a post without any has [Axis#NONE]
record PostTraits(BrandId brand, Map<Axis, List<String>> keys) {
    private static final List<Axis> OF_POSTS =
            Arrays.stream(Axis.values()).filter(Axis::isOfPosts).toList();

    /// A status as the database knows it.
    record Row(
            long id,
            long account,
            String lang,
            List<String> hashtags,
            @Nullable Long campaign,
            @Nullable Long author,
            boolean image,
            boolean link) {}

    static PostTraits of(BrandId brand, Row row) {
        return new PostTraits(
                brand,
                Map.of(
                        Axis.CAMPAIGN, key(row.campaign()),
                        Axis.ACCOUNT, key(row.account()),
                        Axis.HASHTAG, row.hashtags().isEmpty() ? List.of(Axis.NONE) : row.hashtags(),
                        Axis.LANGUAGE, List.of(row.lang().isBlank() ? Axis.NONE : row.lang()),
                        Axis.MEDIA, List.of(row.image() ? "image" : row.link() ? "link" : "text"),
                        Axis.AUTHOR, key(row.author()),
                        Axis.STATUS, key(row.id())));
    }

    /// What happened on no post.
    static PostTraits elsewhere(BrandId brand) {
        Map<Axis, List<String>> keys = new EnumMap<>(Axis.class);
        OF_POSTS.forEach(axis -> keys.put(axis, List.of(Axis.ELSEWHERE)));
        return new PostTraits(brand, keys);
    }

    List<String> of(Axis axis) {
        return axis == Axis.BRAND ? List.of(brand.toString()) : keys.getOrDefault(axis, List.of(Axis.NONE));
    }

    private static List<String> key(@Nullable Long id) {
        return List.of(id == null ? Axis.NONE : id.toString());
    }
}
