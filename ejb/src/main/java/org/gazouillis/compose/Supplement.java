package org.gazouillis.compose;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.network.PollTerms;
import org.jspecify.annotations.Nullable;

/// What a post has beside its text: images or a poll, the parts that follow it, and what single accounts say instead.
/// It stands as JSON on the post's own row, where the claim finds it.
///
/// @param attachments at most four
/// @param parts what follows the text as replies, at most nine
/// @param variants by account
/// @param trial what some readers see instead of the text; null when all see the same
/// @param poll what it asks on the built-in timeline; null when it asks nothing
/// @param flash whether it is urgent
public record Supplement(
        List<Attachment> attachments,
        List<Wording> parts,
        Map<AccountId, Wording> variants,
        @Nullable Trial trial,
        @Nullable PollTerms poll,
        boolean flash) {
    /// A post that is its text.
    public static final Supplement NONE = new Supplement(List.of(), List.of(), Map.of());

    public static final int MOST_PARTS = 9;
    public static final int MOST_ATTACHMENTS = 4;

    public Supplement(List<Attachment> attachments, List<Wording> parts, Map<AccountId, Wording> variants) {
        this(attachments, parts, variants, null, null, false);
    }

    public Supplement {
        attachments = List.copyOf(attachments);
        parts = List.copyOf(parts);
        variants = Map.copyOf(variants);
    }

    /// From the post's columns.
    public static Supplement parse(
            @Nullable String attachments, @Nullable String parts, @Nullable String variants, String lang) {
        Map<AccountId, Wording> own = new TreeMap<>(java.util.Comparator.comparingLong(AccountId::value));
        if (variants != null) {
            JsonObject all = object(variants);
            all.keySet()
                    .forEach(account -> own.put(AccountId.parse(account), wording(all.getJsonObject(account), lang)));
        }
        return new Supplement(
                attachments == null
                        ? List.of()
                        : array(attachments).stream()
                                .map(each -> Attachment.of(each.asJsonObject()))
                                .toList(),
                parts == null
                        ? List.of()
                        : array(parts).stream()
                                .map(each -> wording(each.asJsonObject(), lang))
                                .toList(),
                own);
    }

    /// The same with every wording changed.
    Supplement reworded(UnaryOperator<Wording> change) {
        Map<AccountId, Wording> own = new HashMap<>();
        variants.forEach((account, wording) -> own.put(account, change.apply(wording)));
        return new Supplement(
                attachments,
                parts.stream().map(change).toList(),
                own,
                trial == null ? null : trial.reworded(change.apply(trial.wording())),
                poll,
                flash);
    }

    Supplement trying(@Nullable Trial other) {
        return new Supplement(attachments, parts, variants, other, poll, flash);
    }

    public Supplement asking(@Nullable PollTerms other) {
        return new Supplement(attachments, parts, variants, trial, other, flash);
    }

    Supplement flashing(boolean urgent) {
        return new Supplement(attachments, parts, variants, trial, poll, urgent);
    }

    @Nullable
    String attachmentsJson() {
        JsonArrayBuilder all = Json.createArrayBuilder();
        attachments.forEach(each -> all.add(each.json()));
        return attachments.isEmpty() ? null : all.build().toString();
    }

    @Nullable
    String partsJson() {
        JsonArrayBuilder all = Json.createArrayBuilder();
        parts.forEach(each -> all.add(json(each)));
        return parts.isEmpty() ? null : all.build().toString();
    }

    @Nullable
    String variantsJson() {
        JsonObjectBuilder all = Json.createObjectBuilder();
        variants.entrySet().stream()
                .sorted(java.util.Comparator.comparingLong(each -> each.getKey().value()))
                .forEach(each -> all.add(each.getKey().toString(), json(each.getValue())));
        return variants.isEmpty() ? null : all.build().toString();
    }

    @Nullable
    String trialJson() {
        return trial == null ? null : trial.json();
    }

    @Nullable
    String pollJson() {
        return poll == null ? null : poll.json();
    }

    /// Names exactly this; empty when there is nothing, so that a post without more keeps the name that it always
    /// had.
    String fingerprint() {
        boolean nothing = attachments.isEmpty() && parts.isEmpty() && variants.isEmpty();
        return (nothing ? "" : attachmentsJson() + "\n" + partsJson() + "\n" + variantsJson())
                + (trial == null ? "" : "\n" + trial.json())
                + (poll == null ? "" : "\npoll " + poll.json())
                + (flash ? "\nflash" : "");
    }

    static JsonObject json(Wording wording) {
        return Json.createObjectBuilder()
                .add("text", wording.text())
                .add("hashtags", words(wording.hashtags()))
                .add("mentions", words(wording.mentions()))
                .add("urls", words(wording.urls()))
                .build();
    }

    static Wording wording(JsonObject json, String lang) {
        return new Wording(
                json.getString("text"), lang, list(json, "hashtags"), list(json, "mentions"), list(json, "urls"));
    }

    private static List<String> list(JsonObject json, String name) {
        return json.getJsonArray(name).getValuesAs(JsonString::getString);
    }

    private static JsonArrayBuilder words(Collection<String> words) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        words.forEach(array::add);
        return array;
    }

    private static JsonObject object(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    private static JsonArray array(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readArray();
        }
    }
}
