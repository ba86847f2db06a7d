package org.gazouillis.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/// Language and theme as the browser alone tells them, for pages that can ask no database.
@Named
@RequestScoped
public class BrowserLook {
    @Inject
    private HttpServletRequest request;

    public Locale getLocale() {
        return Look.ofStranger(request).locale();
    }

    /// `auto`, `light` or `dark`.
    public String getTheme() {
        return Look.ofStranger(request).theme();
    }
}
