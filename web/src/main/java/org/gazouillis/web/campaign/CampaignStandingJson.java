package org.gazouillis.web.campaign;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gazouillis.dashboard.CampaignStanding;
import org.gazouillis.rollup.Measure;
import org.gazouillis.web.dashboard.FigureJson;
import org.jspecify.annotations.Nullable;

/// A campaign beside others of its brand: what it gathered from its first day to the day of its goal, so far.
///
/// @param countedPosts that the interval stands on
/// @param rateLow of the engagement rate's interval of 95 %; null when there are too few posts
/// @param ground what the interval stands on, `posts`, or why there is none, `too_few`
@JsonbNillable
public record CampaignStandingJson(
        String id,
        String name,
        LocalDate startsOn,
        LocalDate endsOn,
        PaceJson goal,
        Map<String, FigureJson> measures,
        int countedPosts,
        @Nullable Double rateLow,
        @Nullable Double rateHigh,
        String ground) {
    static CampaignStandingJson of(CampaignStanding standing, List<Measure> measures) {
        Map<String, FigureJson> figures = new LinkedHashMap<>();
        measures.forEach(measure ->
                figures.put(measure.key(), FigureJson.of(standing.report().of(measure))));
        return new CampaignStandingJson(
                standing.report().sheet().id().toString(),
                standing.report().sheet().card().name(),
                standing.report().sheet().card().startsOn(),
                standing.report().sheet().card().endsOn(),
                PaceJson.of(standing.report()),
                figures,
                standing.counted(),
                standing.rate().low(),
                standing.rate().high(),
                standing.rate().ground().name().toLowerCase(Locale.ROOT));
    }
}
