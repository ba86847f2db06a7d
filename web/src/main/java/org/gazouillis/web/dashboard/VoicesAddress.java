package org.gazouillis.web.dashboard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the page of voices shows, as it stands in its address. Nonsense falls back to what a newcomer sees.
///
/// @param figures the brand and the period; of the rest, nothing is used
/// @param shares  whether the chart shows shares of each day, and not numbers of posts
record VoicesAddress(AnalyticsAddress figures, boolean shares) {
    private static final List<String> OF_FIGURES = List.of("brand", "period", "from", "to");

    static VoicesAddress read(Map<String, String> query, String brand) {
        return new VoicesAddress(AnalyticsAddress.read(query, brand), "share".equals(query.get("show")));
    }

    /// The same page with another value of one parameter.
    VoicesAddress with(String parameter, String value) {
        Map<String, String> changed = parameters();
        changed.put(parameter, value);
        return read(changed, figures.brand());
    }

    @Override
    public String toString() {
        return "/dashboard/voices?" + BrandsAddress.query(parameters());
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>(figures.parameters());
        parameters.keySet().retainAll(OF_FIGURES);
        if (shares) {
            parameters.put("show", "share");
        }
        return parameters;
    }
}
