package org.gazouillis.listen;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.gazouillis.index.Why;
import org.jspecify.annotations.Nullable;

/// Why a search finds a status, and why it stands where it does.
///
/// @param brand handle of the one brand that was asked about; null for everybody's statuses
/// @param zone in which the search reads days
/// @param reasons the parts of the query that it answers to, in their order; empty when nothing in particular was asked
/// @param before how many stand before it; empty when it lies behind those that are put in order, or nobody counted
/// @param likes of this moment; so are `reposts` and `replies`
/// @param merit by relevance only
public record FoundBecause(
        FoundStatus status,
        SearchOrder order,
        @Nullable String brand,
        ZoneId zone,
        List<Reason> reasons,
        OptionalLong before,
        int likes,
        int reposts,
        int replies,
        Optional<Merit> merit) {
    public FoundBecause {
        reasons = List.copyOf(reasons);
    }

    /// One part of the query.
    ///
    /// @param kind `WORD`, `PHRASE`, `TAG`, `TIME`, … as [Why.Kind] names them
    /// @param asked in the query language
    /// @param without whether it was asked not to be so
    public record Reason(String kind, String asked, boolean without, List<Place> places) {
        public Reason {
            places = List.copyOf(places);
        }
    }

    /// @param said as it stands in the text
    /// @param how `WRITTEN`, `FOLDED`, `FORM` or `HASHTAG`, as [Why.How] names them
    public record Place(String said, String how) {}

    /// The three factors of relevance, and their product. Formulas: [org.gazouillis.index.Merit].
    public record Merit(double alike, double engaged, double recent, double score) {}

    static FoundBecause of(FoundStatus status, SearchQuestion question, ZoneId zone, Why why) {
        Why.Standing standing = why.standing();
        return new FoundBecause(
                status,
                question.order(),
                question.brand(),
                zone,
                why.reasons().stream().map(FoundBecause::reason).toList(),
                standing.before(),
                standing.counts().likes(),
                standing.counts().reposts(),
                standing.counts().replies(),
                standing.merit()
                        .map(merit -> new Merit(merit.alike(), merit.engaged(), merit.recent(), merit.score())));
    }

    private static Reason reason(Why.Reason reason) {
        return new Reason(
                reason.kind().name(),
                reason.asked(),
                reason.without(),
                reason.places().stream()
                        .map(place -> new Place(place.said(), place.how().name()))
                        .toList());
    }
}
