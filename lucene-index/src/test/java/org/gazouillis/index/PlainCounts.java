package org.gazouillis.index;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What must be counted among [RandomStatuses], counted without any index.
final class PlainCounts {
    private PlainCounts() {}

    static Map<String, Predicate<StatusDocument>> queries() {
        Map<String, Predicate<StatusDocument>> queries = new LinkedHashMap<>();
        queries.put("", _ -> true);
        queries.put("word1", has("word1"));
        queries.put("#tag2", status -> status.hashtags().contains("tag2"));
        queries.put("-word0", has("word0").negate());
        queries.put(
                "word150 OR #tag9",
                has("word150").or(status -> status.hashtags().contains("tag9")));
        queries.put("\"word0 word1\"", status -> (" " + status.text() + " ").contains(" word0 word1 "));
        queries.put(
                "from:author3 lang:fr",
                status -> status.handle().equals("author3") && status.lang().equals("fr"));
        queries.put("nowhere", _ -> false);
        return queries;
    }

    static Predicate<StatusDocument> has(String word) {
        return status -> List.of(status.text().split(" ", -1)).contains(word);
    }

    static List<FacetCount> top(Facet facet, Collection<StatusDocument> statuses, SearchScope scope) {
        Map<String, Long> counts = new HashMap<>();
        statuses.stream()
                .flatMap(status -> values(facet, status, scope))
                .filter(value -> !value.isEmpty())
                .forEach(value -> counts.merge(value, 1L, Long::sum));
        return counts.entrySet().stream()
                .map(entry -> new FacetCount(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(FacetCount::count).reversed().thenComparing(FacetCount::value))
                .limit(7)
                .toList();
    }

    private static Stream<String> values(Facet facet, StatusDocument status, SearchScope scope) {
        boolean ours = status.workspace() == scope.workspace()
                && scope.workspace() != 0
                && scope.brands().contains(status.brand());
        return switch (facet) {
            case HASHTAG -> status.hashtags().stream();
            case AUTHOR -> Stream.of(status.handle());
            case LANGUAGE -> Stream.of(status.lang());
            case SOURCE -> Stream.of(status.source());
            case BRAND -> ours ? Stream.of(Long.toString(status.brand())) : Stream.of();
            case CAMPAIGN -> ours && status.campaign() != 0 ? Stream.of(Long.toString(status.campaign())) : Stream.of();
            case SITE -> status.urls().stream().map(url -> url.substring(8, url.indexOf(".fr") + 3));
        };
    }

    static List<Bar> bars(Step step, ZoneId zone, Collection<StatusDocument> statuses) {
        Map<Instant, Long> counts = new TreeMap<>();
        statuses.forEach(status -> counts.merge(begin(step, zone, status.createdAt()), 1L, Long::sum));
        List<Bar> bars = new ArrayList<>();
        counts.forEach((from, count) -> bars.add(new Bar(from, count)));
        return bars;
    }

    private static Instant begin(Step step, ZoneId zone, Instant at) {
        if (step == Step.QUARTER) {
            return Instant.ofEpochSecond(at.getEpochSecond() / 900 * 900);
        }
        if (step == Step.HOUR) {
            return at.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant();
        }
        LocalDate day = at.atZone(zone).toLocalDate().plusDays(1);
        while (day.atStartOfDay(zone).toInstant().isAfter(at)) {
            day = day.minusDays(1);
        }
        LocalDate first = step == Step.DAY ? day : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return first.atStartOfDay(zone).toInstant();
    }

    static List<Long> newest(List<StatusDocument> statuses) {
        return statuses.stream()
                .sorted(Comparator.comparing(StatusDocument::createdAt)
                        .thenComparing(StatusDocument::id)
                        .reversed())
                .limit(50)
                .map(StatusDocument::id)
                .toList();
    }
}
