package org.gazouillis.campaign;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.network.PostText;

/// What somebody wants a new campaign to be. Hashtags may be written with or without `#`.
///
/// @throws CampaignNotPlausible when the name is empty or too long, or the last day lies before the first
public record CampaignIdea(BrandId brand, String name, LocalDate startsOn, LocalDate endsOn, List<String> hashtags) {
    private static final int LONGEST_NAME = 80;

    public CampaignIdea {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new CampaignNotPlausible("A campaign's name needs 1 to " + LONGEST_NAME + " characters.");
        }
        if (endsOn.isBefore(startsOn)) {
            throw new CampaignNotPlausible("The campaign ends on " + endsOn + ", before it starts on " + startsOn
                    + ". Swap the two days or correct one.");
        }
        hashtags = hashtags.stream()
                .map(tag -> PostText.fold(tag.strip().replaceFirst("^[#＃]", "")))
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }

    /// The name as it may stand in an address: letters without accents, digits and hyphens.
    String slug() {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        String slug = plain.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Nd}]+", "-")
                .replaceAll("^-+|-+$", "");
        return slug.isEmpty() ? "campaign" : slug;
    }
}
