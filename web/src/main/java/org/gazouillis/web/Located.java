package org.gazouillis.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/// Answers that name another address of this server.
public final class Located {
    private Located() {}

    /// The answer with its header `Location`. A path given as a URI would be resolved below `/api` once more.
    ///
    /// @param path from the root of this server
    public static Response at(Response.ResponseBuilder answer, String path) {
        return answer.header(HttpHeaders.LOCATION, path).build();
    }
}
