package org.gazouillis.web.dashboard;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What the page of all brands shows, as it stands in its address. Nonsense falls back to what a newcomer sees.
///
/// @param figures the period and the one that it is compared with; of the rest, nothing is used
/// @param words   what names are narrowed to; empty for all
record BrandsAddress(AnalyticsAddress figures, BrandOrder order, String words) {
    private static final int LONGEST_WORDS = 80;
    private static final List<String> OF_FIGURES = List.of("period", "from", "to", "against", "since");

    static BrandsAddress read(Map<String, String> query) {
        String words = query.getOrDefault("q", "").strip();
        return new BrandsAddress(
                AnalyticsAddress.read(query, ""),
                BrandOrder.of(query.get("sort")),
                words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words);
    }

    /// The same page with another value of one parameter.
    BrandsAddress with(String parameter, String value) {
        Map<String, String> changed = parameters();
        changed.put(parameter, value);
        return read(changed);
    }

    /// The same brands as a file.
    String file() {
        Map<String, String> asked = parameters();
        String period = asked.getOrDefault("period", "");
        asked.remove("period");
        if (AnalyticsAddress.PERIODS.containsKey(period)) {
            asked.put("days", String.valueOf(AnalyticsAddress.PERIODS.get(period)));
        }
        asked.put("bom", "true");
        return "/api/desk/v1/overview/file?" + query(asked);
    }

    /// Where a brand's figures of the same period are.
    String ofBrand(String handle) {
        return AnalyticsAddress.read(parameters(), handle).toString();
    }

    @Override
    public String toString() {
        return "/dashboard/brands?" + query(parameters());
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>(figures.parameters());
        parameters.keySet().retainAll(OF_FIGURES);
        if (order != BrandOrder.TROUBLE) {
            parameters.put("sort", order.key());
        }
        if (!words.isEmpty()) {
            parameters.put("q", words);
        }
        return parameters;
    }

    static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
