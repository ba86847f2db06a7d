package org.gazouillis.compose;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.network.PostText;

/// A text as it will stand on the timeline, with its language and all that was found in it.
public record Wording(String text, String lang, List<String> hashtags, List<String> mentions, List<String> urls) {
    /// Normalises what was typed and finds its hashtags, mentions and URLs.
    public static Wording of(String typed, String lang) {
        String text = PostText.normalise(typed);
        PostText.Entities found = PostText.entities(text);
        return new Wording(text, lang, found.hashtags(), found.mentions(), found.urls());
    }

    /// The same with other addresses.
    Wording readdressed(UnaryOperator<String> change) {
        return new Wording(
                change.apply(text),
                lang,
                hashtags,
                mentions,
                urls.stream().map(change).toList());
    }

    /// Names exactly this text on exactly these accounts, whatever their order.
    public byte[] hashOn(List<AccountId> accounts) {
        return hashOn(accounts, Supplement.NONE);
    }

    /// Names exactly this text and supplement on exactly these accounts, whatever their order.
    byte[] hashOn(List<AccountId> accounts, Supplement supplement) {
        String set = accounts.stream()
                .map(AccountId::value)
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(","));
        return Sha256.of(set + "\n" + text + supplement.fingerprint());
    }
}
