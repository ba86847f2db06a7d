package org.gazouillis.web.shell;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;

/// The address of the page that a Faces request belongs to.
public final class CurrentAddress {
    private CurrentAddress() {}

    public static String of(FacesContext faces) {
        return Address.of((HttpServletRequest) faces.getExternalContext().getRequest())
                .toString();
    }
}
