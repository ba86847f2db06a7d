package org.gazouillis.campaign;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;

/// What a campaign may cost, in an ISO 4217 currency and with the decimals that this currency has.
///
/// @throws CampaignNotPlausible when the amount is not above zero or too fine, or the currency does not exist
public record Budget(BigDecimal amount, String currency) {
    private static final BigDecimal HIGHEST = new BigDecimal("999999999999");

    public Budget {
        currency = currency.strip().toUpperCase(Locale.ROOT);
        int decimals = decimals(currency);
        if (amount.signum() <= 0
                || amount.compareTo(HIGHEST) > 0
                || amount.stripTrailingZeros().scale() > decimals) {
            throw new CampaignNotPlausible(
                    CampaignNotPlausible.Part.BUDGET,
                    "A budget in " + currency + " is above 0 and has at most " + decimals + " decimals, unlike "
                            + amount.toPlainString() + ".");
        }
        amount = amount.setScale(decimals, RoundingMode.UNNECESSARY);
    }

    private static int decimals(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException unknown) {
            throw new CampaignNotPlausible(
                    CampaignNotPlausible.Part.CURRENCY,
                    "There is no currency \"" + currency + "\". Use the three letters of ISO 4217, such as EUR.");
        }
    }
}
