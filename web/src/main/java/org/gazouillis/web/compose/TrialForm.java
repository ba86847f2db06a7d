package org.gazouillis.web.compose;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.gazouillis.compose.TrialMeasure;
import org.gazouillis.compose.TrialTerms;
import org.gazouillis.compose.TrialWish;
import org.gazouillis.trial.TrialSheet;
import org.jspecify.annotations.Nullable;

/// What stands in the composer's fields of an A/B test, as typed: shares in per cent.
///
/// @param sent whether the form speaks of it; if not, it stays as it is
public record TrialForm(String text, String share, String measure, String least, String days, boolean sent) {
    private static final double HUNDRED = 100;

    static TrialForm of(HttpServletRequest request) {
        TrialForm usual = of("", TrialTerms.USUAL);
        return new TrialForm(
                given(request, "trial", ""),
                given(request, "trial-share", usual.share),
                given(request, "trial-measure", usual.measure),
                given(request, "trial-least", usual.least),
                given(request, "trial-days", usual.days),
                request.getParameter("trial") != null);
    }

    static TrialForm of(TrialSheet sheet) {
        return of(sheet.facts().text(), sheet.terms());
    }

    private static TrialForm of(String text, TrialTerms terms) {
        return new TrialForm(
                text,
                plain(terms.share() * HUNDRED),
                terms.measure().name(),
                plain(terms.least() * HUNDRED),
                Integer.toString(terms.days()),
                false);
    }

    /// Null when the form does not speak of it. What is no number becomes none that is allowed, so that it is told.
    @Nullable
    TrialWish wish() {
        if (!sent) {
            return null;
        }
        return text.isBlank()
                ? TrialWish.NONE
                : new TrialWish(text, new TrialTerms(number(share) / HUNDRED, chosen(), number(least) / HUNDRED, (int)
                        number(days)));
    }

    /// Whether its part of the form is open.
    public boolean isOpen() {
        return !text.isBlank();
    }

    private TrialMeasure chosen() {
        for (TrialMeasure each : TrialMeasure.values()) {
            if (each.name().equals(measure)) {
                return each;
            }
        }
        return TrialTerms.USUAL.measure();
    }

    private static double number(String typed) {
        try {
            return Double.parseDouble(typed.strip().replace(',', '.'));
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    private static String plain(double value) {
        double rounded = Math.round(value * HUNDRED) / HUNDRED;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    private static String given(HttpServletRequest request, String name, String otherwise) {
        return Objects.requireNonNullElse(request.getParameter(name), otherwise);
    }
}
