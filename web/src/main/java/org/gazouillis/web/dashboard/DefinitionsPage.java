package org.gazouillis.web.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gazouillis.engage.OpeningRules;
import org.gazouillis.engage.ViewRules;
import org.gazouillis.rollup.Measure;
import org.gazouillis.rollup.MeasureDefinition;
import org.gazouillis.rollup.Window;
import org.gazouillis.web.shell.Shell;

/// `/dashboard/measures`: what every figure means.
@Named
@RequestScoped
public class DefinitionsPage {
    @Inject
    private Shell shell;

    /// A measure as the page prints it.
    ///
    /// @param formula numerator, and denominator where there is one
    public record Row(String key, String name, String definition, String formula, String unit, int version) {}

    /// A way to choose events, with its sentence.
    public record WindowRow(String name, String definition) {}

    public List<Row> getMeasures() {
        return Stream.of(Measure.values()).map(this::row).toList();
    }

    public List<WindowRow> getWindows() {
        return Stream.of(Window.values())
                .map(window -> new WindowRow(window.title(shell.getLocale()), window.definition(shell.getLocale())))
                .toList();
    }

    public String getViewRules() {
        return shell.texts()
                .text(
                        "measures.views",
                        ViewRules.VERSION,
                        Math.round(ViewRules.VISIBLE_SHARE * 100),
                        ViewRules.VISIBLE_FOR.toSeconds(),
                        ViewRules.ONCE_PER.toMinutes());
    }

    public String getOpeningRules() {
        return shell.texts().text("measures.openings", OpeningRules.VERSION, OpeningRules.ONCE_PER.toSeconds());
    }

    private Row row(Measure measure) {
        MeasureDefinition definition = measure.definition(shell.getLocale());
        String denominator = definition.denominator();
        return new Row(
                measure.key(),
                definition.name(),
                definition.text(),
                denominator == null ? definition.numerator() : definition.numerator() + " ÷ " + denominator,
                shell.texts().text("measures.unit." + measure.unit().name().toLowerCase(Locale.ROOT)),
                measure.version());
    }
}
