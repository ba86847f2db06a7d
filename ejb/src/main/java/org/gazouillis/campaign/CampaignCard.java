package org.gazouillis.campaign;

import java.time.LocalDate;
import java.util.List;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;

/// A campaign as lists and pickers show it.
public record CampaignCard(
        CampaignId id,
        BrandId brand,
        String name,
        String slug,
        LocalDate startsOn,
        LocalDate endsOn,
        List<String> hashtags) {}
