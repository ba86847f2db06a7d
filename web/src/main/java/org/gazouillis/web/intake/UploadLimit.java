package org.gazouillis.web.intake;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import org.gazouillis.boot.Settings;

/// Refuses a form that says itself that it is too large, before any of it is read. Without this the server would break
/// the connection off in the middle, and nobody would be told why.
@Provider
public class UploadLimit implements ContainerRequestFilter {
    @Inject
    private Settings settings;

    @Override
    public void filter(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        boolean isForm = type != null && type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE);
        if (isForm && length != null && Long.parseLong(length) > settings.largestUpload()) {
            throw new UploadTooLarge(settings.largestUpload());
        }
    }
}
