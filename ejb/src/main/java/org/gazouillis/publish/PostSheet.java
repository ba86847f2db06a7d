package org.gazouillis.publish;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gazouillis.compose.DueTime;
import org.gazouillis.compose.GapRule;
import org.gazouillis.compose.LatePolicy;
import org.gazouillis.compose.PostState;
import org.gazouillis.compose.Supplement;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.network.PollTerms;
import org.jspecify.annotations.Nullable;

/// A post as it is read: its words, its time, its state, and what became of it on each account.
///
/// @param failure why it is held, missed or failed: `fence`, `late`, `no account`, or the database's words
public record PostSheet(Facts facts, List<Outlet> outlets) {
    /// The post's own row, and the names of what it refers to.
    public record Facts(
            PostId id,
            BrandId brandId,
            String brand,
            String author,
            @Nullable CampaignId campaignId,
            @Nullable String campaign,
            String text,
            String lang,
            PostState state,
            @Nullable Instant dueAt,
            @Nullable LocalDateTime localAt,
            @Nullable String zone,
            String brandZone,
            GapRule gapRule,
            LatePolicy latePolicy,
            int revision,
            int version,
            @Nullable String failure,
            @Nullable Instant publishedAt,
            Instant createdAt,
            @Nullable String attachments,
            @Nullable String parts,
            @Nullable String variants,
            @Nullable String poll,
            boolean flash) {}

    /// What it has beside its text.
    public Supplement supplement() {
        return Supplement.parse(facts.attachments(), facts.parts(), facts.variants(), facts.lang())
                .asking(PollTerms.parse(facts.poll()));
    }

    public PostId id() {
        return facts.id();
    }

    public PostState state() {
        return facts.state();
    }

    /// Zone in which its time was meant, else the brand's.
    public ZoneId zone() {
        return ZoneId.of(Objects.requireNonNullElse(facts.zone(), facts.brandZone()));
    }

    /// When it goes out, with what its author meant; empty while it has no time.
    public Optional<DueTime> due() {
        return facts.dueAt() == null || facts.localAt() == null
                ? Optional.empty()
                : Optional.of(new DueTime(facts.dueAt(), facts.localAt(), zone(), facts.gapRule()));
    }
}
