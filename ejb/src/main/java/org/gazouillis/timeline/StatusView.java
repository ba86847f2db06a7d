package org.gazouillis.timeline;

import java.time.Instant;
import java.util.List;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.microblog.Mention;
import org.gazouillis.microblog.Poll;
import org.gazouillis.microblog.Profile;
import org.gazouillis.microblog.StatusImage;
import org.jspecify.annotations.Nullable;

/// A status with everything a reader sees of it.
///
/// @param hashtags without `#`, folded
/// @param liked whether the viewer likes it; false for an anonymous viewer
/// @param reposted whether the viewer reposted it; false for an anonymous viewer
/// @param bookmarked whether the viewer keeps it; false for an anonymous viewer, and for brands, which keep nothing
/// @param flash whether its brand marked it as urgent
/// @param acknowledged whether the viewer said that they have read a flash
/// @param quote what it shows beneath its own words, if anything
/// @param poll what it asks, if anything
/// @param repostOf the repeated status when this is a repost, whose own text is empty
public record StatusView(
        StatusId id,
        Profile author,
        String text,
        String lang,
        Instant createdAt,
        @Nullable StatusId inReplyTo,
        @Nullable ProfileId inReplyToProfile,
        List<Mention> mentions,
        List<String> hashtags,
        int likes,
        int reposts,
        int replies,
        int quotes,
        boolean liked,
        boolean reposted,
        boolean bookmarked,
        boolean flash,
        boolean acknowledged,
        @Nullable Quoted quote,
        @Nullable StatusView repostOf,
        List<StatusImage> images,
        @Nullable Poll poll) {
    public StatusView(
            StatusId id,
            Profile author,
            String text,
            String lang,
            Instant createdAt,
            @Nullable StatusId inReplyTo,
            @Nullable ProfileId inReplyToProfile,
            List<Mention> mentions,
            List<String> hashtags,
            int likes,
            int reposts,
            int replies,
            boolean liked,
            boolean reposted,
            @Nullable StatusView repostOf) {
        this(
                id,
                author,
                text,
                lang,
                createdAt,
                inReplyTo,
                inReplyToProfile,
                mentions,
                hashtags,
                likes,
                reposts,
                replies,
                0,
                liked,
                reposted,
                false,
                false,
                false,
                null,
                repostOf,
                List.of(),
                null);
    }

    /// The status whose text is shown and which is liked, reposted and replied to.
    public StatusView shown() {
        return repostOf == null ? this : repostOf;
    }
}
