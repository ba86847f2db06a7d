package org.gazouillis.boot.demo;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What one brand is and says, read from `<handle>.txt`: its campaigns (days from the demo's first day, hashtag,
/// goal, target, budget), its
/// sentences with places like `{jour}` to be filled from the slots, and what it will say soon.
record Script(
        String handle,
        String name,
        ZoneId zone,
        String colour,
        String lang,
        int followers,
        List<Idea> campaigns,
        Lines lines) {
    private static final Pattern PLACE = Pattern.compile("\\{(\\p{L}+)2?}");

    /// A campaign: `from` and `to` are days counted from the demo's first day.
    ///
    /// @param goal the key of a measure, with `target` by its last day
    /// @param budget in whole euros
    record Idea(String slug, String name, int from, int to, String hashtag, String goal, long target, int budget) {
        boolean runsOn(int day) {
            return from <= day && day <= to;
        }
    }

    static Script of(String handle) {
        Lines lines = Lines.of(handle + ".txt");
        List<String> brand = lines.of("brand", "").getFirst().parts("\\|");
        List<Idea> campaigns = lines.of("campaign", "").stream()
                .map(line -> line.parts("\\|"))
                .map(parts -> new Idea(
                        parts.get(0),
                        parts.get(1),
                        Integer.parseInt(parts.get(2)),
                        Integer.parseInt(parts.get(3)),
                        parts.get(4),
                        parts.get(5),
                        Long.parseLong(parts.get(6)),
                        Integer.parseInt(parts.get(7))))
                .toList();
        return new Script(
                brand.get(0),
                brand.get(1),
                ZoneId.of(brand.get(2)),
                brand.get(3),
                brand.get(4),
                Integer.parseInt(brand.get(5)),
                campaigns,
                lines);
    }

    /// A sentence of this campaign, or with `""` one of no campaign.
    String say(String campaign, Random random) {
        return filled(pick(lines.values("say", campaign), random), random);
    }

    /// The n-th of the sentences that go out soon; then others.
    String soon(int n, Random random) {
        List<String> sentences = lines.values("soon", "");
        List<String> running = campaigns.stream()
                .filter(idea -> idea.runsOn(0))
                .map(Idea::slug)
                .toList();
        return n < sentences.size() ? filled(sentences.get(n), random) : say(running.get(n % running.size()), random);
    }

    private String filled(String sentence, Random random) {
        StringBuilder filled = new StringBuilder();
        Set<String> used = new HashSet<>();
        Matcher place = PLACE.matcher(sentence);
        while (place.find()) {
            List<String> choices = lines.of("slot", place.group(1)).getFirst().parts(";");
            String choice = pick(choices, random);
            while (!used.add(choice)) {
                choice = pick(choices, random);
            }
            place.appendReplacement(filled, Matcher.quoteReplacement(choice));
        }
        place.appendTail(filled);
        return capitalised(filled.toString());
    }

    private String capitalised(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.forLanguageTag(lang)) + sentence.substring(1);
    }

    static <T> T pick(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
