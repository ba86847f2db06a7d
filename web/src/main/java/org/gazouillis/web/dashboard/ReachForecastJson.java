package org.gazouillis.web.dashboard;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.OffsetDateTime;
import java.util.List;
import org.gazouillis.dashboard.Change;
import org.gazouillis.dashboard.ReachForecast;
import org.gazouillis.dashboard.ReachForecasts;
import org.gazouillis.tenancy.VisibleBrand;
import org.jspecify.annotations.Nullable;

/// What a post would reach in its first 24 hours.
///
/// @param enough whether there is enough data; without, `people` and intervals are null
/// @param posts from how many posts of the last `days` days it was learned; `fewestPosts` are needed
/// @param backTest null without enough data
/// @param gain by which share the first time would do better than the second, with 95 % confidence; null for one time
@JsonbNillable
public record ReachForecastJson(
        String brand,
        String handle,
        String zone,
        OffsetDateTime dataAsOf,
        boolean enough,
        int posts,
        int fewestPosts,
        int days,
        List<TimeJson> times,
        @Nullable BackTestJson backTest,
        @Nullable GainJson gain) {
    /// @param local by the clock of the brand
    /// @param people half of such posts would reach more
    /// @param low80 four of five such posts would reach between this and `high80`
    /// @param low95 nineteen of twenty would reach between this and `high95`
    /// @param near past posts within two hours of the clock on days of the same kind
    @JsonbNillable
    public record TimeJson(
            String local,
            @Nullable Long people,
            @Nullable Long low80,
            @Nullable Long high80,
            @Nullable Long low95,
            @Nullable Long high95,
            int near) {
        static TimeJson of(ReachForecast.Expectation time) {
            ReachForecast.Band usual = time.usual();
            ReachForecast.Band nearly = time.nearlyAlways();
            return new TimeJson(
                    time.at().toString(),
                    time.people(),
                    usual == null ? null : usual.low(),
                    usual == null ? null : usual.high(),
                    nearly == null ? null : nearly.low(),
                    nearly == null ? null : nearly.high(),
                    time.near());
        }
    }

    /// Past posts forecast by what was known when they went out.
    ///
    /// @param medianError half of them were missed by less than this share of their reach
    /// @param coverage80 which share of the `tested` ones came into their interval of 80 %; null without any
    @JsonbNillable
    public record BackTestJson(
            int judged,
            double medianError,
            int tested,
            @Nullable Double coverage80,
            @Nullable Double coverage95) {
        static BackTestJson of(ReachForecast.TrackRecord found) {
            return new BackTestJson(
                    found.judged(), found.medianError(), found.tested(), found.usual(), found.nearlyAlways());
        }
    }

    /// @param direction 1 or -1 when the first time surely does better or worse, else 0
    @JsonbNillable
    public record GainJson(double low, double high, int direction) {
        static @Nullable GainJson of(Change change) {
            Double low = change.low();
            Double high = change.high();
            return low == null || high == null ? null : new GainJson(low, high, change.direction());
        }
    }

    static ReachForecastJson of(VisibleBrand brand, ReachForecast forecast) {
        ReachForecast.TrackRecord found = forecast.trackRecord();
        return new ReachForecastJson(
                brand.id().toString(),
                brand.handle(),
                forecast.zone().getId(),
                forecast.asOf().atZone(forecast.zone()).toOffsetDateTime(),
                found != null,
                forecast.posts(),
                ReachForecast.FEWEST_POSTS,
                ReachForecasts.DAYS,
                forecast.times().stream().map(TimeJson::of).toList(),
                found == null ? null : BackTestJson.of(found),
                GainJson.of(forecast.gain()));
    }
}
