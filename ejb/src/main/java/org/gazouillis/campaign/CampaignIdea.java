package org.gazouillis.campaign;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.network.PostText;

/// What somebody wants a campaign to be. Hashtags may be written with or without `#`.
///
/// @throws CampaignNotPlausible when the name is empty or too long, the last day lies before the first or years after
///     it, or there are too many hashtags
public record CampaignIdea(BrandId brand, String name, LocalDate startsOn, LocalDate endsOn, List<String> hashtags) {
    /// As long as figures can be cut into days.
    public static final int MOST_DAYS = 731;

    private static final int LONGEST_NAME = 80;
    private static final int MOST_HASHTAGS = 20;

    public CampaignIdea {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new CampaignNotPlausible(
                    CampaignNotPlausible.Part.NAME, "A campaign's name needs 1 to " + LONGEST_NAME + " characters.");
        }
        if (endsOn.isBefore(startsOn)) {
            throw new CampaignNotPlausible(
                    CampaignNotPlausible.Part.ENDS_ON,
                    "The campaign ends on " + endsOn + ", before it starts on " + startsOn
                            + ". Swap the two days or correct one.");
        }
        requireShort(startsOn, endsOn, CampaignNotPlausible.Part.ENDS_ON);
        hashtags = hashtags.stream()
                .map(tag -> PostText.fold(tag.strip().replaceFirst("^[#＃]", "")))
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
        if (hashtags.size() > MOST_HASHTAGS) {
            throw new CampaignNotPlausible(
                    CampaignNotPlausible.Part.HASHTAGS, "A campaign has at most " + MOST_HASHTAGS + " hashtags.");
        }
    }

    /// The name as it may stand in an address: letters without accents, digits and hyphens.
    String slug() {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        String slug = plain.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Nd}]+", "-")
                .replaceAll("^-+|-+$", "");
        return slug.isEmpty() ? "campaign" : slug;
    }

    /// The same under another name, that many days later.
    public CampaignIdea later(String otherName, long days) {
        return new CampaignIdea(brand, otherName, startsOn.plusDays(days), endsOn.plusDays(days), hashtags);
    }

    /// A goal must be reached within the time that figures can show.
    void requireReachable(CampaignTerms terms) {
        Goal goal = terms.goal();
        if (goal == null) {
            return;
        }
        if (goal.on().isBefore(startsOn)) {
            throw new CampaignNotPlausible(
                    CampaignNotPlausible.Part.GOAL_ON,
                    "The goal's day " + goal.on() + " lies before the campaign starts on " + startsOn + ".");
        }
        requireShort(startsOn, goal.on(), CampaignNotPlausible.Part.GOAL_ON);
    }

    private static void requireShort(LocalDate first, LocalDate last, CampaignNotPlausible.Part part) {
        if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            throw new CampaignNotPlausible(
                    part, "From " + first + " to " + last + " it is more than " + MOST_DAYS + " days. Shorten it.");
        }
    }
}
