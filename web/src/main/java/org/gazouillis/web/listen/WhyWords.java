package org.gazouillis.web.listen;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.gazouillis.listen.FoundBecause;
import org.gazouillis.listen.FoundBecause.Merit;
import org.gazouillis.listen.FoundBecause.Place;
import org.gazouillis.listen.FoundBecause.Reason;
import org.gazouillis.web.i18n.Messages;

/// Why a post is found and why it stands where it does, in sentences of one language.
///
/// @param found sentences of what the search asked for
/// @param stands sentences of its place
public record WhyWords(List<String> found, List<String> stands) {
    private static final Set<String> OF_THE_TEXT = Set.of("WORD", "PHRASE", "BEGINNING", "NEAR");

    public WhyWords {
        found = List.copyOf(found);
        stands = List.copyOf(stands);
    }

    static WhyWords of(FoundBecause because, Messages texts) {
        return of(because, texts, because.zone());
    }

    /// @param zone in which times are told
    static WhyWords of(FoundBecause because, Messages texts, ZoneId zone) {
        Telling telling = new Telling(because, texts, zone);
        return new WhyWords(telling.found(), telling.stands());
    }

    private record Telling(FoundBecause because, Messages texts, ZoneId zone) {
        List<String> found() {
            List<String> sentences = new ArrayList<>();
            if (because.reasons().isEmpty()) {
                sentences.add(texts.text("why.everything"));
            }
            because.reasons().forEach(reason -> sentences.add(sentence(reason)));
            if (because.brand() != null) {
                sentences.add(texts.text("why.brand", because.brand()));
            } else if (because.status().imported()) {
                sentences.add(texts.text("why.imported", because.status().name()));
            } else {
                sentences.add(texts.text("why.public"));
            }
            return sentences;
        }

        private String sentence(Reason reason) {
            String asked = bare(reason);
            if (reason.without()) {
                return texts.text("why.without", reason.asked());
            }
            return texts.text("why.kind." + reason.kind(), asked, addition(reason));
        }

        /// Words stand in the language's own quotation marks.
        private static String bare(Reason reason) {
            String asked = reason.asked();
            boolean quoted = asked.length() > 2 && asked.startsWith("\"") && asked.endsWith("\"");
            return quoted ? asked.substring(1, asked.length() - 1) : asked;
        }

        private Object addition(Reason reason) {
            return switch (reason.kind()) {
                case "LIKES" -> because.likes();
                case "REPOSTS" -> because.reposts();
                case "REPLIES" -> because.replies();
                case "TIME" -> posted();
                default -> places(reason.places());
            };
        }

        private String places(List<Place> places) {
            return places.isEmpty()
                    ? ""
                    : places.stream()
                            .map(place -> texts.text("why.place." + place.how(), place.said()))
                            .collect(Collectors.joining("; ", " (", ")"));
        }

        List<String> stands() {
            List<String> sentences = new ArrayList<>();
            switch (because.order()) {
                case NEWEST -> sentences.add(texts.text("why.newest", posted()));
                case ENGAGED ->
                    sentences.add(texts.text(
                            "why.engaged", together(), because.likes(), because.reposts(), because.replies()));
                case RELEVANCE -> because.merit().ifPresent(merit -> relevance(merit, sentences));
            }
            sentences.add(place());
            return sentences;
        }

        private long together() {
            return (long) because.likes() + because.reposts() + because.replies();
        }

        private void relevance(Merit merit, List<String> sentences) {
            boolean words = because.reasons().stream()
                    .anyMatch(reason -> !reason.without() && OF_THE_TEXT.contains(reason.kind()));
            sentences.add(texts.text("why.best", merit.score()));
            sentences.add(texts.text(words ? "why.best.words" : "why.best.no-words", merit.alike()));
            sentences.add(texts.text(
                    "why.best.engaged", merit.engaged(), because.likes(), because.reposts(), because.replies()));
            sentences.add(texts.text("why.best.recent", merit.recent(), posted()));
        }

        private String place() {
            OptionalLong before = because.before();
            return before.isPresent() ? texts.text("why.before", before.getAsLong()) : texts.text("why.behind");
        }

        private String posted() {
            return FoundCard.time(because.status(), texts.getLocale(), zone);
        }
    }
}
