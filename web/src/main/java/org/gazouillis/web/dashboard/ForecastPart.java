package org.gazouillis.web.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gazouillis.dashboard.ReachForecast;
import org.gazouillis.dashboard.ReachForecasts;
import org.gazouillis.rollup.Measure;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.schedule.GivenTime;
import org.gazouillis.web.schedule.TimeNotReadable;
import org.gazouillis.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/// The part "what if" of `/dashboard/times?brand=&at=&instead=`: what a post would reach at one time and at another.
@Named
@RequestScoped
public class ForecastPart {
    private static final LocalTime EVENING = LocalTime.of(18, 0);
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    @Inject
    private ReachForecasts forecasts;

    @Inject
    private Shell shell;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    private VisibleBrand brand;

    @SuppressWarnings("NullAway.Init")
    private ReachForecast forecast;

    private String trouble = "";

    /// One of the times that were asked for.
    ///
    /// @param compose where a post for it is written
    public record TimeRow(String time, String people, String usual, String nearlyAlways, String near, String compose) {}

    /// The view action. A time that cannot be read is told, and what a newcomer sees stands in its place.
    public void read() {
        brand = shell.brandOrFirst();
        LocalDateTime tomorrow =
                LocalDateTime.ofInstant(clock.instant(), brand.zone()).plusDays(1);
        forecast = forecasts.read(
                brand, List.of(asked("at", tomorrow.with(EVENING)), asked("instead", tomorrow.with(MORNING))));
    }

    private LocalDateTime asked(String name, LocalDateTime usual) {
        Map<String, String> query =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        String given = query.getOrDefault(name, "");
        try {
            return given.isBlank() ? usual : GivenTime.local(given);
        } catch (TimeNotReadable unread) {
            trouble = shell.texts().text("forecast.unread", given);
            return usual;
        }
    }

    public String getTrouble() {
        return trouble;
    }

    public String getBrand() {
        return brand.handle();
    }

    /// As fields for local times take it.
    public String getAt() {
        return forecast.times().get(0).at().toString();
    }

    public String getInstead() {
        return forecast.times().get(1).at().toString();
    }

    public boolean isEnough() {
        return forecast.trackRecord() != null;
    }

    /// What is missing.
    public String getMissing() {
        return shell.texts().text("forecast.few", forecast.posts(), ReachForecasts.DAYS, ReachForecast.FEWEST_POSTS);
    }

    /// The expected reach of both times, in a sentence.
    public String getSentence() {
        ReachForecast.Expectation one = forecast.times().get(0);
        return shell.texts()
                .text(
                        "forecast.sentence",
                        times().local(one.at()),
                        times().local(forecast.times().get(1).at()),
                        about(one.people()),
                        band(one.usual()));
    }

    /// Whether the times are told apart by more than chance.
    public String getVerdict() {
        Double low = forecast.gain().low();
        Double high = forecast.gain().high();
        if (low == null || high == null) {
            return "";
        }
        int direction = forecast.gain().direction();
        String key = direction > 0 ? "forecast.better" : direction < 0 ? "forecast.worse" : "forecast.even";
        return shell.texts().text(key, figures().signed(low), figures().signed(high));
    }

    /// How well past posts would have been forecast.
    public String getTrackRecord() {
        ReachForecast.TrackRecord found =
                Objects.requireNonNull(forecast.trackRecord(), "told only when there is enough data");
        String error = shell.texts().text("forecast.error", found.judged(), share(found.medianError()));
        return found.tested() == 0
                ? error
                : error + " "
                        + shell.texts()
                                .text(
                                        "forecast.coverage",
                                        found.tested(),
                                        share(found.usual()),
                                        share(found.nearlyAlways()));
    }

    public String getFreshness() {
        return shell.texts()
                .text(
                        "forecast.freshness",
                        forecast.posts(),
                        new TimeText(shell.getLocale(), brand.zone()).moment(forecast.asOf()),
                        brand.zone().getId());
    }

    public boolean isFarFromAll() {
        return isEnough() && forecast.times().stream().anyMatch(ReachForecast.Expectation::isFarFromAll);
    }

    public List<TimeRow> getTimes() {
        return forecast.times().stream()
                .map(time -> new TimeRow(
                        times().local(time.at()),
                        about(time.people()),
                        band(time.usual()),
                        band(time.nearlyAlways()),
                        figures().count(time.near()),
                        "/compose/new?brand=" + brand.handle() + "&at=" + time.at()))
                .toList();
    }

    private String share(@Nullable Double share) {
        return figures().of(Measure.Unit.SHARE, share);
    }

    private String about(@Nullable Long people) {
        return people == null ? FigureText.MISSING : figures().about(people);
    }

    private String band(ReachForecast.@Nullable Band band) {
        return band == null
                ? FigureText.MISSING
                : figures().about(band.low()) + "–" + figures().about(band.high());
    }

    private FigureText figures() {
        return new FigureText(shell.getLocale());
    }

    private TimeText times() {
        return new TimeText(shell.getLocale(), brand.zone());
    }
}
