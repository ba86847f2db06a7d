package org.gazouillis.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.PostId;
import org.jspecify.annotations.Nullable;

/// A decision about several held posts.
///
/// @param posts which; empty means all that wait, of `brand` or of every brand where the member may publish
/// @param to when the first goes out, for [TriageDeed#REDATE]
/// @param every the distance from one post of a brand to the next; null keeps the distances that they had
/// @param respite before the first is sent, so that there is time to undo
public record TriageOrder(
        TriageDeed deed,
        List<PostId> posts,
        @Nullable BrandId brand,
        @Nullable Instant to,
        @Nullable Duration every,
        Duration respite) {
    private static final Duration USUAL = Duration.ofMinutes(5);
    private static final Duration SHORTEST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final Duration LONGEST_RESPITE = Duration.ofMinutes(2);

    public TriageOrder {
        posts = List.copyOf(posts);
        if (deed == TriageDeed.SEND && every == null) {
            every = USUAL;
        }
        if (every != null && (every.compareTo(SHORTEST) < 0 || every.compareTo(LONGEST) > 0)) {
            throw new StopNotPlausible("The distance between two posts must lie between 30 seconds and 31 days, so that"
                    + " what was held does not go out as a flood.");
        }
        if ((deed == TriageDeed.REDATE) != (to != null)) {
            throw new StopNotPlausible("Posts are re-dated to a time: give \"to\" with REDATE, and only then.");
        }
        if (respite.isNegative() || respite.compareTo(LONGEST_RESPITE) > 0) {
            throw new StopNotPlausible("The time to undo a sending lies between 0 and 120 seconds.");
        }
    }

    public static TriageOrder send(List<PostId> posts, Duration every, Duration respite) {
        return new TriageOrder(TriageDeed.SEND, posts, null, null, every, respite);
    }

    public static TriageOrder redate(List<PostId> posts, Instant to, @Nullable Duration every) {
        return new TriageOrder(TriageDeed.REDATE, posts, null, to, every, Duration.ZERO);
    }

    public static TriageOrder drop(List<PostId> posts) {
        return new TriageOrder(TriageDeed.DROP, posts, null, null, null, Duration.ZERO);
    }
}
