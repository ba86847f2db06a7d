package org.gazouillis.web.microblog;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.gazouillis.kernel.MediaId;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.microblog.NewStatus;
import org.gazouillis.microblog.StatusImage;
import org.jspecify.annotations.Nullable;

/// What clients send to write a status, as JSON or as a form.
///
/// @param quotedStatusId what is shown beneath the text
/// @param mediaIds images that were brought before, in the order in which they are shown
/// @param poll what it asks; no images are shown then
public record NewStatusJson(
        @Nullable String status,
        @JsonbProperty("in_reply_to_id") @Nullable String inReplyToId,
        @JsonbProperty("quoted_status_id") @Nullable String quotedStatusId,
        @Nullable String language,
        @JsonbProperty("media_ids") List<String> mediaIds,
        @Nullable NewPollJson poll) {

    @JsonbCreator
    public NewStatusJson(
            @JsonbProperty("status") @Nullable String status,
            @JsonbProperty("in_reply_to_id") @Nullable String inReplyToId,
            @JsonbProperty("quoted_status_id") @Nullable String quotedStatusId,
            @JsonbProperty("language") @Nullable String language,
            @JsonbProperty("media_ids") @Nullable List<String> mediaIds,
            @JsonbProperty("poll") @Nullable NewPollJson poll) {
        this.status = status;
        this.inReplyToId = inReplyToId;
        this.quotedStatusId = quotedStatusId;
        this.language = language;
        this.mediaIds = mediaIds == null ? List.of() : List.copyOf(mediaIds);
        this.poll = poll;
    }

    static NewStatusJson of(MultivaluedMap<String, String> form) {
        return new NewStatusJson(
                form.getFirst("status"),
                form.getFirst("in_reply_to_id"),
                form.getFirst("quoted_status_id"),
                form.getFirst("language"),
                Stream.of("media_ids[]", "media_ids")
                        .flatMap(name -> form.getOrDefault(name, List.of()).stream())
                        .toList(),
                NewPollJson.of(form));
    }

    List<MediaId> images() {
        return mediaIds.stream().map(MediaId::parse).toList();
    }

    NewStatus wish(@Nullable ProfileId as, @Nullable String requestKey, List<StatusImage> images) {
        return new NewStatus(
                Objects.requireNonNullElse(status, ""),
                status(inReplyToId),
                status(quotedStatusId),
                language,
                as,
                requestKey,
                images,
                poll == null ? null : poll.terms());
    }

    private static @Nullable StatusId status(@Nullable String id) {
        return id == null || id.isBlank() ? null : StatusId.parse(id);
    }
}
