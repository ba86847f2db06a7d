package org.gazouillis.campaign;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.gazouillis.kernel.AccountId;
import org.jspecify.annotations.Nullable;

/// What a campaign is for, what it may cost and how it looks.
///
/// @param goal null for none
/// @param budget null for none
/// @param utm what its links carry
/// @param accounts on which it speaks; none means all of the brand
/// @param colour `#RRGGBB`, upper case
/// @throws CampaignNotPlausible when the colour is none
public record CampaignTerms(
        @Nullable Goal goal, @Nullable Budget budget, UtmTemplate utm, List<AccountId> accounts, String colour) {
    public static final String COLOUR = "#0B6E75";
    private static final Pattern SIX_DIGITS = Pattern.compile("#[0-9A-F]{6}");
    public static final CampaignTerms NONE =
            new CampaignTerms(null, null, UtmTemplate.of(UtmTemplate.DEFAULT), List.of(), COLOUR);

    public CampaignTerms {
        accounts = accounts.stream().distinct().toList();
        colour = colour.strip().toUpperCase(Locale.ROOT);
        if (!SIX_DIGITS.matcher(colour).matches()) {
            throw new CampaignNotPlausible(
                    CampaignNotPlausible.Part.COLOUR, "A colour is written like #0B6E75, not \"" + colour + "\".");
        }
    }

    /// The same with its goal that many days later.
    public CampaignTerms later(long days) {
        return new CampaignTerms(goal == null ? null : goal.plusDays(days), budget, utm, accounts, colour);
    }
}
