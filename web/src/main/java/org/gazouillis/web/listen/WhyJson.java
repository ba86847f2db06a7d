package org.gazouillis.web.listen;

import java.util.List;
import java.util.Locale;
import org.gazouillis.listen.FoundBecause;
import org.gazouillis.web.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// Why a search finds a status, and why it stands where it does.
///
/// @param found why it is found, in sentences of the language that the request accepts
/// @param stands why it stands where it does, likewise
/// @param reasons the same as `found`, for programs: the parts of the query that hold, in their order
/// @param order `newest`, `relevance` or `engaged`
/// @param before how many stand before it; left out when it lies behind those that are put in order
/// @param likes of this moment; so are `reposts` and `replies`
/// @param merit left out unless the order is by relevance
public record WhyJson(
        String id,
        List<String> found,
        List<String> stands,
        List<ReasonJson> reasons,
        String order,
        @Nullable Long before,
        int likes,
        int reposts,
        int replies,
        @Nullable MeritJson merit) {
    public WhyJson {
        found = List.copyOf(found);
        stands = List.copyOf(stands);
        reasons = List.copyOf(reasons);
    }

    /// @param kind `word`, `phrase`, `beginning`, `near`, `tag`, `mention`, `author`, `addressee`, `language`,
    /// `source`, `trait`, `link`, `brand`, `campaign`, `list`, `time`, `likes`, `reposts`, `replies`,
    /// `impressions` or `ids`
    /// @param asked as a query says it
    /// @param without whether it was asked not to be so
    public record ReasonJson(String kind, String asked, boolean without, List<PlaceJson> places) {
        public ReasonJson {
            places = List.copyOf(places);
        }
    }

    /// @param said as it stands in the text
    /// @param how `written`, `folded` (other accents, or an article), another `form`, or within a `hashtag`
    public record PlaceJson(String said, String how) {}

    /// `score` is the product of the others.
    public record MeritJson(double alike, double engaged, double recent, double score) {}

    static WhyJson of(FoundBecause because, Messages texts) {
        WhyWords words = WhyWords.of(because, texts);
        return new WhyJson(
                Long.toString(because.status().id()),
                words.found(),
                words.stands(),
                because.reasons().stream().map(WhyJson::reason).toList(),
                because.order().word(),
                because.before().isPresent() ? because.before().getAsLong() : null,
                because.likes(),
                because.reposts(),
                because.replies(),
                because.merit()
                        .map(merit -> new MeritJson(merit.alike(), merit.engaged(), merit.recent(), merit.score()))
                        .orElse(null));
    }

    private static ReasonJson reason(FoundBecause.Reason reason) {
        return new ReasonJson(
                reason.kind().toLowerCase(Locale.ROOT),
                reason.asked(),
                reason.without(),
                reason.places().stream()
                        .map(place -> new PlaceJson(place.said(), place.how().toLowerCase(Locale.ROOT)))
                        .toList());
    }
}
