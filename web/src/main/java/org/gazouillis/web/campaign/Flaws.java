package org.gazouillis.web.campaign;

import java.util.Locale;
import org.gazouillis.campaign.CampaignNotPlausible;
import org.gazouillis.web.i18n.Messages;

/// Why a campaign cannot be like that, in the reader's language.
final class Flaws {
    private Flaws() {}

    static String text(CampaignNotPlausible flaw, Messages words) {
        return words.text("campaign.flaw." + flaw.part().name().toLowerCase(Locale.ROOT));
    }
}
