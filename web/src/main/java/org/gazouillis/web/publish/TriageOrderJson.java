package org.gazouillis.web.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.publish.StopNotPlausible;
import org.gazouillis.publish.TriageDeed;
import org.gazouillis.publish.TriageOrder;
import org.gazouillis.security.BrandNames;
import org.gazouillis.web.compose.LocalTimeJson;
import org.jspecify.annotations.Nullable;

/// A decision about held posts: either `posts` or `"all": true`.
///
/// @param deed `SEND`, `REDATE` or `DROP`
/// @param brand handle or id; narrows `all`
/// @param to when the first goes out, ISO 8601 with offset; or `at`, a local time with its zone
/// @param everySeconds from one post of a brand to the next: 300 when missing for `SEND`; missing for `REDATE` it
///     keeps the distances that the posts had
/// @param undoSeconds before the first is sent, so that there is time to undo
public record TriageOrderJson(
        @Nullable String deed,
        @Nullable List<String> posts,
        @Nullable Boolean all,
        @Nullable String brand,
        @Nullable String to,
        @Nullable LocalTimeJson at,
        @Nullable Integer everySeconds,
        @Nullable Integer undoSeconds) {
    TriageOrder order(BrandNames brands) {
        List<PostId> chosen =
                posts == null ? List.of() : posts.stream().map(PostId::parse).toList();
        if (chosen.isEmpty() != Boolean.TRUE.equals(all)) {
            throw new StopNotPlausible("Say which posts: either \"posts\" with their ids or \"all\": true.");
        }
        BrandId only =
                brand == null || brand.isBlank() ? null : brands.named(brand).id();
        return new TriageOrder(
                named(),
                chosen,
                only,
                time(),
                everySeconds == null ? null : Duration.ofSeconds(everySeconds),
                Duration.ofSeconds(undoSeconds == null ? 0 : undoSeconds));
    }

    private TriageDeed named() {
        return Arrays.stream(TriageDeed.values())
                .filter(each -> each.name().equalsIgnoreCase(deed))
                .findFirst()
                .orElseThrow(() -> new StopNotPlausible("\"deed\" is one of SEND, REDATE and DROP."));
    }

    private @Nullable Instant time() {
        if (at != null) {
            return at.resolve().due().at();
        }
        return to == null ? null : OffsetDateTime.parse(to).toInstant();
    }
}
