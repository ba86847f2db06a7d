package org.gazouillis.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Locale;
import org.gazouillis.tenancy.MemberPreferences;
import org.gazouillis.web.Located;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.access.Caller;
import org.gazouillis.web.i18n.Languages;
import org.gazouillis.web.openapi.Described;
import org.jspecify.annotations.Nullable;

/// Theme and language: kept in a cookie for strangers and for the sign-in page, and with the member.
@Path("desk/v1/preferences")
@RequestScoped
public class PreferencesResource {
    private static final int YEAR = (int) Duration.ofDays(365).toSeconds();

    @Inject
    private Caller caller;

    @Inject
    private MemberPreferences preferences;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allows(Access.ANYONE)
    @Described(
            summary = "Choose theme (auto, light, dark) and language (en, fr), then go back to the page `to`",
            status = 303)
    public Response choose(
            @FormParam("theme") @Nullable String theme,
            @FormParam("locale") @Nullable String locale,
            @FormParam("to") @Nullable String to) {
        Locale language = Languages.named(locale);
        String tag = language == null ? null : language.getLanguage();
        String look = theme != null && Look.THEMES.contains(theme) ? theme : null;
        if (caller.isMember()) {
            preferences.keep(tag, look);
        }
        Response.ResponseBuilder back = Response.status(Response.Status.SEE_OTHER);
        if (tag != null) {
            back.cookie(cookie(Look.LOCALE_COOKIE, tag));
        }
        if (look != null) {
            back.cookie(cookie(Look.THEME_COOKIE, look));
        }
        return Located.at(back, WayBack.orHome(to));
    }

    private static NewCookie cookie(String name, String value) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge(YEAR)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
