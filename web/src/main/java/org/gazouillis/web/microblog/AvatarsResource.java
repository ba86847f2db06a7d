package org.gazouillis.web.microblog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.microblog.Profile;
import org.gazouillis.microblog.Profiles;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;

/// A profile's picture, drawn: its initial on one of twelve dark colours, white on each at least 4.5:1.
@Path("v1/accounts/{id}/avatar.svg")
@RequestScoped
public class AvatarsResource {
    private static final String[] COLOURS = {
        "#0B6E75", "#7A3E00", "#401298", "#1B54A8", "#8A1C5B", "#1A6B35",
        "#682222", "#4D5966", "#5A4A00", "#6B2FA0", "#00597A", "#A3211A"
    };

    @Inject
    private Profiles profiles;

    @GET
    @Produces("image/svg+xml")
    @Allows(Access.ANYONE)
    @Described(summary = "Draw a profile's picture", type = "image/svg+xml", problems = ProblemType.PROFILE_NOT_FOUND)
    public Response avatar(@PathParam("id") String id) {
        Profile profile = profiles.byId(ProfileId.parse(id));
        CacheControl day = new CacheControl();
        day.setMaxAge(86_400);
        return Response.ok(drawn(profile)).cacheControl(day).build();
    }

    private static String drawn(Profile profile) {
        String name = profile.name().isBlank() ? profile.handle() : profile.name();
        String initial = new String(Character.toChars(name.codePointAt(0))).toUpperCase(Locale.ROOT);
        String colour = COLOURS[Math.floorMod(profile.handle().hashCode(), COLOURS.length)];
        return String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" width="48" height="48">\
                <rect width="48" height="48" fill="%s"/>\
                <text x="24" y="32" font-family="sans-serif" font-size="24" font-weight="600" text-anchor="middle" \
                fill="#fff">%s</text></svg>""", colour, StatusHtml.escaped(initial));
    }
}
