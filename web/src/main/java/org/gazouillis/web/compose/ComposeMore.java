package org.gazouillis.web.compose;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gazouillis.compose.Details;
import org.gazouillis.compose.Supplement;
import org.gazouillis.kernel.DraftId;
import org.jspecify.annotations.Nullable;

/// The part of the composer's form that its script builds: images, the parts of a thread, the words of single
/// accounts. A form that was sent without it (`more` is missing) does not speak of them, so they stay as they are.
record ComposeMore(List<String> media, List<String> parts, Map<String, String> variants, boolean sent) {
    private static final String VARIANT = "variant-";

    static ComposeMore of(HttpServletRequest request) {
        Map<String, String> variants = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith(VARIANT)) {
                variants.put(name.substring(VARIANT.length()), values[0]);
            }
        });
        return new ComposeMore(
                list(request, "media"), list(request, "parts"), variants, request.getParameter("more") != null);
    }

    static ComposeMore of(Supplement supplement) {
        Map<String, String> variants = new LinkedHashMap<>();
        supplement.variants().forEach((account, wording) -> variants.put(account.toString(), wording.text()));
        return new ComposeMore(
                supplement.attachments().stream()
                        .map(each -> each.id().toString())
                        .toList(),
                supplement.parts().stream().map(each -> each.text()).toList(),
                variants,
                false);
    }

    Details details(@Nullable List<String> confirmed, @Nullable DraftId draft) {
        return sent
                ? new DetailsJson(confirmed, media, parts, variants).details(draft)
                : new DetailsJson(confirmed, null, null, null).details(draft);
    }

    /// For the script, in the shape in which drafts keep fields.
    String json() {
        JsonObjectBuilder fields = Json.createObjectBuilder();
        fields.add("media", array(media)).add("parts", array(parts));
        variants.forEach((account, text) -> fields.add(VARIANT + account, array(List.of(text))));
        return fields.build().toString();
    }

    private static JsonArrayBuilder array(List<String> values) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        values.forEach(array::add);
        return array;
    }

    private static List<String> list(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameterValues(name))
                .map(List::of)
                .orElse(List.of());
    }
}
