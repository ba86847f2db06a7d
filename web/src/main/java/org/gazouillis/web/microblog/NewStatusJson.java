package org.gazouillis.web.microblog;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Objects;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.microblog.NewStatus;
import org.jspecify.annotations.Nullable;

/// What clients send to write a status, as JSON or as a form.
public record NewStatusJson(
        @Nullable String status,
        @JsonbProperty("in_reply_to_id") @Nullable String inReplyToId,
        @Nullable String language) {

    @JsonbCreator
    public NewStatusJson(
            @JsonbProperty("status") @Nullable String status,
            @JsonbProperty("in_reply_to_id") @Nullable String inReplyToId,
            @JsonbProperty("language") @Nullable String language) {
        this.status = status;
        this.inReplyToId = inReplyToId;
        this.language = language;
    }

    static NewStatusJson of(MultivaluedMap<String, String> form) {
        return new NewStatusJson(form.getFirst("status"), form.getFirst("in_reply_to_id"), form.getFirst("language"));
    }

    NewStatus wish(@Nullable ProfileId as, @Nullable String requestKey) {
        return new NewStatus(
                Objects.requireNonNullElse(status, ""),
                inReplyToId == null || inReplyToId.isBlank() ? null : StatusId.parse(inReplyToId),
                language,
                as,
                requestKey);
    }
}
