package org.gazouillis.web.problem;

import java.util.Locale;

/// The kinds of trouble that an answer can name. The slug stands in the `type` of the answer and in the key of its
/// title (`problem.<slug>`), so it never changes.
public enum ProblemType {
    MALFORMED_REQUEST(400),
    MALFORMED_JSON(400),
    QUERY_NOT_UNDERSTOOD(400),
    CURSOR_NOT_UNDERSTOOD(400),
    MEASURE_UNKNOWN(400),
    WINDOW_UNKNOWN(400),
    DIMENSION_UNKNOWN(400),
    PERIOD_NOT_READABLE(400),
    NOT_SIGNED_IN(401),
    TOKEN_NOT_ACCEPTED(401),
    OPERATOR_UNKNOWN(401),
    PERMISSION_DENIED(403),
    FOREIGN_PAGE(403),
    NOT_FOUND(404),
    BRAND_NOT_FOUND(404),
    MEMBER_NOT_FOUND(404),
    POST_NOT_FOUND(404),
    PUBLICATION_NOT_FOUND(404),
    STATUS_NOT_FOUND(404),
    PROFILE_NOT_FOUND(404),
    LIST_NOT_FOUND(404),
    POLL_NOT_FOUND(404),
    CAMPAIGN_NOT_FOUND(404),
    ACCOUNT_NOT_FOUND(404),
    LINK_NOT_FOUND(404),
    IMPORT_NOT_FOUND(404),
    DRAFT_NOT_FOUND(404),
    SNIPPET_NOT_FOUND(404),
    SAVED_SEARCH_NOT_FOUND(404),
    SAVED_VIEW_NOT_FOUND(404),
    ALERT_NOT_FOUND(404),
    MEDIA_NOT_FOUND(404),
    REVISION_NOT_FOUND(404),
    STOP_NOT_FOUND(404),
    QUIET_PERIOD_NOT_FOUND(404),
    ALMANAC_NOT_FOUND(404),
    FEED_NOT_FOUND(404),
    REPORT_NOT_FOUND(404),
    TRIAL_NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    CONFLICT(409),
    CHANGED_MEANWHILE(409),
    POST_NOT_EDITABLE(409),
    TRIAL_NOT_RUNNING(409),
    PUBLICATION_SETTLED(409),
    IDEMPOTENCY_KEY_REUSED(409),
    HANDLE_TAKEN(409),
    FIRST_RUN_OVER(409),
    TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    NOT_VALID(422),
    FILE_NOT_UNDERSTOOD(422),
    TEXT_NOT_POSTABLE(422),
    TIME_NOT_PLANNABLE(422),
    NOT_CONFIRMED(422),
    PASSWORD_TOO_WEAK(422),
    SEARCH_TOO_BROAD(422),
    PIVOT_TOO_WIDE(422),
    TOO_MANY_TRIES(429),
    INTERNAL_ERROR(500),
    NOT_READY(503);

    private final int status;

    ProblemType(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String titleKey() {
        return "problem." + slug();
    }
}
