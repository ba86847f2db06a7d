package org.gazouillis.web.dashboard;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gazouillis.dashboard.Axis;
import org.gazouillis.rollup.Measure;
import org.gazouillis.rollup.Window;
import org.gazouillis.web.i18n.Messages;

/// What can be chosen on the Explore page.
public record ExploreForm(ExploreAddress address, AxisText axes, Messages words, Locale locale) {
    /// One value of a list or box.
    public record Option(String value, String label, boolean chosen) {}

    public List<Option> rows() {
        return Arrays.stream(Axis.values())
                .map(axis -> new Option(axis.key(), axes.name(axis), axis == address.rows()))
                .toList();
    }

    /// Without the first, which is none.
    public List<Option> columns() {
        return Arrays.stream(Axis.values())
                .filter(Axis::fitsColumns)
                .map(axis -> new Option(axis.key(), axes.name(axis), axis == address.columns()))
                .toList();
    }

    public List<Option> measures() {
        return Arrays.stream(Measure.values())
                .filter(measure -> !measure.isOfAccounts())
                .map(measure -> new Option(
                        measure.key(),
                        measure.definition(locale).name(),
                        address.measures().contains(measure)))
                .toList();
    }

    public List<Option> tops() {
        return ExploreAddress.TOPS.stream()
                .map(top -> new Option(top.toString(), top.toString(), top == address.top()))
                .toList();
    }

    public List<Option> scopes() {
        return List.of(
                new Option("", words.text("explore.scope.one", address.brand()), !address.all()),
                new Option("all", words.text("explore.scope.all"), address.all()));
    }

    public List<Choice> periods() {
        return Stream.of("7d", "28d", "90d")
                .map(period -> new Choice(
                        words.text("analytics.period." + period),
                        address.with("period", period).toString(),
                        "d " + period.charAt(0),
                        period.equals(address.period())))
                .toList();
    }

    public List<Choice> windows() {
        return Stream.of(Window.values())
                .map(window -> new Choice(
                        words.text("analytics.window." + window.key()),
                        address.with("window", window.key()).toString(),
                        "",
                        window == address.window()))
                .toList();
    }

    /// Which of the chosen measures is in the chart; none where there is only one.
    public List<Choice> shown() {
        return address.measures().size() == 1
                ? List.of()
                : address.measures().stream()
                        .map(measure -> new Choice(
                                measure.definition(locale).name(),
                                address.with("show", measure.key()).toString(),
                                "",
                                measure == address.shown()))
                        .toList();
    }
}
