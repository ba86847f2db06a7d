package org.gazouillis.web.compose;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.List;
import org.gazouillis.trial.ArmCounts;
import org.gazouillis.trial.Difference;
import org.gazouillis.trial.TrialLook;
import org.gazouillis.trial.TrialSheet;
import org.jspecify.annotations.Nullable;

/// An A/B test of a post.
///
/// @param status its status on the timeline; null while it is planned
/// @param state `PLANNED`, `RUNNING` or `ENDED`
/// @param alpha the chance that the interval of the difference ever misses the truth is at most this
/// @param kept which text stays, `A` or `B`; null while it is open
/// @param ground why it is over: `BETTER`, `WORSE`, `ALIKE`, `TIME`, `HAND`, `STOP` or `REMOVED`
/// @param endedBy who ended it; null when it ended by itself
/// @param dataAsOf when it was counted last; null before the first time
/// @param difference of the rates, B less A; null while there are too few people
/// @param course how it stood, hour by hour
@JsonbNillable
public record TrialJson(
        String post,
        @Nullable String status,
        String state,
        double share,
        String measure,
        double least,
        double alpha,
        int days,
        @Nullable Instant beganAt,
        @Nullable Instant endsAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        @Nullable String kept,
        @Nullable String ground,
        @Nullable Instant dataAsOf,
        ArmJson a,
        ArmJson b,
        @Nullable DifferenceJson difference,
        List<LookJson> course) {
    /// @param people who saw this text first more than an hour ago
    /// @param acted how many of them did something of the measure within that hour
    @JsonbNillable
    public record ArmJson(
            String text, long people, long acted, @Nullable Double rate) {}

    public record DifferenceJson(double value, double low, double high) {
        static @Nullable DifferenceJson of(@Nullable Difference found) {
            return found == null ? null : new DifferenceJson(found.value(), found.low(), found.high());
        }
    }

    @JsonbNillable
    public record LookJson(
            Instant at,
            long peopleA,
            long actedA,
            long peopleB,
            long actedB,
            @Nullable DifferenceJson difference) {
        static LookJson of(TrialLook look, TrialSheet sheet) {
            ArmCounts counts = look.counts();
            return new LookJson(
                    look.at(),
                    counts.peopleA(),
                    counts.actedA(),
                    counts.peopleB(),
                    counts.actedB(),
                    DifferenceJson.of(sheet.differenceOf(counts)));
        }
    }

    static TrialJson of(TrialSheet sheet) {
        TrialSheet.Facts facts = sheet.facts();
        ArmCounts counts = sheet.counts();
        return new TrialJson(
                facts.postId().toString(),
                facts.statusId() == null ? null : facts.statusId().toString(),
                sheet.state().name(),
                facts.share(),
                facts.measure().name(),
                facts.least(),
                facts.alpha(),
                facts.days(),
                facts.beganAt(),
                facts.endsAt(),
                facts.endedAt(),
                facts.endedBy(),
                facts.kept() == null ? null : facts.kept().name(),
                facts.ground() == null ? null : facts.ground().name(),
                sheet.asOf(),
                new ArmJson(facts.firstText(), counts.peopleA(), counts.actedA(), counts.rateA()),
                new ArmJson(facts.text(), counts.peopleB(), counts.actedB(), counts.rateB()),
                DifferenceJson.of(sheet.differenceOf(counts)),
                sheet.looks().stream().map(look -> LookJson.of(look, sheet)).toList());
    }
}
