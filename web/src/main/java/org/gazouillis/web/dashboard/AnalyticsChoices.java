package org.gazouillis.web.dashboard;

import java.util.List;
import java.util.stream.Stream;
import org.gazouillis.dashboard.Against;
import org.gazouillis.dashboard.Step;
import org.gazouillis.rollup.Window;
import org.gazouillis.web.i18n.Messages;

/// The ways to see the Analytics page that are one link away.
public record AnalyticsChoices(AnalyticsAddress address, Messages words) {
    public List<Choice> periods() {
        return Stream.of("7d", "28d", "90d")
                .map(period -> choice("period", period, "d " + period.charAt(0), period.equals(address.period())))
                .toList();
    }

    /// Empty when the period is too long for hours.
    public List<Choice> steps() {
        return !address.allowsHours()
                ? List.of()
                : Stream.of(Step.DAY, Step.HOUR)
                        .map(step -> new Choice(
                                words.text("analytics.step." + step.key()),
                                address.with("bucket", step.key()).toString(),
                                "",
                                step == address.step()))
                        .toList();
    }

    public List<Choice> windows() {
        return Stream.of(Window.values())
                .map(window -> choice("window", window.key(), "", window == address.window()))
                .toList();
    }

    public List<Choice> others() {
        return Stream.of(Against.values())
                .map(against -> new Choice(
                        words.text("analytics.against." + against.key()),
                        address.with("since", "").with("against", against.key()).toString(),
                        "",
                        address.since() == null && against == address.against()))
                .toList();
    }

    public List<Choice> averages() {
        return Stream.of("pooled", "mean")
                .map(average -> choice("average", average, "", address.mean() == "mean".equals(average)))
                .toList();
    }

    private Choice choice(String parameter, String value, String keys, boolean current) {
        return new Choice(
                words.text("analytics." + parameter + "." + value),
                address.with(parameter, value).toString(),
                keys,
                current);
    }
}
