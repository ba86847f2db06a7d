package org.gazouillis.campaign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The parameters that a campaign's links carry, as a query with places to be filled:
/// `utm_source={network}&utm_medium=social`. Analytics tools tell upper from lower case, so everything is lower case.
///
/// @param parameters names and values in the order in which they were given
public record UtmTemplate(Map<String, String> parameters) {
    public static final String DEFAULT =
            "utm_source={network}&utm_medium=social&utm_campaign={campaign}&utm_content={post}";
    /// What a value may name, see [#fill].
    public static final List<String> VARIABLES = List.of("campaign", "campaign_id", "brand", "network", "post");

    private static final Set<String> NAMES = new TreeSet<>(Set.of(
            "utm_id",
            "utm_source",
            "utm_medium",
            "utm_campaign",
            "utm_source_platform",
            "utm_term",
            "utm_content",
            "utm_creative_format",
            "utm_marketing_tactic"));
    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");
    private static final int LONGEST = 500;

    public UtmTemplate {
        parameters = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /// Reads a template; the empty text means that links stay as they are.
    ///
    /// @throws CampaignNotPlausible when a parameter is no UTM parameter or comes twice, or a place cannot be
    /// filled
    public static UtmTemplate of(String text) {
        String given = text.strip().toLowerCase(Locale.ROOT);
        if (given.length() > LONGEST) {
            throw refused("A UTM template has at most " + LONGEST + " characters.");
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : given.isEmpty() ? List.<String>of() : List.of(given.split("&", -1))) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1).strip();
            if (!NAMES.contains(name) || value.isEmpty()) {
                throw refused("\"" + pair + "\" is not a UTM parameter with a value. There are: "
                        + String.join(", ", NAMES) + ". Write them like " + DEFAULT + ".");
            }
            if (parameters.put(name, value) != null) {
                throw refused(name + " stands twice in the UTM template.");
            }
            requireKnown(value);
        }
        return new UtmTemplate(parameters);
    }

    /// Names and values with their places filled, lower case, not encoded. A parameter one of whose places has no
    /// value is left out: an empty one would only blur the figures.
    public Map<String, String> fill(Map<String, String> variables) {
        Map<String, String> filled = new LinkedHashMap<>();
        parameters.forEach((name, value) -> {
            List<String> missing = new ArrayList<>();
            String text = VARIABLE.matcher(value).replaceAll(place -> {
                String known = variables.getOrDefault(place.group(1), "");
                if (known.isEmpty()) {
                    missing.add(place.group(1));
                }
                return Matcher.quoteReplacement(known.toLowerCase(Locale.ROOT));
            });
            if (missing.isEmpty()) {
                filled.put(name, text);
            }
        });
        return filled;
    }

    /// As it is written and stored.
    public String text() {
        return String.join(
                "&",
                parameters.entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .toList());
    }

    private static void requireKnown(String value) {
        VARIABLE.matcher(value)
                .results()
                .map(place -> place.group(1))
                .filter(name -> !VARIABLES.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw refused("There is nothing to fill {" + name + "} with. There are: {"
                            + String.join("}, {", VARIABLES) + "}.");
                });
        if (VARIABLE.matcher(value).replaceAll("").matches(".*[{}&#\\s].*")) {
            throw refused("\"" + value + "\" holds a lone brace, a space, & or #. Use letters, digits, - and _.");
        }
    }

    private static CampaignNotPlausible refused(String why) {
        return new CampaignNotPlausible(CampaignNotPlausible.Part.UTM, why);
    }
}
