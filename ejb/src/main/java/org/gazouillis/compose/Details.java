package org.gazouillis.compose;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.DraftId;
import org.gazouillis.kernel.MediaId;
import org.gazouillis.network.PollTerms;
import org.jspecify.annotations.Nullable;

/// What else belongs to a wish for a post; null leaves a thing as it is.
///
/// @param confirmed the warnings that the writer has read and accepts; null means that no warning holds the post up
/// @param draft the draft that this becomes a post of, and that is gone then
/// @param media images of the brand's library
/// @param parts texts that follow as replies; empty ones are left out
/// @param variants what single accounts say instead of the text; an empty text means the text
/// @param shorten whether the links of a new post become short links of this house, tagged for its campaign
/// @param poll what the post shall ask; without options it asks nothing
/// @param trial what some readers shall see instead of the text; an empty text ends the wish for a trial
/// @param flash whether it is urgent
public record Details(
        @Nullable Set<Check.Code> confirmed,
        @Nullable DraftId draft,
        @Nullable List<MediaId> media,
        @Nullable List<String> parts,
        @Nullable Map<AccountId, String> variants,
        boolean shorten,
        @Nullable TrialWish trial,
        @Nullable PollTerms poll,
        @Nullable Boolean flash) {
    /// Nothing else.
    public static final Details NONE = new Details(null, null, null, null, null);

    public Details {
        confirmed = confirmed == null ? null : Set.copyOf(confirmed);
        media = media == null ? null : media.stream().distinct().toList();
        parts = parts == null ? null : List.copyOf(parts);
        variants = variants == null ? null : Map.copyOf(variants);
    }

    public Details(@Nullable Set<Check.Code> confirmed, @Nullable DraftId draft) {
        this(confirmed, draft, null, null, null);
    }

    public Details(
            @Nullable Set<Check.Code> confirmed,
            @Nullable DraftId draft,
            @Nullable List<MediaId> media,
            @Nullable List<String> parts,
            @Nullable Map<AccountId, String> variants) {
        this(confirmed, draft, media, parts, variants, false, null, null, null);
    }

    /// With its links shortened.
    public Details shortening() {
        return new Details(confirmed, draft, media, parts, variants, true, trial, poll, flash);
    }

    /// With a trial of a second text; null leaves it as it is.
    public Details trying(@Nullable TrialWish wish) {
        return new Details(confirmed, draft, media, parts, variants, shorten, wish, poll, flash);
    }

    /// With a poll; null leaves it as it is.
    public Details asking(@Nullable PollTerms wish) {
        return new Details(confirmed, draft, media, parts, variants, shorten, trial, wish, flash);
    }

    /// As a flash, or as none; null leaves it as it is.
    public Details flashing(@Nullable Boolean urgent) {
        return new Details(confirmed, draft, media, parts, variants, shorten, trial, poll, urgent);
    }

    /// With what the names in braces stand for.
    Details resolved(Variables variables) {
        Map<AccountId, String> own = new HashMap<>();
        if (this.variants != null) {
            this.variants.forEach((account, text) -> own.put(account, variables.resolve(text)));
        }
        return new Details(
                confirmed,
                draft,
                media,
                parts == null ? null : parts.stream().map(variables::resolve).toList(),
                this.variants == null ? null : own,
                shorten,
                trial == null ? null : trial.resolved(variables),
                poll == null ? null : poll.reworded(variables::resolve),
                flash);
    }

    /// What readers will see of it, always in the same words: neither what was confirmed on the way, nor where it was
    /// drafted.
    String content() {
        Map<Long, String> sorted = new TreeMap<>();
        if (variants != null) {
            variants.forEach((account, text) -> sorted.put(account.value(), text));
        }
        return media + "\n" + parts + "\n" + sorted + (shorten ? "\nshorten" : "")
                + (trial == null ? "" : "\n" + trial)
                + (poll == null ? "" : "\n" + poll)
                + (Boolean.TRUE.equals(flash) ? "\nflash" : "");
    }
}
