package org.gazouillis.compose;

import java.text.Normalizer;
import java.util.List;

/// A brand's house rules for its posts.
///
/// @param banned words and phrases that may not go out; `promo*` stands for every word that begins so
/// @param vocabulary words that only this brand uses: found in another brand's post, they are worth a warning
/// @param maxHashtags from how many on hashtags are too many
/// @param altTextRequired whether an image without description holds the post back
/// @param revision counts the changes; 0 for a brand that never set any
/// @throws PolicyNotPlausible when there are too many words, or one is too long
public record BrandPolicy(
        List<String> banned, List<String> vocabulary, int maxHashtags, boolean altTextRequired, int revision) {
    /// What holds for a brand that never set any rules.
    public static final BrandPolicy OPEN = new BrandPolicy(List.of(), List.of(), 5, false, 0);

    private static final int MOST_WORDS = 500;
    private static final int LONGEST_WORD = 80;
    private static final int MOST_HASHTAGS = 30;

    public BrandPolicy {
        banned = tidy("banned", banned);
        vocabulary = tidy("vocabulary", vocabulary);
        if (maxHashtags < 0 || maxHashtags > MOST_HASHTAGS) {
            throw new PolicyNotPlausible(
                    "maxHashtags",
                    "Say a number of hashtags from 0 to " + MOST_HASHTAGS + ", not " + maxHashtags + ".");
        }
    }

    private static List<String> tidy(String list, List<String> words) {
        List<String> tidy = words.stream()
                .map(word ->
                        Normalizer.normalize(word, Normalizer.Form.NFC).strip().replaceAll("\\s+", " "))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        if (tidy.size() > MOST_WORDS) {
            throw new PolicyNotPlausible(
                    list,
                    "The list holds " + tidy.size() + " words; " + MOST_WORDS + " are allowed. Use endings (promo*).");
        }
        tidy.forEach(word -> requirePlausible(list, word));
        return tidy;
    }

    private static void requirePlausible(String list, String word) {
        if (word.length() > LONGEST_WORD) {
            throw new PolicyNotPlausible(
                    list,
                    "“" + word.substring(0, 20) + "…” is longer than " + LONGEST_WORD + " characters. Shorten it.");
        }
        if (word.chars().noneMatch(Character::isLetterOrDigit)) {
            throw new PolicyNotPlausible(list, "“" + word + "” has no letter and no digit. Remove it.");
        }
    }
}
