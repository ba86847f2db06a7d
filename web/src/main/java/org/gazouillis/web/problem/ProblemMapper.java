package org.gazouillis.web.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.gazouillis.web.i18n.Languages;
import org.gazouillis.web.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// The one way from an exception to an answer.
@Provider
@ApplicationScoped
public class ProblemMapper implements ExceptionMapper<Throwable> {
    @Context
    private @Nullable HttpHeaders headers;

    @Context
    private @Nullable UriInfo uri;

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 400) {
            return web.getResponse();
        }
        return answer(Diagnosis.of(thrown), thrown);
    }

    private Response answer(Optional<Finding> finding, Throwable thrown) {
        if (finding.isPresent()) {
            return answer(finding.get(), null);
        }
        return answer(Finding.of(ProblemType.INTERNAL_ERROR, ""), Faults.log(thrown));
    }

    private Response answer(Finding finding, @Nullable String instance) {
        ProblemType type = finding.type();
        Messages messages = Messages.of(locale());
        String title = messages.text(type.titleKey());
        String detail = finding.detail().isBlank() ? null : finding.detail();
        Problem problem = new Problem(
                "/problems/" + type.slug(),
                title,
                type.status(),
                detail,
                instance,
                finding.errors().isEmpty() ? null : finding.errors(),
                isMastodonShaped() ? Objects.requireNonNullElse(detail, title) : null);
        Response.ResponseBuilder response =
                Response.status(type.status()).entity(problem).type(Problem.MEDIA_TYPE);
        if (type.status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"gazouillis\"");
        }
        if (finding.retryAfter().isPositive()) {
            response.header(HttpHeaders.RETRY_AFTER, finding.retryAfter().toSeconds());
        }
        return response.build();
    }

    private boolean isMastodonShaped() {
        return uri != null && uri.getPath().startsWith("/v1/");
    }

    private Locale locale() {
        return headers == null ? Locale.ENGLISH : Languages.best(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
