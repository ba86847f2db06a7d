package org.gazouillis.web.access;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import org.gazouillis.boot.Settings;

/// No request to the API brings more than the server takes: one that says its size is refused unread, one that comes
/// in pieces at the piece too many. The listener has no limit of its own, for it would answer with an empty 400; what
/// is left of a refused body is thrown away by it, so that the sender gets to read the answer.
@Provider
public class ApiBodyLimit implements ContainerRequestFilter {
    @Inject
    private Settings settings;

    @Override
    public void filter(ContainerRequestContext request) {
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        long limit = settings.largestUpload();
        if (length != null) {
            if (Long.parseLong(length) > limit) {
                throw new BodyTooLarge(limit);
            }
        } else if (request.getHeaderString("Transfer-Encoding") != null) {
            requireReadableInPieces(request.getMediaType());
            request.setEntityStream(new BoundedBody(request.getEntityStream(), limit));
        }
    }

    /// Simple forms are taken apart by the server itself, past our count.
    private static void requireReadableInPieces(MediaType type) {
        if (type != null && type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)) {
            throw new BodyWithoutLength();
        }
    }
}
