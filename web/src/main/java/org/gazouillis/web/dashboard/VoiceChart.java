package org.gazouillis.web.dashboard;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.List;
import java.util.stream.IntStream;
import org.gazouillis.listen.ShareOfVoice;
import org.gazouillis.rollup.Measure;

/// The voices day by day in the JSON of Chart.js. Each line has its colour, its dashes and its shape of points, so that
/// they are told apart without colour, too.
final class VoiceChart {
    private static final List<String> SHAPES = List.of("circle", "triangle", "rect", "rectRot", "star", "crossRot");
    /// Dash and gap; a line without a dash is whole.
    private static final List<List<Integer>> DASHES =
            List.of(List.of(), List.of(6, 3), List.of(2, 2), List.of(10, 4), List.of(6, 2, 2, 2), List.of(1, 3));

    private VoiceChart() {}

    static String json(ShareOfVoice share, List<String> days, boolean shares) {
        JsonArrayBuilder labels = Json.createArrayBuilder();
        days.forEach(labels::add);
        JsonArrayBuilder series = Json.createArrayBuilder();
        for (int voice = 0; voice < share.voices().size(); voice++) {
            ShareOfVoice.Heard heard = share.voices().get(voice);
            JsonArrayBuilder dashes = Json.createArrayBuilder();
            DASHES.get(voice % DASHES.size()).forEach(dashes::add);
            List<? extends Number> numbers = shares
                    ? IntStream.range(0, days.size())
                            .mapToObj(day -> share.shareOfDay(heard, day))
                            .toList()
                    : heard.byDay();
            series.add(SeriesChart.series(heard.voice().name(), "c" + (voice + 1), numbers)
                    .add("shape", SHAPES.get(voice % SHAPES.size()))
                    .add("borderDash", dashes));
        }
        return SeriesChart.chart(labels, series, shares ? Measure.Unit.SHARE : Measure.Unit.COUNT);
    }
}
