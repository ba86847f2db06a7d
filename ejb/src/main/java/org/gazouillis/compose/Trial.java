package org.gazouillis.compose;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;

/// What a post says to some of its readers instead of its text, to find out what fares better; it stands as JSON on the
/// post's own row, where the claim finds it and begins the trial.
public record Trial(Wording wording, TrialTerms terms) {
    /// From the post's column.
    public static @Nullable Trial parse(@Nullable String json, String lang) {
        if (json == null) {
            return null;
        }
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            return new Trial(
                    Supplement.wording(object, lang),
                    new TrialTerms(
                            object.getJsonNumber("share").doubleValue(),
                            TrialMeasure.valueOf(object.getString("measure")),
                            object.getJsonNumber("least").doubleValue(),
                            object.getInt("days")));
        }
    }

    static @Nullable Trial of(TrialWish wish, String lang) {
        Wording wording = Wording.of(wish.text(), lang);
        return wording.text().isEmpty() ? null : new Trial(wording, wish.terms());
    }

    Trial reworded(Wording other) {
        return new Trial(other, terms);
    }

    String json() {
        return Json.createObjectBuilder(Supplement.json(wording))
                .add("share", terms.share())
                .add("measure", terms.measure().name())
                .add("least", terms.least())
                .add("days", terms.days())
                .build()
                .toString();
    }
}
