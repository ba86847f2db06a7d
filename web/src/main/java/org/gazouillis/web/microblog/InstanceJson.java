package org.gazouillis.web.microblog;

import jakarta.json.bind.annotation.JsonbProperty;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.gazouillis.compose.Supplement;
import org.gazouillis.network.PollTerms;
import org.gazouillis.network.PostText;
import org.gazouillis.web.i18n.Languages;

/// Of Mastodon's `Instance` what clients need to write a status that will be taken: its limits.
///
/// @param domain host of this server; in the first version of the API it is called `uri`
/// @param languages of the pages
public record InstanceJson(
        String domain, String uri, String title, List<String> languages, ConfigurationJson configuration) {
    private static final String TITLE = "Gazouillis";

    static InstanceJson of(URI base) {
        return new InstanceJson(
                base.getAuthority(),
                base.getAuthority(),
                TITLE,
                Languages.ALL.stream().map(Locale::getLanguage).toList(),
                ConfigurationJson.HERE);
    }

    public record ConfigurationJson(StatusesJson statuses, PollsJson polls) {
        static final ConfigurationJson HERE = new ConfigurationJson(StatusesJson.HERE, PollsJson.HERE);
    }

    /// @param urlLength what any link counts
    public record StatusesJson(
            @JsonbProperty("max_characters") int characters,
            @JsonbProperty("max_media_attachments") int images,
            @JsonbProperty("characters_reserved_per_url") int urlLength) {
        static final StatusesJson HERE =
                new StatusesJson(PostText.LIMIT, Supplement.MOST_ATTACHMENTS, PostText.URL_LENGTH);
    }

    /// @param shortest in seconds
    /// @param longest in seconds
    public record PollsJson(
            @JsonbProperty("max_options") int options,
            @JsonbProperty("max_characters_per_option") int characters,
            @JsonbProperty("min_expiration") long shortest,
            @JsonbProperty("max_expiration") long longest) {
        static final PollsJson HERE = new PollsJson(
                PollTerms.MOST_OPTIONS,
                PollTerms.LONGEST_OPTION,
                PollTerms.SHORTEST.toSeconds(),
                PollTerms.LONGEST.toSeconds());
    }
}
