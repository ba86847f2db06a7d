package org.gazouillis.web.dashboard;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.gazouillis.listen.ShareOfVoice;
import org.jspecify.annotations.Nullable;

/// How often each voice of a brand is heard in a period, among the posts that the caller may find.
///
/// @param zone the brand's, in which days begin
/// @param counted the denominator of all shares: what is counted for all voices together
/// @param posts that some voice finds, each once
/// @param overlap how often a post is counted for one voice more
/// @param repetitionsFolded whether what says nearly the same is counted once; false when posts are too many to be read
/// @param whole false while the search index is being built: then there may be more
public record ShareOfVoiceJson(
        String handle,
        String zone,
        OffsetDateTime from,
        OffsetDateTime to,
        long counted,
        long posts,
        long overlap,
        boolean repetitionsFolded,
        boolean whole,
        List<HeardJson> voices) {
    public ShareOfVoiceJson {
        voices = List.copyOf(voices);
    }

    /// @param posts that its search finds
    /// @param withoutRepetitions null when repetitions are not folded
    /// @param counted the numerator of its share
    /// @param share null when no voice was heard
    /// @param low of the share's interval of 95 % (Wilson's)
    @JsonbNillable
    public record HeardJson(
            String name,
            String query,
            long posts,
            @Nullable Long withoutRepetitions,
            long counted,
            @Nullable Double share,
            @Nullable Double low,
            @Nullable Double high,
            List<DayJson> days) {
        public HeardJson {
            days = List.copyOf(days);
        }
    }

    /// @param share null when no voice was heard on that day
    @JsonbNillable
    public record DayJson(
            LocalDate day, long counted, @Nullable Double share) {}

    static ShareOfVoiceJson of(String handle, ShareOfVoice all) {
        return new ShareOfVoiceJson(
                handle,
                all.zone().getId(),
                all.range().from().atZone(all.zone()).toOffsetDateTime(),
                all.range().to().atZone(all.zone()).toOffsetDateTime(),
                all.counted(),
                all.different(),
                all.overlap(),
                all.folded(),
                all.whole(),
                all.voices().stream().map(heard -> heard(heard, all)).toList());
    }

    private static HeardJson heard(ShareOfVoice.Heard heard, ShareOfVoice all) {
        ShareOfVoice.Share share = all.share(heard);
        return new HeardJson(
                heard.voice().name(),
                heard.voice().query(),
                heard.posts(),
                heard.firsts(),
                heard.counted(),
                share == null ? null : share.value(),
                share == null ? null : share.low(),
                share == null ? null : share.high(),
                IntStream.range(0, all.days().size())
                        .mapToObj(day ->
                                new DayJson(all.days().get(day), heard.byDay().get(day), all.shareOfDay(heard, day)))
                        .toList());
    }
}
